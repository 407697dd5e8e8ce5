import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFacts } from '../../electron/conversation/memory/recall/choose-facts.ts';
import { ABOUT_ME, type Fact } from '../../electron/ipc/memory-schema.ts';
import { type MeaningModel, nearness } from '../../models/meaning/meaning-model.ts';
import { openOwnMeaning } from '../../models/meaning/own-meaning.ts';
import { plainWords } from '../../models/speech-to-speech/on-device/skill-choice.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';
import { meaningModelSuite } from './meaning-model-suite.ts';

describe.skipIf(isMissing('meaning'))('the net of meaning that ships', () => {
  meaningModelSuite(() => openOwnMeaning(realPlaces));

  describe('finds facts that share no word with the turn', () => {
    let model: MeaningModel;
    beforeAll(async () => {
      model = await openOwnMeaning(realPlaces);
    });
    afterAll(() => model.close());

    const facts = [
      'I live in Berlin',
      "I'm allergic to peanuts",
      'My favorite food is lasagna',
      'I work as a carpenter',
      'My daughter loves dinosaurs',
      'I usually wake up at six',
      'My car is a red Volvo',
      'I have a dentist appointment on Friday',
    ].map(
      (words, index): Fact => ({
        id: `${index}`,
        kind: 'about',
        words,
        slot: null,
        scope: ABOUT_ME,
        confidence: 0.7,
        sourceTurnId: null,
        at: '2026-11-24T10:00:00Z',
        earlier: [],
      }),
    );

    async function used(said: string): Promise<readonly string[]> {
      const [turn, ...meanings] = (await model.read([said, ...facts.map(({ words }) => words)].map(plainWords))).map(
        ({ vector }) => vector,
      );
      const found = facts.map((fact, index) => ({ fact, nearness: nearness(turn as Float32Array, meanings[index] as Float32Array) }));
      const chosen = chooseFacts(said, found, facts, { mayKnow: ({ scope }) => scope === ABOUT_ME, budgetTokens: 200 });
      return chosen.used.map(({ words }) => words);
    }

    it.each([
      ['What could I cook tonight?', 'My favorite food is lasagna'],
      ['My tooth hurts.', 'I have a dentist appointment on Friday'],
      ['When should I set my alarm?', 'I usually wake up at six'],
      ['What should I give my little girl for her birthday?', 'My daughter loves dinosaurs'],
      ['Tell me about wood.', 'I work as a carpenter'],
      ['Nuts', "I'm allergic to peanuts"],
    ])('"%s" -> "%s"', async (said, words) => {
      expect((await used(said))[0]).toBe(words);
    });

    it.each(['What is a good name for a horse?', 'Who won the match?', 'Who was Napoleon?', 'What is two plus two?', 'Thanks.'])(
      'and none for "%s"',
      async (said) => {
        expect(await used(said)).toEqual([]);
      },
    );
  });
});
