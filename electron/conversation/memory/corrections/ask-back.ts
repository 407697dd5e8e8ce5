import type { EarlierTurn } from '../last-named.ts';
import type { Correction } from './correction.ts';

/** A correction that is only probable: it was asked about, and nothing of it is stored before the answer. */
export interface AskedBack {
  readonly correction: Extract<Correction, { readonly written: string }>;
  readonly question: string;
}

const YES =
  /^(?:(?:yes|yeah|yep|yup|sure|right|correct|exactly|true|indeed|absolutely|of course|i did|that's right|that is right|that's correct|that is correct|that's it|it is|you got it|please do)(?:$|[,.! ]+))+(?:(?:please|thanks|thank you)[.! ]*)?$/iu;
const NO =
  /^(?:(?:no|nope|nah|not really|wrong|i didn't|i did not|that's wrong|that is wrong|that's not right|it isn't|it's not|no no)(?:$|[,.! ]+))+(?:(?:please|thanks|thank you)[.! ]*)?$/iu;

export function askBack(correction: Correction): AskedBack | null {
  if (!('written' in correction)) return null;
  const { written } = correction;
  const question =
    correction.kind === 'person' ? `Did you say your ${correction.relation} is called ${written}?` : `Did you say your name is ${written}?`;
  return { correction, question };
}

/**
 * What a turn answers: only where the question was the last thing said, and heard as far as the name. Null = it answers
 * nothing, and is read like any other turn.
 */
export function answerTo({ question, correction }: AskedBack, text: string, earlier: readonly EarlierTurn[]): 'yes' | 'no' | null {
  const last = earlier.at(-1);
  if (last?.role !== 'assistant' || !wasHeard(last.text.trim(), question, correction.written)) return null;
  const words = text.trim().replaceAll('’', "'");
  if (YES.test(words)) return 'yes';
  return NO.test(words) ? 'no' : null;
}

/** Whole, or, when the user was quicker, as far as the name. */
function wasHeard(last: string, question: string, written: string): boolean {
  return last.endsWith(question) || (question.startsWith(last) && last.includes(written));
}

/** Said to a "no": the next turn may be the bare name. */
export function askedAnew({ correction }: AskedBack): string {
  return correction.kind === 'person'
    ? `I misheard that. What is your ${correction.relation} called?`
    : 'I misheard that. What is your name?';
}
