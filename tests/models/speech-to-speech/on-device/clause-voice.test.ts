import { describe, expect, it } from 'vitest';
import { scriptedTextToSpeech } from '../../../../models/scripted/scripted-text-to-speech.ts';
import { ClauseVoice } from '../../../../models/speech-to-speech/on-device/clause-voice.ts';
import { Role } from '../../../../models/speech-to-speech/on-device/role.ts';
import type { SpokenClause, TextToSpeech } from '../../../../models/text-to-speech/text-to-speech.ts';

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

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('ClauseVoice', () => {
  it('makes a clause once while it is asked for again in the same manner', async () => {
    const { model, speaker } = open();
    const [first, second] = await Promise.all([speaker.speak('Sure.', manner), speaker.speak('Sure.', manner)]);
    expect(second).toBe(first);
    expect(await speaker.speak('Sure.', manner)).toBe(first);
    await speaker.speak('Sure.', { ...manner, voice: { ...voice, rate: 1.2 } });
    await speaker.speak('Sure.', { ...manner, pronunciations: { Igor: 'x' } });
    expect(model.clauses).toEqual(['Sure.', 'Sure.']);
  });

  it('says a name anew when its card changed', async () => {
    const { model, speaker } = open();
    await speaker.speak('Hello Igor.', { ...manner, pronunciations: { Igor: 'ˈiɡɔɹ' } });
    await speaker.speak('Hello Igor.', { ...manner, pronunciations: { Igor: 'ˈaɪɡɔɹ' } });
    expect(model.clauses).toHaveLength(2);
  });

  it('does not keep what failed, nor what is long', async () => {
    const long = 'word '.repeat(60).trim();
    const { model, speaker } = open([new Error('broken'), 'Sure.', long, long]);
    await expect(speaker.speak('Sure.', manner)).rejects.toThrow('broken');
    await speaker.speak('Sure.', manner);
    await speaker.speak(long, manner);
    await settled();
    await speaker.speak(long, manner);
    expect(model.clauses).toHaveLength(4);
  });

  it('stops making a clause only when nobody waits for it any more', async () => {
    const { waiting, speaker } = slowVoice();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = speaker.speak('Sure.', { ...manner, signal: one.signal });
    void speaker.speak('Sure.', { ...manner, signal: other.signal });
    await settled();
    one.abort();
    expect(waiting[0]?.signal?.aborted).toBe(false);
    other.abort();
    expect(waiting[0]?.signal?.aborted).toBe(true);
    waiting[0]?.finish();
    expect((await first).samples).toHaveLength(0);
    void speaker.speak('Sure.', manner);
    await settled();
    expect(waiting).toHaveLength(2);
  });

  it('keeps no more than the last minute', async () => {
    const { model, speaker } = open();
    const clause = (index: number) => `number ${index} ${'word '.repeat(28)}`;
    for (let index = 0; index < 30; index++) await speaker.speak(clause(index), manner);
    await settled();
    await speaker.speak(clause(29), manner);
    expect(model.clauses).toHaveLength(30);
    await speaker.speak(clause(0), manner);
    expect(model.clauses).toHaveLength(31);
  });
});
