import { type Fit, firstFit, frame, type ScreenReader, type ScreenRequest, writtenAt } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

const ASKED = '(?:add|give|put|make|need|want|like|have|insert|handy|nice|good|useful|helpful|great|stick|pop)';
const ANOTHER = '(?:a|an|another|one|the)(?: (?:extra|new|additional|further|more|separate|third|fourth|fifth|second|whole))*';
const NEW_COLUMN: readonly RegExp[] = [
  frame(
    `\\b${ASKED}\\b.*?\\b${ANOTHER} column (?:on |in |in there |on there )?(?:for|with|called|named|saying|showing|about|that says|to show|of|where we put|that shows) (?:the |their |its |each |everyone's |people's )?(?<name>(?:\\S+ ){0,3}?\\S+?)(?: in it| in there| on it| there| as well| on the end)?END`,
  ),
  frame(
    `\\b${ASKED}\\b.*?\\b${ANOTHER} (?<name>(?!new|extra|additional|further|third|fourth|second)(?:\\w+ )?\\w+) column(?=END| to| in| on| as well)`,
  ),
];
const POINTED_COLUMN = frame('ANYWHERE(?:remove|delete|drop|lose|hide|get rid of|take out) (?:that|the|this) (?:whole |entire )?column');
const HEADED = frame(
  '\\bnot (?:really |think (?:we|i) (?:really )?)?(?:need|want) (?:the |that |a )?<c(?<column>\\d+)>(?: column| bit| one| part)?(?= do we| any more| anymore| now| after all| to be there|$)',
);
const NEEDLESS = frame(
  '(?<!\\S)<c(?<column>\\d+)> columns? (?:is|was|are) (?:not|no longer) (?:really |actually |all that |that )*(?:needed|necessary|wanted|required|useful|used)(?=$| so | and | now| any more| anymore| after all)',
);
const TAKEN_OUT = frame(
  '(?<!\\S)<c(?<column>\\d+)> columns?\\b.*\\b(?:(?:take|leave|cut|kick) (?:it|that|that one) (?:out|off|away)|(?:get rid of|remove|delete|drop|lose|scrap|ditch|bin) (?:it|that|that one)|(?:it|that) can go)(?=$| please| now| again| then| for me)',
);
const NOTED = frame(
  '\\b(?:note|track|know|record|keep track of|include|write down|show|see|mark|remember|have|list)(?: down)? (?:the |their |what |each )?(?<name>(?:\\w+ )?\\w+)(?: too| as well| so| and| in there| also)',
);

/** Nothing of a table is meant by these. */
const OTHER_COLUMNS = /\b(?:newspaper|agony|gossip|spinal)\b/;
const MOVED = frame(
  '(?<!\\S)<c(?<column>\\d+)>(?: column)? (?:to )?(?:sit|go|come|be|stand|goes|comes|right|straight)?(?: right| straight)? ?(?:before|left of|in front of|ahead of) (?:the )?<c(?<before>\\d+)>',
);

/** "I'd like to note the colour too, so give it another column for that". */
export const readColumn: ScreenReader = (talk) => {
  if ((talk.canvas?.columns.length ?? 0) === 0 || OTHER_COLUMNS.test(talk.text)) return null;
  return removedColumn(talk) ?? movedColumn(talk) ?? newColumn(talk);
};

function removedColumn(talk: ScreenTalk): ScreenRequest | null {
  const pointed = firstFit([POINTED_COLUMN], talk);
  const before = pointed === null ? undefined : [...talk.text.slice(0, pointed.from).matchAll(/<c(\d+)>/g)].at(-1)?.[1];
  const column = columnName(talk, before ?? firstFit([TAKEN_OUT, NEEDLESS, HEADED], talk)?.groups['column']);
  return column === undefined ? null : { skill: 'canvas.remove-column', arguments: { column } };
}

function movedColumn(talk: ScreenTalk): ScreenRequest | null {
  const fit = /\b(?:can|could|move|put|should|let|want|like|rather|bring)\b/.test(talk.text) ? firstFit([MOVED], talk) : null;
  const [column, to] = [columnName(talk, fit?.groups['column']), columnName(talk, fit?.groups['before'])];
  return column === undefined || to === undefined ? null : { skill: 'canvas.move-column', arguments: { column, to } };
}

function newColumn(talk: ScreenTalk): ScreenRequest | null {
  const fit = /\b(?:remove|delete|rename)\b/.test(talk.text) ? null : firstFit(NEW_COLUMN, talk);
  const said = fit === null ? null : writtenAt(talk, fit, 'name');
  const name = said !== null && /^(?:it|that|this|them)$/i.test(said) ? noted(talk, fit) : said;
  if (name === null) return null;
  const values = valuesTold(talk);
  return { skill: 'canvas.add-column', arguments: { name, ...(values === null ? {} : { values }) } };
}

const EACH = frame(
  '\\bwith (?:the word )?(?<value>(?:\\S+ ){0,2}?\\S+?) (?:in|for|on) (?:every|each|all(?: of)?(?: the)?) (?:rows?|one|of them|lines?|cells?|them)',
);
/** Which value belongs to which row, any number of times. */
const PAIRS = [
  '(?:^|\\b(?:and|with|put|column|is|has) )?(?<value>(?!and\\b)\\S+(?: (?:dollars|euros|pounds|hours|minutes))?) (?:for|beside|next to) (?:the )?<(?<row>\\d+)>',
  '(?<!\\S)<(?<row>\\d+)> (?:is|has|gets|=) (?<value>\\S+(?: (?:dollars|euros|pounds|hours|minutes))?)',
].map((pattern) => new RegExp(frame(pattern).source, 'dg'));

/** "Italy for Rome and Norway for Oslo", "with open in every row": one value for each row from the top, parted by bars. */
function valuesTold(talk: ScreenTalk): string | null {
  const rows = talk.canvas?.rows ?? [];
  const each = firstFit([EACH], talk);
  const same = each === null ? null : writtenAt(talk, each, 'value');
  if (same !== null) return `${same} in every row`;
  const told = new Map<number, string>();
  for (const pattern of PAIRS)
    for (const { groups, indices } of talk.text.matchAll(pattern)) {
      const place = indices?.groups?.['value'];
      if (place !== undefined && !told.has(Number(groups?.['row']))) told.set(Number(groups?.['row']), talk.written(place[0], place[1]));
    }
  return told.size < 2 ? null : rows.map((_, at) => told.get(at) ?? '').join(' | ');
}

export function columnName({ canvas }: ScreenTalk, place: string | undefined): string | undefined {
  return place === undefined ? undefined : canvas?.columns[Number(place)]?.name;
}

function noted(talk: ScreenTalk, before: Fit | null): string | null {
  const fit = firstFit([NOTED], talk);
  const pointed = before?.places['name']?.[0] ?? 0;
  return fit === null || fit.from > pointed ? null : writtenAt(talk, fit, 'name');
}
