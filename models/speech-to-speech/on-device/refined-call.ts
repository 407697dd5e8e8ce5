import type { ToolDefinition } from '../realtime-model.ts';
import { type MeantCall, type ReadWords, SURE } from './meant-call.ts';
import { chanceOf, likeliestKind } from './skill-choice.ts';

/** So sure the marks must be to be believed before a phrase, and before one that only stands within the words. */
const LEAST_MARKED = { part: 0.7, instead: 0.9 } as const;

/** May be left out of an argument: it belongs to the asking. */
const OF_THE_ASKING = new Set(
  'a an the my our your his her their some any this that it them there here on in at to for of with as by list table plan please too also well now down up underneath below above and be is me us'.split(
    ' ',
  ),
);

/**
 * A phrase's call with what the model marks: an argument the phrase left out (what an alarm is for), or less where it took too much for
 * one ("put *wipes on there and satsumas*"). The call as it stands where the model is not sure of the skill, or of the words.
 */
export function refined(
  { name, arguments: phrased, isWithin }: MeantCall & { readonly isWithin: boolean },
  { utterance, likely, spans }: ReadWords,
  tools: readonly ToolDefinition[],
): MeantCall {
  const ofKind = isWithin ? ofSureKind(name, { utterance, likely, spans }, tools) : null;
  if (ofKind !== null) return { name, arguments: ofKind };
  const least = Math.min(...spans.map(({ chance }) => chance));
  const isSure = chanceOf(name, likely) >= SURE && spans.length > 0 && least >= LEAST_MARKED.part;
  const tool = isSure ? tools.find((one) => one.name === name) : undefined;
  const marked = tool?.readMeant?.({ utterance, isSure, spans }) ?? {};
  const told = new Set(wordsIn(Object.values(phrased).join(' ')));
  const better = Object.entries(marked).filter(([key, value]) =>
    phrased[key] === undefined
      ? !wordsIn(`${value}`).some((word) => told.has(word))
      : (isWithin && least >= LEAST_MARKED.instead && !isAmong(`${value}`, `${phrased[key]}`)) || isPartOf(`${value}`, `${phrased[key]}`),
  );
  return { name, arguments: { ...phrased, ...Object.fromEntries(better) } };
}

/** What the words need where the model is sure of the very kind: rules that found a sum in a story may have taken the wrong one. */
function ofSureKind(
  name: string,
  { utterance, likely, spans }: ReadWords,
  tools: readonly ToolDefinition[],
): MeantCall['arguments'] | null {
  const best = likeliestKind(name, likely);
  if (best === null || best.chance < SURE) return null;
  return tools.find((one) => one.name === name)?.readMeant?.({ utterance, isSure: true, spans, kind: best.kind }) ?? null;
}

/** Says nothing that the phrase has not: it would only lose words. */
function isAmong(value: string, phrased: string): boolean {
  const all = new Set(wordsIn(phrased));
  return wordsIn(value).every((word) => all.has(word));
}

/** The words of the phrase in their order, but for some that only ask. */
function isPartOf(value: string, phrased: string): boolean {
  const few = wordsIn(value);
  let at = 0;
  for (const word of wordsIn(phrased)) {
    if (word === few[at]) at += 1;
    else if (!OF_THE_ASKING.has(word)) return false;
  }
  return few.length > 0 && at === few.length;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}
