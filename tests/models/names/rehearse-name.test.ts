import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localNames } from '../../../models/names/local-names.ts';
import { rehearseName, usefulForms } from '../../../models/names/rehearse-name.ts';
import type { Transcript } from '../../../models/speech-to-text/speech-to-text.ts';

const caoimhe = { written: 'Caoimhe', ipa: 'kˈiːvə', respelling: null, heardAs: [] };
const transcript = (text: string, heardText: string | null = null): Transcript => ({
  text,
  heardText,
  averageLogProbability: -0.1,
  rejected: false,
});

/** A voice that says what it is given, and a recogniser that hears the next of these. */
function peers(heard: readonly (string | Transcript)[]) {
  const spoken: { text: string; ipa: string | undefined; rate: number }[] = [];
  let at = 0;
  return {
    spoken,
    voice: {
      speak: async (
        text: string,
        { voice, pronunciations }: { voice: { rate: number }; pronunciations?: Readonly<Record<string, string>> },
      ) => {
        spoken.push({ text, ipa: pronunciations?.['Caoimhe'], rate: voice.rate });
        return { samples: new Float32Array(2_400), words: [] };
      },
    },
    recogniser: {
      transcribe: async () => {
        const next = heard[at++ % heard.length] ?? '';
        return typeof next === 'string' ? transcript(next) : next;
      },
    },
  };
}

describe('a rehearsal', () => {
  it('says the name as its card has it said, in several manners, and keeps what was heard in its place', async () => {
    const { voice, recogniser, spoken } = peers(['My name is Kiva.', 'I met Keevy yesterday.']);
    const { forms } = await rehearseName(caoimhe, { voice, recogniser, signal: new AbortController().signal });
    expect(forms).toEqual(['Kiva', 'Keevy']);
    expect(spoken.map(({ text }) => text)).toContain('I met Caoimhe yesterday.');
    expect(new Set(spoken.map(({ ipa }) => ipa))).toEqual(new Set(['kˈiːvə']));
    expect(new Set(spoken.map(({ rate }) => rate)).size).toBe(3);
  });

  it('keeps what was really heard, not a common name that was guessed into it', async () => {
    const { voice, recogniser } = peers([transcript('My name is Kate.', 'My name is Kiva.')]);
    const { forms } = await rehearseName(caoimhe, { voice, recogniser, signal: new AbortController().signal });
    expect(forms).toEqual(['Kiva']);
  });

  it('keeps nothing of what it did not understand', async () => {
    const { voice, recogniser } = peers(['What a day.', 'I met']);
    const { forms } = await rehearseName(caoimhe, { voice, recogniser, signal: new AbortController().signal });
    expect(forms).toEqual([]);
  });

  it('ends when it is aborted', async () => {
    const { voice, recogniser, spoken } = peers(['My name is Kiva.']);
    const stop = new AbortController();
    stop.abort(new Error('somebody speaks'));
    await expect(rehearseName(caoimhe, { voice, recogniser, signal: stop.signal })).rejects.toThrow('somebody speaks');
    expect(spoken.length).toBe(1);
  });
});

describe('forms', () => {
  it('are the most frequent ones that tell the name from others', () => {
    const heard = ['Keevy', 'Kiva', 'Kiva', 'a', 'Caoimhe', 'the big black dog', 'Washington', '12', 'Kiva'];
    expect(usefulForms(heard, caoimhe)).toEqual(['Kiva', 'Keevy']);
  });

  it('are at most four, none empty, none the name itself, whatever was heard', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('Kiva', 'Keevy', 'Caoimhe'))),
        (heard) => {
          const forms = usefulForms(heard, caoimhe);
          expect(forms.length).toBeLessThanOrEqual(4);
          expect(new Set(forms).size).toBe(forms.length);
          for (const form of forms) expect(form.trim() !== '' && form !== 'Caoimhe' && heard.includes(form)).toBe(true);
        },
      ),
    );
  });

  it('are listened for behind learned ones and spellings', () => {
    const [name] = localNames([{ ...caoimhe, heardAs: ['Quiva'] }], () => ({ forms: ['Kiva', 'Keevy'], examples: [] })).bias;
    expect(name?.spellings.at(0)).toBe('Quiva');
    expect(name?.spellings.slice(-2)).toEqual(['Kiva', 'Keevy']);
  });
});
