import { type Fit, frame, namesOfRows } from '../canvas/about-screen/frame.ts';
import type { ScreenTalk } from '../canvas/about-screen/screen-talk.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { marks } from './mentioned.ts';

/** What becomes of a row or of one of its cells, where it is known that something is to be changed. */

/** What is new has no mark: it is not there yet. */
const NEW =
  '(?:the |some |a(?! (?:hundred|thousand|million|half)) |an |just |only )*(?<value>NUMBER(?: (?:dollars?|euros?|pounds?|cents|pence|percent|points?|minutes?|hours?|kilos?|grams|miles|metres?|litres?))?(?= |$)|(?:(?!<|(?:not|because|but|so|and|if|until)\\b)\\S+ ){0,4}?(?!<)\\S+?)(?: not .*)?';
const VALUE = `${NEW}END`;
const ROW = '(?<!\\S)<(?<row>\\d+)>';
const ITS_COLUMN = "(?: (?:one|'s|is))?(?: <c(?<column>\\d+)>)?";
const BECOMES =
  '(?:is now|are now|is|are|will be|was|were|becomes?|goes to|went to|comes? to|came to|should be|should read|should say|can say|must be|needs? to be|ought to be|has gone (?:up |down )?to|gets?|got|ended (?:up )?(?:on|at|with)|leaves? at|would rather have|wants?|(?:is|are) having|will have|has)';

const CHANGES: readonly RegExp[] = [
  frame(
    `\\b(?:make|put|change|set|call|mark|turn|have|give|update|correct|edit) (?:the |my |our )?${ROW}${ITS_COLUMN}(?: down)?(?: as| to(?: be| say)?| be| at| into| is)* ${VALUE}`,
  ),
  frame(`\\b(?:make|put|change|set|have) (?:his|her|their|its|the) <c(?<column>\\d+)>(?: as| to(?: be)?| be| at| is)* ${VALUE}`),
  frame(
    `\\b(?:put|have|use|write|say|get|want) ${NEW} (?:for|where you have(?: got)?|in place of|instead of|rather than|as) (?:the |my )?${ROW}${ITS_COLUMN}`,
  ),
  frame(
    `\\b(?:it is|we want|i want|make it|make that) ${NEW} (?:(?:we|i) (?:want|need|said) )?(?:not|instead of|rather than) (?:the )?${ROW}`,
  ),
  frame(`${ROW}.*\\b(?:have|make|put|get|take|buy|use)(?: (?:it|that|them|in))? ${NEW} (?:instead|there|in its place|in their place)\\b`),
  frame(`${ROW}.*\\b(?:make (?:it|that|them|his|hers|theirs)|change (?:it|that|them) to|put (?:it|them) (?:down )?(?:as|at)) ${VALUE}`),
  frame(`${ROW}${ITS_COLUMN} ${BECOMES} ${VALUE}`),
  frame(`${ROW}.*? (?:to|for|into|with|at|is now|be) ${VALUE}`),
];
const LONGEST_VALUE = 6;
const NO_VALUE = /^(?:it|that|them|there|here|now|done|gone|on|off|out|up|down|instead|one|more|top|bottom|first|last|number one|back)$/i;

/** The row that is mentioned, the only one, and what stands there from now on; a column where one is named. */
export function change(talk: ScreenTalk): MeantArguments | null {
  const rows = marks(talk);
  const [only] = rows;
  if (only === undefined || rows.length > 1) return null;
  for (const pattern of CHANGES) {
    const fit = pattern.exec(talk.text);
    const found =
      fit === null ? null : changeIn(talk, { groups: fit.groups ?? {}, places: fit.indices?.groups ?? {}, from: fit.index }, only);
    if (found !== null) return found;
  }
  return null;
}

function changeIn(talk: ScreenTalk, { groups, places }: Fit, only: string): MeantArguments | null {
  const place = places['value'];
  const value = place === undefined ? '' : talk.written(place[0], place[1]).replace(/^(?:to|as|at|be) /i, '');
  if (value === '' || NO_VALUE.test(value) || value.split(' ').length > LONGEST_VALUE) return null;
  const row = groups['row'] ?? only;
  const columnPlace = columnOf(talk, row, groups['column']);
  const column = columnPlace === undefined ? undefined : talk.canvas?.columns[Number(columnPlace)]?.name;
  return { row: namesOfRows(talk, `<${row}>`), ...(column === undefined ? {} : { column }), value };
}

/** The column that is named, or that of the cell that is: "Ivy won't touch raisins any more, so make hers banana". */
export function columnOf({ text }: ScreenTalk, row: string, named: string | undefined): string | undefined {
  if (named !== undefined) return named;
  const cells = [...text.matchAll(/(?<!\S)<(?<row>\d+)\.(?<column>\d+)>/g)].filter(({ groups }) => groups?.['row'] === row);
  const columns = [...text.matchAll(/(?<!\S)<c(?<column>\d+)>/g)];
  const places = new Set([...cells, ...columns].map(({ groups }) => groups?.['column']));
  return places.size === 1 ? [...places][0] : undefined;
}
