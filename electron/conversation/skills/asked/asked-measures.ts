import { type Asking, askingIn, foundIn, onlyOne } from '../entity-request.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { WITHIN_SCORES } from '../within-scores.ts';
import { convert, type Measure, readMeasure, readUnit } from '../words/measure-words.ts';
import { spokenWords } from '../words/spoken-words.ts';
import { type Unit, unitsNamed } from '../words/unit-table.ts';

const LONGEST_MEASURE = 8;
const LONGEST_UNIT = 3;
/** Begins a measure; "to", "for" and "ate" are rather what they are. */
const NO_COUNT = /^(?:to|too|for|fore|ate|won|and|oh)\b/;
/** "A celsius machine" is no degree. */
const KIND_OF = /^an? (?:celsius|fahrenheit|centigrade|kelvin)\b/;
/** Letters and words that are seldom the unit meant when no number stands before them. */
const NO_TARGET =
  /^(?:in|m|g|l|s|mi|sec|second|foot|yard|stone|stones|leader|leaders|cup|day|hour|minute|week|year|ton|bit|bits|knot|knots|ms|mb|gb|tb|kb)$/;
const HOW_MANY = /^(?:how many|number of)$/;
const BEFORE_TARGET =
  /^(?:in|into|to|only|wants?|needs?|shows?|does|do|uses?|use|has|have|says?|knows?|understands?|the|know|many|of|like|as|wanted|measures?|gives?|for|takes?|american|imperial|metric)$/;
const PAST = /\b(?:ago|yesterday|last (?:night|week|year|time))\b|\bhow many \w+ (?:did|was|were)\b/;
const TIME_LEFT = /\b(?:left|until|till|timer|alarm|late|early|before|away|wake|meet\w*|lasts?|wait\w*)\b/;

/** A measure, the name of another unit of the same kind, and a question: "my oven only shows fahrenheit, so what should two hundred degrees celsius be on it". */
export function recogniseMeasureAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance) ?? wantedIn(utterance);
  if (asking === null || PAST.test(asking.text)) return null;
  const measures = foundIn(asking, LONGEST_MEASURE, ({ text }) =>
    text.includes(' ') && !NO_COUNT.test(text) && !KIND_OF.test(text) ? readMeasure(text) : null,
  );
  const isInMeasure = (at: number) => measures.some((one) => at >= one.at && at < one.end);
  const targets = foundIn(asking, LONGEST_UNIT, ({ text }) => unitWanted(text)).filter(({ at }) => !isInMeasure(at));
  const beforeOf = (at: number) =>
    asking.words
      .slice(Math.max(0, at - 2), at)
      .map(({ text }) => text)
      .join(' ');
  const counted = targets.filter(({ at }) => HOW_MANY.test(beforeOf(at)));
  const likely = targets.filter(({ after }) => BEFORE_TARGET.test(after));
  const target = onlyOne(counted.length > 0 ? counted : likely.length > 0 ? likely : targets, ([unit]) => unit?.plural);
  if (target === null) return null;
  if (target.meaning.some(({ dimension }) => dimension === 'time') && (counted.length === 0 || TIME_LEFT.test(asking.text))) return null;
  const fitting = measures.filter(({ meaning }) => turnsInto(meaning, target.meaning));
  const measure = fitting.length === 1 ? fitting[0] : undefined;
  return measure === undefined ? null : { arguments: { measure: measure.text, unit: target.text }, score: WITHIN_SCORES.asked };
}

/** "The doctor wants my height in centimetres and I'm six foot one" asks for it too. */
const WANTED_IN =
  /\b(?:wants?|needs?|asks? for|asking for|requires?|has to have) (?:\w+ ){0,4}in \w|\b(?:my|our) (?:[\w']+ ){1,3}only (?:got|has|have|does|do|shows?|knows?|takes?|measures?|understands?|marked|in)\b/;
const MOST_WORDS = 24;

function wantedIn(utterance: string): Asking | null {
  const words = spokenWords(utterance);
  const text = words.map((word) => word.text).join(' ');
  return words.length <= MOST_WORDS && WANTED_IN.test(text) ? { utterance, words, text, asked: text } : null;
}

function unitWanted(text: string): readonly Unit[] | null {
  const units = NO_TARGET.test(text) ? [] : [...readUnit(text), ...unitsNamed([text])];
  return units.length === 0 ? null : units;
}

/** "I only have a gram scale": that is no measure to turn into grams. */
function turnsInto(measure: Measure, wanted: readonly Unit[]): boolean {
  const isOther = !measure.some(({ units }) => units.some((unit) => wanted.includes(unit)));
  return isOther && convert(measure, wanted) !== null;
}
