import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repairHeard } from '../../../models/names/heard-names.ts';
import { localNames, NOT_REHEARSED, type RehearsedName } from '../../../models/names/local-names.ts';
import { rehearseName } from '../../../models/names/rehearse-name.ts';
import type { EngineName } from '../../../models/speech-to-speech/realtime-model.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';
import { SPOKEN_NAMES } from '../../recordings/spoken-names.ts';
import { SPEAKERS, type Speaker, spoken } from '../../recordings/spoken-set.ts';
import { isMissing, realPlaces } from '../real-places.ts';

const CARDS: readonly EngineName[] = SPOKEN_NAMES.map(({ written, ipa }) => ({ written, ipa, heardAs: [], respelling: null }));
const { bias } = localNames(CARDS);
/** Every fifth of the 60: the bench has them all, in several voices and with noise. */
const SOME = SPOKEN_NAMES.filter((_, index) => index % 5 === 0);
const piper = SPEAKERS[0] as Speaker;

describe.skipIf(isMissing('speech-to-text', 'text-to-speech'))('names that have a card', () => {
  let recogniser: SpeechToText;
  let voice: TextToSpeech;
  beforeAll(async () => {
    recogniser = await openMoonshine(realPlaces);
    voice = await openPiper(realPlaces);
  });
  afterAll(async () => {
    await Promise.all([recogniser.close(), voice.close()]);
  });

  it('are written as the card has them, many of which are not without it', async () => {
    const right: string[] = [];
    const plain: string[] = [];
    for (const { written, ipa, sentence } of SOME) {
      const samples = await spoken(voice, { text: sentence.replace('@', written), pronunciations: { [written]: ipa } }, piper, null);
      const { text, heardText } = await recogniser.transcribe(samples, { effort: 'final', bias });
      if (repairHeard(text, CARDS).text.includes(written)) right.push(written);
      if ((heardText ?? text).includes(written)) plain.push(written);
    }
    console.log(
      SOME.filter(({ written }) => !right.includes(written)).map(({ written }) => written),
      `${right.length} of ${SOME.length} with cards, ${plain.length} without`,
    );
    expect(right.length).toBeGreaterThanOrEqual(SOME.length - 2);
    expect(plain.length).toBeLessThan(right.length - 4);
  }, 300_000);

  it('are never put where nobody said them', async () => {
    for (const { file } of allRecordings().filter(({ text }) => text !== '')) {
      const { text } = await recogniser.transcribe(samplesOf(file), { effort: 'final', bias });
      const repaired = repairHeard(text, CARDS).text;
      expect(CARDS.filter(({ written }) => repaired.includes(written))).toEqual([]);
    }
  }, 300_000);

  it.each([
    // "Please call me" sounds like no name, though one sounds just behind it.
    ['Lakshmi', 'Kwame', 'Please call me @.', /^Please call me Lakshmi\.$/],
    // "My name has been Wah": what Sven is like is Benoît already.
    ['Benoît', 'Sven', 'My name is @.', /^My name (?:is|has) Benoît\.$/],
  ])(
    'take the place of the words they were heard for, and of no others: %s, not %s',
    async (said, other, sentence, expected) => {
      const cards = CARDS.filter(({ written }) => written === said || written === other);
      const { signal } = new AbortController();
      const rehearsed = new Map<string, RehearsedName>();
      for (const card of cards) rehearsed.set(card.written, await rehearseName(card, { voice, recogniser, signal }));
      const known = localNames(cards, ({ written }) => rehearsed.get(written) ?? NOT_REHEARSED);
      const pronunciations = { [said]: cards.find(({ written }) => written === said)?.ipa ?? '' };
      for (const speaker of SPEAKERS.filter(({ voice }) => voice === 'piper')) {
        const samples = await spoken(voice, { text: sentence.replace('@', said), pronunciations }, speaker, null);
        const { text } = await recogniser.transcribe(samples, { effort: 'final', bias: known.bias });
        expect(text, speaker.id).toMatch(expected);
      }
    },
    300_000,
  );

  it('are rehearsed: the voice says them, and what the recogniser makes of that is kept', async () => {
    const caoimhe = { written: 'Caoimhe', ipa: 'kˈiːvə', respelling: null, heardAs: [] };
    const { forms, examples } = await rehearseName(caoimhe, { voice, recogniser, signal: new AbortController().signal });
    expect(forms.length).toBeGreaterThan(0);
    // In two manners, alone and in a sentence.
    expect(examples.length).toBe(4);
    for (const form of forms) expect(form).toMatch(/^[KCG]/);
  }, 300_000);

  it.each(["No, it's spelled I, G, O, R.", 'My name is spelled S, O, F, I, A.'])(
    'are heard letter by letter: %s',
    async (said) => {
      const { text } = await recogniser.transcribe(await spoken(voice, { text: said, pronunciations: {} }, piper, null), {
        effort: 'final',
      });
      expect(text).toBe(said);
    },
    300_000,
  );

  it('are not looked for in partial words', async () => {
    const { heardText } = await recogniser.transcribe(samplesOf('my-name-is-anna.wav'), { effort: 'partial', bias });
    expect(heardText).toBeNull();
  });
});
