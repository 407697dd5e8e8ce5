import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOT_REHEARSED, type RehearsedName } from '../../../../models/names/local-names.ts';
import { NameRehearsals, rehearsalKey } from '../../../../models/speech-to-speech/on-device/name-rehearsals.ts';
import { Role } from '../../../../models/speech-to-speech/on-device/role.ts';
import type { SpeechToText } from '../../../../models/speech-to-text/speech-to-text.ts';
import type { TextToSpeech } from '../../../../models/text-to-speech/text-to-speech.ts';

const name = (written: string) => ({ written, ipa: null, respelling: null, heardAs: [] });
const RESTED_MS = 3_200;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const halfASecond = () => new Promise<void>((resolve) => void setTimeout(resolve, 500));

/** Rehearsals with a voice that takes half a second a sentence, and a recogniser that always hears Kiva. */
function open(speak: () => Promise<void> = halfASecond, { hearing = false } = {}) {
  const said: string[] = [];
  const voice: TextToSpeech = {
    id: 'voice',
    speak: async (text) => {
      said.push(text);
      await speak();
      return { samples: new Float32Array(2_400), words: [] };
    },
    close: async () => undefined,
  };
  const recogniser: SpeechToText = {
    id: 'ears',
    longestMs: 15_000,
    transcribe: async () => ({ text: 'My name is Kiva.', heardText: null, averageLogProbability: 0, rejected: false }),
    close: async () => undefined,
  };
  const known = new Map<string, RehearsedName>();
  const onLearned = vi.fn();
  const roles = {
    textToSpeech: new Role(async () => voice),
    speechToText: new Role(async () => recogniser),
    metered: { hearing, talk: false, voice: false },
  };
  return { said, known, onLearned, rehearsals: new NameRehearsals({ roles, known, onLearned }) };
}

describe('rehearsals', () => {
  it('are not held elsewhere, where each request counts and names would leave', async () => {
    const { said, rehearsals } = open(halfASecond, { hearing: true });
    rehearsals.want([name('Keeva')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said).toEqual([]);
    await rehearsals.close();
  });

  it('wait until the conversation rests, then take one name after the other', async () => {
    const { said, known, onLearned, rehearsals } = open();
    rehearsals.want([name('Keeva'), name('Keva')]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...known.keys()]).toEqual([rehearsalKey(name('Keeva')), rehearsalKey(name('Keva'))]);
    expect(rehearsals.rehearsed(name('Keva')).forms).toEqual(['Kiva']);
    expect(onLearned).toHaveBeenCalledTimes(2);
    const before = said.length;
    rehearsals.want([name('Keeva'), name('Keva')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said.length).toBe(before);
    await rehearsals.close();
  });

  it('stop when somebody speaks, and begin again when all is quiet', async () => {
    const { said, known, rehearsals } = open();
    rehearsals.want([name('Keeva')]);
    await vi.advanceTimersByTimeAsync(RESTED_MS);
    expect(said.length).toBe(1);
    rehearsals.disturb();
    await vi.advanceTimersByTimeAsync(2_500);
    expect([said.length, known.size]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(known.size).toBe(1);
    await rehearsals.close();
  });

  it('leave a name as it is spelled when a model fails', async () => {
    const { known, rehearsals, onLearned } = open(() => Promise.reject(new Error('the voice died')));
    rehearsals.want([name('Keeva')]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([...known.values()]).toEqual([NOT_REHEARSED]);
    expect(onLearned).not.toHaveBeenCalled();
    await rehearsals.close();
  });

  it('leave no timer behind', async () => {
    const { rehearsals, said } = open();
    rehearsals.want([name('Keeva')]);
    await rehearsals.close();
    expect(vi.getTimerCount()).toBe(0);
    rehearsals.want([name('Keva')]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(said).toEqual([]);
  });
});
