import { describe, expect, it } from 'vitest';
import { scriptedTextToSpeech } from '../../../../models/scripted/scripted-text-to-speech.ts';
import { type ClauseManner, ClauseVoice } from '../../../../models/speech-to-speech/on-device/clause-voice.ts';
import { Role } from '../../../../models/speech-to-speech/on-device/role.ts';
import { type SpokenClause, type TextToSpeech, wholeClause } from '../../../../models/text-to-speech/text-to-speech.ts';

const voice = { voiceId: 'joe', rate: 1, pitch: 1 };
const manner = { voice, pronunciations: {}, signal: new AbortController().signal };

function open(expected?: readonly (string | Error)[]) {
  const model = scriptedTextToSpeech(expected);
  return { model, speaker: new ClauseVoice(new Role(async () => model)) };
}

/** A voice that takes as long as the test lets it. */
function slowVoice() {
  const waiting: { signal: AbortSignal | undefined; finish: () => void }[] = [];
  const model: TextToSpeech = {
    id: 'slow',
    speak: (_text, { signal }) =>
      new Promise<SpokenClause>((resolve) => {
        waiting.push({ signal, finish: () => resolve({ samples: new Float32Array(signal?.aborted ? 0 : 2400), words: [] }) });
      }),
    close: async () => undefined,
  };
  return { waiting, speaker: new ClauseVoice(new Role(async () => model)) };
}

/** A voice whose pieces come when the test says so; null ends the clause. */
function voiceInPieces() {
  let push: (length: number | null) => void = () => undefined;
  const lengths = new ReadableStream<number>({
    start: (controller) => {
      push = (length) => (length === null ? controller.close() : controller.enqueue(length));
    },
  });
  const model: TextToSpeech = {
    id: 'in pieces',
    speak: () => Promise.reject(new Error('It speaks in pieces.')),
    speakPieces: async function* () {
      for await (const length of lengths) yield { samples: new Float32Array(length), words: [] };
    },
    close: async () => undefined,
  };
  const next = async (length: number | null) => {
    await settled();
    push(length);
    await settled();
  };
  return { next, speaker: new ClauseVoice(new Role(async () => model)) };
}

const say = (speaker: ClauseVoice, clause: string, how: ClauseManner) => wholeClause(speaker.pieces(clause, how));

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('ClauseVoice', () => {
  it('makes a clause once while it is asked for again in the same manner', async () => {
    const { model, speaker } = open();
    const [first, second] = await Promise.all([say(speaker, 'Sure.', manner), say(speaker, 'Sure.', manner)]);
    expect(second).toEqual(first);
    expect(await say(speaker, 'Sure.', manner)).toEqual(first);
    await say(speaker, 'Sure.', { ...manner, voice: { ...voice, rate: 1.2 } });
    await say(speaker, 'Sure.', { ...manner, pronunciations: { Igor: 'x' } });
    expect(model.clauses).toEqual(['Sure.', 'Sure.']);
  });

  it('says a name anew when its card changed', async () => {
    const { model, speaker } = open();
    await say(speaker, 'Hello Igor.', { ...manner, pronunciations: { Igor: 'ˈiɡɔɹ' } });
    await say(speaker, 'Hello Igor.', { ...manner, pronunciations: { Igor: 'ˈaɪɡɔɹ' } });
    expect(model.clauses).toHaveLength(2);
  });

  it('does not keep what failed, nor what is long', async () => {
    const long = 'word '.repeat(60).trim();
    const { model, speaker } = open([new Error('broken'), 'Sure.', long, long]);
    await expect(say(speaker, 'Sure.', manner)).rejects.toThrow('broken');
    await say(speaker, 'Sure.', manner);
    await say(speaker, long, manner);
    await settled();
    await say(speaker, long, manner);
    expect(model.clauses).toHaveLength(4);
  });

  it('stops making a clause only when nobody waits for it any more', async () => {
    const { waiting, speaker } = slowVoice();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = say(speaker, 'Sure.', { ...manner, signal: one.signal });
    void say(speaker, 'Sure.', { ...manner, signal: other.signal });
    await settled();
    one.abort();
    expect(waiting[0]?.signal?.aborted).toBe(false);
    other.abort();
    expect(waiting[0]?.signal?.aborted).toBe(true);
    waiting[0]?.finish();
    expect((await first).samples).toHaveLength(0);
    void say(speaker, 'Sure.', manner);
    await settled();
    expect(waiting).toHaveLength(2);
  });

  it('is heard from its first piece on, by everybody who asks meanwhile and afterwards', async () => {
    const { next, speaker } = voiceInPieces();
    const heard: number[][] = [[], [], []];
    const listen = async (to: number[]) => {
      for await (const { samples } of speaker.pieces('Sure.', manner)) to.push(samples.length);
    };
    const [first, second] = [listen(heard[0] ?? []), listen(heard[1] ?? [])];
    await next(10);
    expect(heard).toEqual([[10], [10], []]);
    await next(20);
    await next(null);
    await Promise.all([first, second, listen(heard[2] ?? [])]);
    expect(heard).toEqual([
      [10, 20],
      [10, 20],
      [10, 20],
    ]);
  });

  it('keeps no more than the last minute', async () => {
    const { model, speaker } = open();
    const clause = (index: number) => `number ${index} ${'word '.repeat(28)}`;
    for (let index = 0; index < 30; index++) await say(speaker, clause(index), manner);
    await settled();
    await say(speaker, clause(29), manner);
    expect(model.clauses).toHaveLength(30);
    await say(speaker, clause(0), manner);
    expect(model.clauses).toHaveLength(31);
  });
});
