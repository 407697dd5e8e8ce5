import { expect, vi } from 'vitest';
import type { DialectId, EngineProfile } from '../../../../models/speech-to-speech/hosted/engine-profile.ts';
import { openHostedModel } from '../../../../models/speech-to-speech/hosted/hosted-model.ts';
import type { EngineEvent, EngineSetup, RealtimeConnection } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from '../on-device/setup.ts';
import { codedSpeech } from './coded-speech.ts';
import { openDialectServer, profileFor } from './servers/open-dialect-server.ts';
import type { Script, ScriptedServer } from './servers/scripted-server.ts';

type Of<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>;

/** A conversation with a scripted server, and everything that was told in it. */
export class Talk {
  readonly server: ScriptedServer;
  readonly connection: RealtimeConnection;
  readonly events: EngineEvent[] = [];

  constructor(server: ScriptedServer, connection: RealtimeConnection) {
    this.server = server;
    this.connection = connection;
    connection.subscribe((event) => this.events.push(event));
  }

  /** Frames as a microphone gives them, but at once. */
  speak(code: number, ms = 400): void {
    for (const frame of codedSpeech(code, ms)) this.connection.appendAudio(frame);
  }

  all<T extends EngineEvent['type']>(type: T): Of<T>[] {
    return this.events.filter((event): event is Of<T> => event.type === type);
  }

  get finals(): string[] {
    return this.all('user-transcript')
      .filter(({ final }) => final)
      .map(({ text }) => text);
  }

  /** The words of the newest response. */
  get reply(): string {
    const id = this.all('response-started').at(-1)?.responseId;
    return this.all('reply-words')
      .filter(({ responseId }) => responseId === id)
      .flatMap(({ words }) => words.map(({ text }) => text))
      .join('')
      .trim();
  }

  soundMs(): number {
    return this.all('reply-audio').reduce((sum, { samples }) => sum + samples.length / 24, 0);
  }

  async until<T extends EngineEvent['type']>(type: T, count = 1): Promise<Of<T>> {
    await vi.waitFor(() => expect(this.all(type).length).toBeGreaterThanOrEqual(count), { timeout: 8000, interval: 5 });
    return this.all(type)[count - 1] as Of<T>;
  }

  async untilFinals(count: number): Promise<void> {
    await vi.waitFor(() => expect(this.finals.length).toBeGreaterThanOrEqual(count), { timeout: 8000, interval: 5 });
  }

  /** What the server received of one kind. */
  sent(type: string) {
    return this.server.received.filter((message) => message['type'] === type);
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.server.close();
  }
}

export async function openTalk(
  dialect: DialectId,
  script: Script = {},
  options: { setup?: Partial<EngineSetup>; profile?: (profile: EngineProfile) => EngineProfile } = {},
): Promise<Talk> {
  const server = await openDialectServer(dialect, script);
  const profile = profileFor(dialect, server.url);
  const model = openHostedModel({ profile: options.profile?.(profile) ?? profile, key: null });
  const connection = await model.connect({ ...plainSetup, ...options.setup }, new AbortController().signal);
  return new Talk(server, connection);
}
