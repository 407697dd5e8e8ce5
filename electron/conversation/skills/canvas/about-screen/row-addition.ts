import { sentenceCase } from '../../skill-sentences.ts';
import { cellText } from '../cell-words.ts';
import { added, cleaned } from './added-things.ts';
import { type Fit, firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

/** Rows of a table with two columns, told in a sentence. */

const AMOUNT =
  '(?<amount>(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and|point|half|\\d[\\d.,]*)(?: |$))+(?:dollars?|euros?|pounds?|cents?|pence|metres?|meters?|kilos?|grams?|miles?|minutes?|hours?|days?|years?|points?|inches|feet|percent)?)';
const ROW_TOLD = frame(
  `^(?:oh |ah |and |so |well |actually |right |ooh |then |also |now )*(?:there is (?:also )?)?(?<name>(?:the )?(?:\\S+ ){0,2}?\\S+?)(?:'s| (?:is|was|are|were|will|would|costs?|comes?|came|has|have|got|scored|only|turns|just|also|needs|takes|weighs|for|at))\\b.*?\\b${AMOUNT}`,
);
const ROW_TOLD_LATER = frame(
  `\\b(?:and|that|but|so|because|well|now|said|says|reckons|quoted|told me) (?<name>(?!(?:it|that|this|he|she|they|we|i|there)\\b)(?:the )?(?:\\S+ )?\\S+?) (?:is|was|are|were|will be|costs?|comes? to|came to|has|got|scored|needs|takes|weighs|at) (?:only |about |just |around )?${AMOUNT}`,
);
const ROW_PAID = frame(
  `\\b(?:i|we) (?:just |also )?(?:paid|spent|gave) (?:just |only |about )*${AMOUNT} ?(?:for|on) (?:the |a |some )*(?<name>(?:(?!(?:so|and|as|too|also)\\b)\\S+ ){0,2}?(?!(?:so|and|as|too|also)\\b)\\S+?)(?: as well| too| also)*(?: (?:so|and|then|please|just|can|could|you))*$`,
);
const ANOTHER_ROW = frame(
  `(?:another|a new|one more|a) (?:row|line|entry) (?:for|with|called) (?<name>(?:\\S+ ){0,3}?\\S+?) (?:at|for|with|on|and) (?:a price of |only |about |just )?${AMOUNT}(?: too| as well| please)*END`,
);
/** "I just had Blodwen on the scales, so put her in at seventy-one": the name stands before. */
const PUT_IN = frame(
  `ANYWHERE(?:put|add|stick|pop|note|get) (?:him|her|them|it)(?: (?:in|down|on))?(?: as well| too)? (?:in |down )?(?:at|with|as|on|for)(?: (?:a|the|route|number|page|room))? ${AMOUNT}(?: too| as well| please)*END`,
);
const ROW_NAMED = frame(
  `(?:add|include|put in|put) (?<name>(?:\\S+ ){0,3}?\\S+?) (?:at|for|with|which is|who is|that is|costing) (?:a price of |only |about |just )?${AMOUNT}(?: too| as well)?END`,
);

/** "Lisbon was a bit cheaper at seventy dollars": the first words name the row, the amount is its second cell. */
export function rowSpokenOf(talk: ScreenTalk): string | null {
  return namedRow(talk, firstFit([ROW_PAID, ROW_TOLD_LATER, ROW_TOLD], talk));
}

function namedRow(talk: ScreenTalk, fit: Fit | null): string | null {
  if (fit === null || talk.canvas?.columns.length !== 2) return null;
  const [name, amount] = [cleaned(writtenAt(talk, fit, 'name')), writtenAt(talk, fit, 'amount')];
  return name === null || amount === null ? null : `${name}, ${amount}`;
}

/** "Add Lisbon at seventy dollars". */
export const readPricedAddition: ScreenReader = (talk) => {
  const told = namedRow(talk, firstFit([SCORED], talk));
  if (told !== null) return added(told);
  const rows = rowsTold(talk);
  if (rows !== null)
    return { skill: 'canvas.add', arguments: { items: rows.join('; '), rows: rows.map((row) => row.replace(', ', ' | ')).join('\n') } };
  const row = namedRow(talk, firstFit([ANOTHER_ROW], talk)) ?? putIn(talk) ?? namedRow(talk, firstFit([ROW_NAMED], talk));
  return row === null ? null : added(row);
};

function putIn(talk: ScreenTalk): string | null {
  const fit = talk.canvas?.columns.length === 2 ? firstFit([PUT_IN], talk) : null;
  const amount = fit === null ? null : writtenAt(talk, fit, 'amount');
  if (fit === null || amount === null) return null;
  // A name has a capital; what begins the sentence has one, too.
  const names = [...talk.written(0, fit.from).matchAll(/(?<=\S\s+|^)\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*(?=$|\s|['’,])/gu)].map(
    ([name]) => name,
  );
  const name = names.findLast((one) => !/^(?:I|The|A|An|My|Our|Just|And|So|Oh|He|She|It|They|We|There)$/.test(one));
  return name === undefined ? null : `${name}, ${amount}`;
}

/** "Ravi's having the salad, so put him in": the second cell is in words. */
const WORDED = frame(
  `(?:^|\\b(?:and|so|oh|well|that) )(?<name>(?!(?:i|we|he|she|it|they|that|who)\\b)\\S+?)(?:'s| is| are| will be)? (?:having|bringing|doing|wants|making|getting|ordered|picked|chose|chosen) (?:the |a |an |some )*(?<value>(?:(?!(?:so|and)\\b)\\S+ ){0,3}?\\S+) (?:so|and) (?:can you |could you |please |just )*(?:put|add|stick|pop|note|get) (?:him|her|them|that|it)(?: down| in| on| too| as well| to THERE| on THERE)*END`,
);

export const readWordedRow: ScreenReader = (talk) => {
  const fit = talk.canvas?.columns.length === 2 ? firstFit([WORDED], talk) : null;
  if (fit === null) return null;
  const [name, value] = [cleaned(writtenAt(talk, fit, 'name')), cleaned(writtenAt(talk, fit, 'value'))];
  return name === null || value === null ? null : added(`${name.replace(/['’]s$/u, '')}, ${value}`);
};

/** Nothing else is said: "Priya scored eighty two" beside a table of scores. */
const SCORED = frame(
  `^(?:and |then |also |add |put |include |next (?:row |one )?is )*(?<name>(?!(?:it|that|this|he|she|they|we|i|there)\\b)(?:\\S+ )?\\S+?) (?:scored|got|costs?|who is|with) (?:just |only |a |about )*${AMOUNT}(?: too| as well)?$`,
);
const PAIR = frame(`(?<name>(?!(?:and|with|in|go|are|is|the|two|three|more|to|add|put)\\b)\\S+) (?:with|on|at|got|scored|for) ${AMOUNT}`);

/** "Two more to go in: Sam with nine and Tess with seven": each pair is a row; at least two are there. */
function rowsTold(talk: ScreenTalk): readonly string[] | null {
  if (talk.canvas?.columns.length !== 2 || !/\b(?:add|put|go in|went|stick|pop|enter|new|more)\b/.test(talk.text)) return null;
  const rows: string[] = [];
  for (const part of talk.text.split(/ and (?=\S+ (?:with|on|at|got|scored|for) )/)) {
    const fit = PAIR.exec(part);
    const [name, amount] = [fit?.groups?.['name'], fit?.groups?.['amount']];
    if (name !== undefined && amount !== undefined) rows.push(`${sentenceCase(name)}, ${cellText(amount.trim())}`);
  }
  return rows.length > 1 ? rows : null;
}
