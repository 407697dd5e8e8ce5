import { z } from 'zod';
import { recogniseMeasureAsked } from './asked/asked-measures.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { lastMeant, toldBefore } from './request-within.ts';
import { defineSkill, type SkillResult } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { WITHIN_SCORES } from './within-scores.ts';
import { decimalForm, ONE } from './words/exact-number.ts';
import { convert, type Measure, readMeasure, readUnit, sayMeasure } from './words/measure-words.ts';
import { type SpokenWord, spokenWords } from './words/spoken-words.ts';
import { UNIT_NAMES, type Unit, unitsNamed } from './words/unit-table.ts';

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
    '(convert|change|turn|translate|put|express) {measure} [of {_:label}] (to|too|two|2|into|in) {unit}',
    '(what is|what are|what would be|how much is|how much are) {measure} (to|in|into|and) {unit}',
    'how (far|long|heavy|tall|hot|warm|cold|big|fast|high|deep|wide) (is|are) {measure} (in|and) {unit}',
    '{measure} (to|in|into|two|2|and) {unit}',
    '{measure} (is|are|equals|makes) how many {unit}',
    'what is {measure} (expressed|converted|measured) (in|to|into) {unit}',
    '(how much|what) (is|are|would be) {measure} of {_:label} (in|into|to) {unit}',
    'how many {unit} (is|are|would be|would) {measure} of {_:label} [be|make]',
    'how much is {measure} in {unit}',
    'how many {unit} (make|make up|go into|fit in|fit into|are in) {measure}',
    'what (is|are|does|do|would) {measure} (come to|make|be|amount to|work out at) in {unit}',
    '{measure} (would be|comes to|is) (what|how much) in {unit}',
    'how much {unit} is {measure}',
    'how many {unit} (would|will|does|do|could|might) {measure} (be|make|come to|work out at|equal|give|give me|amount to)',
    'how many {unit} (do i get from|do you get from|are there to|go in|go to|would you say is) {measure}',
    'what (would|will|does|do|might) {measure} (be|make|come to|equal|give) (in|in terms of) {unit}',
    'how (far|long|heavy|tall|hot|warm|cold|big|fast|high|deep|wide|much) (would|does|do|will) {measure} (be|come to|make) in {unit}',
    '(give|tell|show) [me] {measure} (in|as) {unit}',
    'what (is|are) {measure} (if|when) (you|i|we) (convert|turn|change|put) it (to|into|in) {unit}',
    '[i (want|need|would like)] {measure} (in|into|as) {unit}',
  ],
  recognise: recogniseTold,
  recogniseWithin: (utterance) => recogniseBothTold(utterance) ?? recogniseMeasureAsked(utterance),
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
const IT = '(?:that|it|those|they|this|these)';
const SIZE = '(?:much|many|long|far|tall|heavy|hot|warm|cold|big|fast|high|deep|wide|large)';
const UNIT = `(?:${UNIT_NAMES.map((name) => name.toLowerCase())
  .toSorted((one, other) => other.length - one.length)
  .join('|')})`;
const MAKES = '(?: be| make| come to| work out at| equal| amount to)?';
const INTO_WHAT = new RegExp(
  `(?:what (?:is|are|would|will|does|do|might) ${IT}${MAKES}|how ${SIZE} (?:is|are|would|does|do) ${IT}${MAKES}|(?:tell me|say|give me|give us|show me|let me have|i (?:want|need|would like)) ${IT}|(?:convert|change|turn|put|translate|switch) ${IT}) (?:in|into|to) ${UNIT}` +
    `|(?:${IT} (?:is|are|makes|make|would be)|which is) how many ${UNIT}|how many ${UNIT} (?:is|are|would|does|do|will) ${IT}${MAKES}`,
);
const LONGEST_MEASURE_WORDS = 8;
const LONGEST_UNIT_WORDS = 3;

/** "He's five foot eleven and the form wants centimetres, so work that out": the unit was told too. */
const WORK_OUT = new RegExp(
  `what (?:is|would|does|will) ${IT}${MAKES}|how ${SIZE} (?:is|are|would|does) ${IT}${MAKES}|work ${IT} out|(?:convert|translate|change|turn) ${IT}(?: for (?:me|us))?|do the (?:conversion|sum)`,
);
const UNIT_WANTED =
  /^(?:in|into|to|wants?|needs?|only|does|do|understands?|uses?|use|knows?|know|has|have|says?|for|shows?|takes?|just|prefers?)$/;

function recogniseBothTold(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, WORK_OUT);
  const unit =
    told &&
    lastMeant(told, utterance, LONGEST_UNIT_WORDS, ({ text, after }) =>
      UNIT_WANTED.test(after) && readUnit(text).length > 0 ? text : null,
    );
  const measure = told && unit && measureTold(told, utterance, unit);
  return measure && unit ? { arguments: { measure, unit }, score: WITHIN_SCORES.patterned } : null;
}

function recogniseTold(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, INTO_WHAT);
  if (told === null) return null;
  const question = spokenWords(utterance).slice(told.length);
  const unit = lastMeant(question, utterance, LONGEST_UNIT_WORDS, ({ text }) => (readUnit(text).length > 0 ? text : null));
  if (unit === null) return null;
  const measure = measureTold(told, utterance, unit);
  return measure === null ? null : { arguments: { measure, unit }, score: TOLD_BEFORE };
}

function measureTold(told: readonly SpokenWord[], utterance: string, unit: string): string | null {
  const wanted = readUnit(unit);
  return lastMeant(told, utterance, LONGEST_MEASURE_WORDS, ({ text }) => {
    const read = text.includes(' ') ? readMeasure(text) : null;
    // "I only have a gram scale": that is no measure to turn into grams.
    const isOther = read !== null && !read.some(({ units }) => units.some((one) => wanted.includes(one)));
    return isOther && convert(read, wanted) !== null ? text : null;
  });
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
