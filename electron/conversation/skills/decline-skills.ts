import { z } from 'zod';
import { type Unknowable, unknowableIn } from './decline-signs.ts';
import { keepLast } from './keep-last.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { defineSkill } from './skill.ts';

/** Below every other skill, a persona's limits included: only the model comes after it. */
const LAST = 0.25;
/** A question beside something told: what others find in parts of the talk goes before it. */
const BESIDE = 0.01;
const LOOK_IT_UP = 'an engine with web search can look it up: choose one in Settings, under Engines.';

/** What is wanted, and the one sentence that says so, with the way to get it. */
const DECLINED: Readonly<Record<Unknowable, readonly [wanted: string, sentence: string]>> = {
  weather: ['the weather', `I can't see the weather from here; ${LOOK_IT_UP}`],
  news: ['the news', `I get no news here; ${LOOK_IT_UP}`],
  prices: ['prices of today', `I don't know today's prices; ${LOOK_IT_UP}`],
  rates: [
    'a currency at a rate that was not said',
    "I don't know today's exchange rate; tell me one, for example: convert fifty euros to dollars at one point one.",
  ],
  sports: ['results and fixtures', `I don't follow games here; ${LOOK_IT_UP}`],
  traffic: ['traffic, trains and flights', `I can't see traffic or timetables; a map on your phone can, or ${LOOK_IT_UP}`],
  places: [
    'places nearby and what is open or on',
    `I don't know what is around you or open now; a map on your phone does, or ${LOOK_IT_UP}`,
  ],
  inbox: ['mail, calendar, parcels and accounts', "I can't look into your mail, calendar or accounts; the app they are in can tell you."],
  private: ['what only other people know', "I can't know that about somebody else; ask them, or tell me and say remember it."],
  future: ['the future', "Nobody can know that yet, so I won't guess; I can help you think it through."],
  untold: ['what was never told', "I can't know that, because nobody told me; say remember, and what it is, and I can tell you next time."],
};

/** All kinds ask about the same words. */
const askedInVain = keepLast(unknowableIn);

/**
 * What nobody can know here is said to be so, before a model invents it. A hosted engine may know or look it up: it is not
 * offered these.
 */
export const declineSkills = kinds().map((kind) =>
  defineSkill({
    name: `decline.${kind}`,
    description: `Call it when the user asks for ${DECLINED[kind][0]}: it gives the only honest answer.`,
    parameters: z.strictObject({}),
    phrases: [],
    onlyOnThisComputer: true,
    recognise: (utterance) => matchOf(kind, utterance, true),
    recogniseWithin: (utterance) => matchOf(kind, utterance, false),
    effect: 'none',
    run: () => ({ sentence: DECLINED[kind][1], data: { declined: kind } }),
  }),
);

function matchOf(kind: Unknowable, utterance: string, isWhole: boolean): PhraseScore | null {
  const asked = askedInVain(utterance);
  return asked?.kind === kind && asked.isWhole === isWhole ? { arguments: {}, score: isWhole ? LAST : BESIDE } : null;
}

function kinds(): readonly Unknowable[] {
  return Object.keys(DECLINED).filter((kind): kind is Unknowable => Object.hasOwn(DECLINED, kind));
}
