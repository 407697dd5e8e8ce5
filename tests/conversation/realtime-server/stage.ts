import { turnDetector } from '../../../electron/command-line/serve-realtime.ts';
import { RealtimeSession } from '../../../electron/conversation/realtime-server/realtime-session.ts';
import type { ServerEvent } from '../../../electron/conversation/realtime-server/server-events.ts';
import type { Host } from '../../../electron/conversation/realtime-server/session-setup.ts';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from '../../models/speech-to-speech/on-device/setup.ts';
import { PuppetEngine } from '../../scenarios/puppet-engine.ts';

export const plainHost: Host = {
  persona: plainSetup.persona,
  voices: new Map([['winston', { voiceId: 'joe', rate: 0.9, pitch: 0.8 }]]),
  own: {
    tools: [
      {
        name: 'clock.time',
        description: 'Tells the time.',
        parameters: {},
        effect: 'none',
        match: (utterance) => (/what time/i.test(utterance) ? { arguments: {}, score: 1 } : null),
      },
    ],
    run: async () => ({ output: '{"time":"15:00"}', sentence: "It's three." }),
  },
  greeting: 'Hi.',
  nothingHeard: 'I heard nothing.',
};

export interface Stage<Engine extends RealtimeModel> {
  readonly engine: Engine;
  readonly session: RealtimeSession;
  readonly events: ServerEvent[];
  readonly types: () => string[];
  readonly of: <Type extends ServerEvent['type']>(type: Type) => Extract<ServerEvent, { type: Type }>[];
  /** Sends a client event. */
  readonly say: (event: object | string) => Promise<void>;
  /** Sends frames of 32 ms: `'s'` speech, `'.'` silence. */
  readonly hear: (pattern: string) => Promise<void>;
  /** What was told since the last look. */
  readonly news: () => string[];
}

/** A session over a puppet (or another) engine; speech is whatever is loud. */
export async function openStage<Engine extends RealtimeModel = PuppetEngine>(
  engine: Engine = new PuppetEngine() as unknown as Engine,
  host: Host = plainHost,
): Promise<Stage<Engine>> {
  const events: ServerEvent[] = [];
  const session = new RealtimeSession({
    host,
    engine,
    turnDetector,
    voiceActivity: {
      probability: async (samples) => (samples.some((sample) => Math.abs(sample) > 0.05) ? 0.95 : 0.01),
      reset: () => undefined,
      close: async () => undefined,
    },
    model: 'on-device',
    send: (event) => void events.push(event),
  });
  await session.open();
  let seen = 0;
  return {
    engine,
    session,
    events,
    types: () => events.map(({ type }) => type),
    of: (type) => events.filter((event) => event.type === type) as never,
    say: (event) => session.take(typeof event === 'string' ? event : JSON.stringify(event)),
    hear: (pattern) => session.take(JSON.stringify({ type: 'input_audio_buffer.append', audio: soundOf(pattern) })),
    news: () => {
      const news = events.slice(seen).map(({ type }) => type);
      seen = events.length;
      return news;
    },
  };
}

/** PCM at 24 kHz: 768 samples are one frame. */
function soundOf(pattern: string): string {
  const bytes = Buffer.alloc(pattern.length * 768 * 2);
  [...pattern].forEach((sign, frame) => {
    for (let index = 0; index < 768; index++) {
      const at = frame * 768 + index;
      bytes.writeInt16LE(sign === 's' ? Math.round(6_000 * Math.sin(at / 5)) : 0, at * 2);
    }
  });
  return bytes.toString('base64');
}

export const manual = { type: 'session.update', session: { type: 'realtime', audio: { input: { turn_detection: null } } } };
export const userText = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});
