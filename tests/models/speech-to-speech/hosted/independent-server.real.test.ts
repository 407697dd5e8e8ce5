import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../../../electron/ipc/audio-frame.ts';
import { customProfile } from '../../../../models/speech-to-speech/hosted/custom-profile.ts';
import { openHostedModel } from '../../../../models/speech-to-speech/hosted/hosted-model.ts';
import type {
  EngineEvent,
  EngineFailure,
  EngineSetup,
  RealtimeConnection,
  ToolDefinition,
} from '../../../../models/speech-to-speech/realtime-model.ts';
import { samplesOf } from '../../../recordings/recordings.ts';
import { plainSetup } from '../on-device/setup.ts';

/**
 * A Realtime server that nobody here wrote, with real models behind it, judges the client. It differs from the published
 * protocol in many ways, and is told by none of them who it is.
 */
const URL_OF_SERVER = process.env['PARLEY_PEER_URL'] ?? 'ws://127.0.0.1:8070/v1/realtime';
const WAIT_MS = 90_000;

const present = await new Promise<boolean>((resolve) => {
  const socket = new WebSocket(URL_OF_SERVER, { handshakeTimeout: 2000 });
  socket.once('open', () => {
    socket.close();
    resolve(true);
  });
  socket.once('error', () => resolve(false));
});
if (!present) console.warn(`Skipped: no independent Realtime server answers at ${URL_OF_SERVER}. PARLEY_PEER_URL names another.`);

const CAPITAL: ToolDefinition = {
  name: 'atlas.capital',
  description: 'Tells the capital of a country.',
  parameters: { type: 'object', properties: { country: { type: 'string' } }, required: ['country'] },
  effect: 'none',
  match: () => null,
};

const model = openHostedModel({ profile: customProfile({ url: URL_OF_SERVER, dialect: 'realtime' }), key: null });

/** A free place comes a moment after the last conversation ended. */
async function connect(setup: Partial<EngineSetup> = {}): Promise<RealtimeConnection> {
  for (let trial = 1; ; trial++) {
    try {
      return await model.connect({ ...plainSetup, ...setup }, new AbortController().signal);
    } catch (failure) {
      if (trial > 30 || !(failure as EngineFailure).retryable) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

describe.skipIf(!present)(
  'an independent Realtime server',
  () => {
    let connection: RealtimeConnection;
    let events: EngineEvent[];
    const all = <T extends EngineEvent['type']>(type: T) =>
      events.filter((event): event is Extract<EngineEvent, { type: T }> => event.type === type);
    const finals = () => all('user-transcript').filter(({ final }) => final);
    const until = (what: () => unknown) => vi.waitFor(() => expect(what()).toBeTruthy(), { timeout: WAIT_MS, interval: 20 });
    const ends = (count: number) => until(() => all('response-ended').length >= count);
    const said = () =>
      all('reply-words')
        .flatMap(({ words }) => words.map(({ text }) => text))
        .join('');

    async function open(setup: Partial<EngineSetup> = {}): Promise<void> {
      connection = await connect(setup);
      events = [];
      connection.subscribe((event) => events.push(event));
    }

    /** Speaks a recording at the pace of the clock, as a microphone would. */
    async function speak(name: string): Promise<void> {
      const samples = samplesOf(`${name}.wav`);
      const startMs = performance.now();
      for (let at = 0, index = 1; at < samples.length; at += HEARING_FRAME_SAMPLES, index++) {
        const frame = new Float32Array(HEARING_FRAME_SAMPLES);
        frame.set(samples.subarray(at, at + HEARING_FRAME_SAMPLES));
        connection.appendAudio({ samples: frame, endMs: index * HEARING_FRAME_MS, speechProbability: 1 });
        const waitMs = startMs + index * HEARING_FRAME_MS - performance.now();
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }

    async function ask(name: string, turn: number): Promise<void> {
      await speak(name);
      const saidAtMs = performance.now();
      const before = all('reply-audio').length;
      connection.commit();
      await until(() => finals().length >= turn);
      connection.respond();
      void until(() => all('reply-audio').length > before).then(
        () =>
          console.log(
            `${name}: the first sound of the answer ${Math.round(performance.now() - saidAtMs)} ms after the last of the question`,
          ),
        () => undefined,
      );
    }

    afterEach(() => connection?.close());

    it('hears whole spoken turns and answers each aloud, though it takes no commits', async () => {
      await open();
      await ask('capital-of-france', 1);
      await ends(1);
      await ask('what-can-you-do', 2);
      await ends(2);
      expect(finals().map(({ text }) => text.toLowerCase())).toEqual([expect.stringContaining('france'), expect.stringMatching(/what|do/)]);
      expect(all('response-ended').map(({ end }) => end)).toEqual(['completed', 'completed']);
      expect(all('reply-audio').reduce((sum, { samples }) => sum + samples.length / 24, 0)).toBeGreaterThan(500);
      expect(said().length).toBeGreaterThan(3);
      expect(all('failed')).toEqual([]);
    });

    it('stops at once when the user speaks up, and answers what was said then', async () => {
      await open();
      connection.appendItem({ kind: 'user-text', text: 'Please tell me a long story about a cat.' });
      connection.respond();
      await until(() => all('reply-audio').length > 0);
      const itemId = all('reply-audio')[0]?.itemId ?? '';
      connection.cancel();
      connection.truncate(itemId, 120, 'Once');
      const heard = all('reply-audio').length;
      await ask('capital-of-france', 1);
      await ends(2);
      const first = all('response-started')[0]?.responseId;
      expect(all('reply-audio').filter(({ responseId }) => responseId === first)).toHaveLength(heard);
      expect(finals()[0]?.text.toLowerCase()).toContain('france');
      expect(all('response-ended').map(({ end }) => end)).toEqual(['cancelled', 'completed']);
    });

    it('calls a tool with arguments and speaks about its result', async () => {
      await open({ tools: [CAPITAL] });
      await ask('capital-of-france', 1);
      await until(() => all('tool-called').length > 0);
      const [call] = all('tool-called');
      expect(call?.name).toBe('atlas.capital');
      connection.appendItem({
        kind: 'tool-result',
        callId: call?.callId ?? '',
        output: '{"capital":"Paris"}',
        sentence: 'The capital is Paris.',
      });
      connection.respond();
      await ends(2);
      expect(all('response-ended').map(({ end }) => end)).toEqual(['called-tools', 'completed']);
      expect(all('reply-audio').length).toBeGreaterThan(0);
    });

    it('forgets what was taken back, and still hears what follows', async () => {
      await open();
      await speak('stop');
      connection.discard();
      await ask('capital-of-france', 1);
      await ends(1);
      expect(finals().map(({ text }) => text.toLowerCase())).toEqual([expect.stringContaining('france')]);
    });

    it('says when it has no free place, and is talked to again as soon as it has', async () => {
      await open();
      const refusal = await model.connect(plainSetup, new AbortController().signal).then(
        () => null,
        (failure: EngineFailure) => failure,
      );
      expect(refusal).toMatchObject({ message: '127.0.0.1 has no free place.', retryable: true, layer: 'protocol' });
      await connection.close();
      await open({
        history: [
          { role: 'user', text: 'My name is Anna.' },
          { role: 'assistant', text: 'Hello Anna.' },
        ],
      });
      connection.appendItem({ kind: 'user-text', text: 'What is the capital of France?' });
      connection.respond();
      await ends(1);
      expect(all('response-ended')[0]?.end).toBe('completed');
      expect(all('reply-audio').length).toBeGreaterThan(0);
    });
  },
  240_000,
);
