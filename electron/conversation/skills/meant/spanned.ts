import type { MeantRequest, SaidSpan } from '../../../../models/speech-to-speech/realtime-model.ts';
import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { type ScreenTalk, screenTalk } from '../canvas/about-screen/screen-talk.ts';
import type { Surroundings } from '../skill.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { columnMaybe } from './mentioned.ts';
import { placeBeside } from './placed.ts';
import { changing } from './spanned-change.ts';

/**
 * What a skill needs, from the words that the net of meaning marks. It has read thousands of sentences whose frames no rule knows;
 * what may stand in them it takes as it comes. Null: it marked nothing, and rules may find more.
 */
export function readSpanned(skill: string, meant: MeantRequest, surroundings: Surroundings): MeantArguments | null {
  const spans = meant.spans.filter(({ chance, text }) => chance >= LEAST && text !== '');
  if (spans.length === 0 || NOT_NOW.test(meant.utterance)) return null;
  return READERS[skill]?.({ ...meant, spans }, surroundings.canvas()) ?? null;
}

/** Of the least certain word. */
const LEAST = 0.5;
/** What another one said, or what is only supposed. */
const NOT_NOW = /\b(?:said|says|told me|asked me|tells me) (?:i|we|to|that)\b|^(?:if|whenever|imagine|suppose)\b/i;

type SpanReader = (meant: MeantRequest, canvas: Canvas | null) => MeantArguments | null;

/** The one stretch that is marked. */
const only =
  (argument: string, most: number): SpanReader =>
  ({ spans }) => {
    const things = texts(spans, 'thing');
    const [thing] = things;
    return thing === undefined || things.length > 1 || thing.length > most ? null : { [argument]: thing };
  };

/** What is kept and what somebody is called: only where the words can hardly mean anything else. */
const whenSure =
  (read: SpanReader): SpanReader =>
  (meant, canvas) =>
    meant.isSure ? read(meant, canvas) : null;

/** Rules know what is done. */
const OF_DONE = /\b(?:done|tick(?:ed)?|finished|checked|crossed|completed|outstanding|left)\b/i;

const READERS: Readonly<Record<string, SpanReader>> = {
  'canvas.add-here': addition,
  'canvas.change': changing,
  'canvas.filter': (meant, canvas) => (OF_DONE.test(meant.utterance) ? null : only('holds', 100)(meant, canvas)),
  'canvas.check': only('what', 200),
  'canvas.make': making,
  'canvas.rename': only('name', 80),
  'canvas.rename-column': withColumn,
  'canvas.add-column': only('name', 80),
  'canvas.open': (meant, canvas) => (KIND.test(meant.utterance) ? only('name', 100)(meant, canvas) : null),
  'memory.remember': whenSure(only('what', 400)),
  'memory.forget': whenSure(only('what', 200)),
  'user.rename': whenSure(only('name', 60)),
  ...Object.fromEntries(['spelling.spell', 'know.meaning', 'know.synonym', 'know.opposite'].map((name) => [name, only('word', 60)])),
};

/** What an alarm is for. */
export function labelIn({ spans }: MeantRequest): MeantArguments {
  const label = spans.find(({ role, chance }) => role === 'thing' && chance >= LEAST)?.text.replace(/^(?:to|about|of) /i, '') ?? '';
  return label === '' || label.length > LONGEST_LABEL ? {} : { label };
}
const LONGEST_LABEL = 60;

/** Things one after the other; a row of a table with its cells. */
function addition({ spans, utterance }: MeantRequest, canvas: Canvas | null): MeantArguments | null {
  const talk = talkOf(utterance, canvas);
  const things = wholeThings(texts(spans, 'thing'), utterance);
  if (talk === null || things.length === 0) return null;
  const at = placeBeside(talk);
  return { items: things.join((canvas?.columns.length ?? 1) > 1 ? ', ' : ' and '), ...(at === null ? {} : { at }) };
}

const KIND = /\b(?<kind>list|table|plan|note)\b/i;

function making({ spans, utterance }: MeantRequest, canvas: Canvas | null): MeantArguments | null {
  const [columns, [name], things] = [texts(spans, 'columns'), texts(spans, 'name'), texts(spans, 'thing')];
  const said = KIND.exec(utterance)?.groups?.['kind']?.toLowerCase();
  // Beside a list "I'll want a tape measure" is no new one.
  if (canvas !== null && said === undefined) return null;
  const kind = said ?? (columns.length > 0 ? 'table' : 'list');
  if (columns.length === 0 && name === undefined && things.length === 0) return null;
  return {
    kind: columns.length > 0 && kind === 'list' ? 'table' : kind,
    ...(name === undefined ? {} : { name }),
    ...(columns.length === 0 ? {} : { columns: columns.join(' and ') }),
    ...(things.length === 0 ? {} : { items: things.join(' and ') }),
  };
}

function withColumn({ spans, utterance }: MeantRequest, canvas: Canvas | null): MeantArguments | null {
  const talk = talkOf(utterance, canvas);
  const [name, ...more] = texts(spans, 'thing');
  const column = talk === null ? undefined : columnMaybe(talk)['column'];
  return name === undefined || more.length > 0 || column === undefined ? null : { column, name };
}

function talkOf(utterance: string, canvas: Canvas | null): ScreenTalk | null {
  return canvas === null ? null : screenTalk(utterance, canvas);
}

/** "Log" and "Cabin" with nothing between them are one thing. */
function wholeThings(things: readonly string[], utterance: string): readonly string[] {
  const whole: string[] = [];
  for (const thing of things) {
    const together = `${whole.at(-1)} ${thing}`;
    if (whole.length > 0 && utterance.includes(together)) whole[whole.length - 1] = together;
    else whole.push(thing);
  }
  return whole;
}

/** Begins no name. */
const JOINS = /^(?:and|or|with|the|a|an) /i;

function texts(spans: readonly SaidSpan[], role: SaidSpan['role']): readonly string[] {
  return spans.filter((span) => span.role === role).map(({ text }) => text.replace(JOINS, ''));
}
