import { once } from 'node:events';
import { connect } from 'node:net';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { resample } from '../../models/audio/resample.ts';
import { writeWav } from '../../models/audio/wav.ts';
import { samplesOf } from '../recordings/recordings.ts';

type Type = RealtimeServerEvent['type'];
type EventOf<T extends Type> = Extract<RealtimeServerEvent, { type: T }>;

/** The official client, and everything it was told. */
export interface RealtimeClient {
  readonly events: RealtimeServerEvent[];
  readonly of: <T extends Type>(type: T) => EventOf<T>[];
  readonly send: (event: RealtimeClientEvent) => void;
  /** The `count`-th event of that type. */
  readonly until: <T extends Type>(type: T, count?: number) => Promise<EventOf<T>>;
  /** Sends a recording and, after it, silence. */
  readonly speak: (file: string, silenceMs: number) => void;
  /** What was spoken, as a WAV file. */
  readonly spoken: () => Uint8Array;
  readonly closed: Promise<{ code: number }>;
  readonly close: () => void;
}

/** Plain TCP to this computer: the client itself would only speak TLS. */
export async function realtimeClient(url: string, token: string): Promise<RealtimeClient> {
  const { hostname, port, host } = new URL(url);
  const options = { createConnection: () => connect(Number(port), hostname), headers: { host } } as object;
  const client = new OpenAIRealtimeWS({ model: 'on-device', options }, new OpenAI({ baseURL: url, apiKey: token }));
  const events: RealtimeServerEvent[] = [];
  let look = () => {};
  client.on('event', (event) => {
    events.push(event);
    look();
  });
  // Errors are events too; without a listener the client throws them.
  client.on('error', () => undefined);
  const closed = once(client.socket, 'close').then(([code]) => ({ code: code as number }));
  const of = <T extends Type>(type: T) => events.filter((event) => event.type === type) as EventOf<T>[];
  const until = async <T extends Type>(type: T, count = 1): Promise<EventOf<T>> => {
    for (;;) {
      const found = of(type)[count - 1];
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        look = resolve;
      });
    }
  };
  await Promise.race([until('session.created'), closed]);
  return {
    events,
    of,
    send: (event) => client.send(event),
    until,
    speak: (file, silenceMs) => {
      for (const audio of pcmOf(file, silenceMs)) client.send({ type: 'input_audio_buffer.append', audio });
    },
    spoken: () => wavOf(of('response.output_audio.delta').map(({ delta }) => delta)),
    closed,
    close: () => client.close(),
  };
}

/** A recording as pcm of 24 kHz, in base64 pieces of 20 ms, and silence behind it. */
export function pcmOf(file: string, silenceMs: number): string[] {
  const speech = resample(samplesOf(file), 16_000, 24_000);
  const bytes = Buffer.alloc((speech.length + silenceMs * 24) * 2);
  speech.forEach((sample, index) => void bytes.writeInt16LE(Math.round(sample * 32_767), index * 2));
  return Array.from({ length: Math.ceil(bytes.length / 960) }, (_, index) =>
    bytes.subarray(index * 960, (index + 1) * 960).toString('base64'),
  );
}

export function wavOf(pieces: readonly string[]): Uint8Array {
  const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
  return writeWav(
    Float32Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2) / 32_768),
    24_000,
  );
}
