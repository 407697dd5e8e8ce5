import { z } from 'zod';
import type { LimitTopic, Persona } from '../../ipc/persona-schema.ts';
import { defineSkill, type Skill } from './skill.ts';

/** Below every phrase that accounts for all words, so that "set a timer for my pills" sets one; above nothing at all. */
const SCORE = 0.3;

/** Signs that a subject is touched at all: wide, because the answer is only where to ask. English only, as all phrases. */
const SIGNS: Readonly<Record<LimitTopic, RegExp>> = {
  health:
    /\b(?:hurt(?:s|ing)?|pains?|painful|(?:head|back|tooth|stomach|ear|belly)[- ]?aches?|aches?|aching|sore|fever|cough(?:ing)?|rash|nause(?:a|ous)|dizz(?:y|iness)|bleed(?:s|ing)?|infect(?:ed|ion)|allerg(?:y|ies|ic)|symptoms?|diagnos(?:e|ed|is)|medicines?|medications?|pills?|tablets?|dos(?:e|es|age)|antibiotics?|ibuprofen|aspirin|paracetamol|acetaminophen|insulin|prescriptions?|blood pressure|pregnan(?:t|cy)|diabet(?:es|ic)|cancer|tumou?rs?|swollen|swelling|vomit(?:s|ed|ing)?|throw(?:ing)? up|diarrh?oea|diarrhea|constipat\w+|injur(?:y|ed|ies)|sprain(?:ed)?|fractured?|faint(?:ed|ing)?|numb|heart (?:rate|beat|burn|attack)|migraines?|panic attacks?|depress(?:ed|ion)|(?:is|are) (?:it|that|this) (?:contagious|broken|infected)|feel(?:ing)? (?:sick|ill|unwell)|(?:i am|i'm|he is|she is|he's|she's) (?:sick|ill)|flu|covid)\b/i,
  law: /\b(?:lawyers?|attorneys?|lawsuits?|sue|sued|suing|legal(?:ly)?|illegal|contracts?|custody|divorce|evict(?:ed|ion)?|liable|liability|copyright|my rights|visa|immigration|court)\b/i,
  money: /\b(?:invest(?:ing|ments?)?|stocks?|shares|mortgages?|loans?|crypto|bitcoin|pension|tax(?:es)?|interest rates?)\b/i,
};

const SUBJECTS: Readonly<Record<LimitTopic, string>> = {
  health: 'symptoms, medicines, injuries or anything a doctor should judge',
  law: 'the law, contracts or rights',
  money: 'investments, loans or taxes',
};

/**
 * What a persona always says to subjects it must not judge, as skills of its own: they hold on every engine, and the
 * embedded model is never asked.
 */
export function limitSkills(limits: Persona['limits']): readonly Skill[] {
  return limits.map(({ topic, sentence }) =>
    defineSkill({
      name: `limit.${topic}`,
      description: `Call it whenever the user asks about ${SUBJECTS[topic]}: it gives the only answer you may give.`,
      parameters: z.strictObject({}),
      phrases: [],
      recognise: (utterance) => (SIGNS[topic].test(utterance) ? { arguments: {}, score: SCORE } : null),
      effect: 'none',
      run: () => ({ sentence, data: { limit: topic } }),
    }),
  );
}
