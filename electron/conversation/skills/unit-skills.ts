import { z } from 'zod';
import type { PhraseScore } from './phrase-matcher.ts';
import { defineSkill, type SkillResult } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { decimalForm, ONE } from './words/exact-number.ts';
import { convert, type Measure, readMeasure, readUnit, sayMeasure } from './words/measure-words.ts';
import { spokenWords } from './words/spoken-words.ts';
import { type Unit, unitsNamed } from './words/unit-table.ts';

/** Below a whole question. */
const TOLD_BEFORE = 0.8;
/** Where pints and gallons are the imperial ones. */
const IMPERIAL_REGIONS = new Set(['GB', 'IE']);

const convertUnits = defineSkill({
  name: 'units.convert',
  description: 'Converts a length, weight, temperature, volume, area, speed, time or amount of data into another unit.',
  example: 'How many miles is ten kilometers?',
  parameters: z.strictObject({
    measure: z.string().max(120).describe('ten kilometers; six feet two inches; 70 degrees fahrenheit'),
    unit: z.string().max(60).describe('the unit wanted: miles'),
  }),
  phrases: [
    'how many {unit} (is|are|in|make|makes|equal|does|do|is in|are in|are there in|is there in|go into|fit into) {measure} [make|equal|have]',
    'how many {unit} (are there|is that|does it take) (in|for|to make) {measure}',
    '(convert|change|turn|translate|put|express) {measure} (to|too|two|2|into|in) {unit}',
    '(what is|what are|what would be|how much is|how much are) {measure} (to|in|into|and) {unit}',
    'how (far|long|heavy|tall|hot|warm|cold|big|fast|high|deep|wide) (is|are) {measure} (in|and) {unit}',
    '{measure} (to|in|into|two|2|and) {unit}',
    '{measure} (is|are|equals|makes) how many {unit}',
    'what is {measure} (expressed|converted|measured) (in|to|into) {unit}',
    'how much is {measure} in {unit}',
    'how many {unit} (make|make up|go into|fit in|fit into|are in) {measure}',
    'what (is|are|does|do|would) {measure} (come to|make|be|amount to|work out at) in {unit}',
    '{measure} (would be|comes to|is) (what|how much) in {unit}',
    'how much {unit} is {measure}',
  ],
  recognise: recogniseTold,
  effect: 'none',
  run: ({ measure: measureText, unit: unitText }, { locale }) => {
    const measure = readMeasure(measureText);
    const targets = inRegion(readUnit(unitText), locale);
    if (measure === null) return declined(`I don't know the measure "${measureText}".`);
    if (targets.length === 0) return declined(`I don't know the unit "${unitText}".`);
    return answer(
      measure.map(({ count, units }) => ({ count, units: inRegion(units, locale) })),
      targets,
    );
  },
});

export const unitSkills = [convertUnits];

/** "The sign said forty miles, what's that in kilometers": the measure was told before the question. */
const TOLD =
  /^(.+?)[,.!]?\s+(?:so |and )?(?:what(?:'s|s| is| would| will| does)? (?:that|it|those|they)(?: be| come to| make)? in(?:to)? ([\w ]+?)|how many ([\w ]+?) (?:is|are|would|does) (?:that|it|those|they)(?: be| make)?|(?:tell me|say it|give me that) in ([\w ]+?))(?: please| then)?[?.!]?$/i;
const LONGEST_MEASURE_WORDS = 8;

function recogniseTold(utterance: string): PhraseScore | null {
  const [, told, ...units] = TOLD.exec(utterance) ?? [];
  const unit = units.find((named) => named !== undefined && readUnit(named).length > 0);
  if (told === undefined || unit === undefined) return null;
  const words = spokenWords(told).map(({ text }) => text);
  for (let length = Math.min(LONGEST_MEASURE_WORDS, words.length); length > 1; length--) {
    for (let at = words.length - length; at >= 0; at--) {
      const measure = words.slice(at, at + length).join(' ');
      if (readMeasure(measure) !== null) return { arguments: { measure, unit }, score: TOLD_BEFORE };
    }
  }
  return null;
}

function answer(measure: Measure, targets: readonly Unit[]): SkillResult {
  const result = convert(measure, targets);
  const from = measure[0]?.units[0]?.plural ?? '';
  if (result === null) {
    return declined(`${sentenceCase(from)} and ${targets[0]?.plural} measure different things, so I can't turn one into the other.`);
  }
  const { dimension } = result.unit;
  const parts = measure.flatMap(({ count, units }) => {
    const unit = units.find((candidate) => candidate.dimension === dimension);
    return unit === undefined ? [] : [{ count, unit }];
  });
  const [asked, spoken] = [sayMeasure(parts), sayMeasure([result])];
  if (asked === null || spoken === null) return declined('That number is too long to say aloud.');
  const isOne = parts.length === 1 && parts[0]?.count.numerator === ONE.numerator && parts[0].count.denominator === ONE.denominator;
  const number = decimalForm(result.count, 4, 2);
  return {
    sentence: `${sentenceCase(asked)} ${isOne ? 'is' : 'are'} ${spoken}.`,
    data: { measure: asked, result: number.text, unit: result.unit.plural, exact: number.exact },
  };
}

function inRegion(units: readonly Unit[], locale: string): readonly Unit[] {
  if (!IMPERIAL_REGIONS.has(new Intl.Locale(locale).region ?? '')) return units;
  return units.flatMap((unit) => {
    const imperial = unitsNamed(['imperial', unit.singular]);
    return imperial.length > 0 ? imperial : [unit];
  });
}
