import type { LanguageModel } from '../../language/language-model.ts';
import type { HistoryTurn } from '../realtime-model.ts';
import { clausesOf } from './clauses.ts';
import { replyPrompt } from './prompt.ts';
import { asksForStory, type ClauseContext, maySay } from './reply-policy.ts';

/** The tuned model's own replies have 7 words in the median and 16 at most; more is a loop. */
const LONGEST_TOKENS = 48;

/**
 * Company from the small model, sentence by sentence: each is judged whole before its first clause is spoken, because a
 * half-spoken invention cannot be taken back. A first sentence that must not be said becomes the persona's refusal.
 */
export async function* smallTalk(
  model: LanguageModel,
  options: { readonly context: ClauseContext; readonly history: readonly HistoryTurn[]; readonly signal: AbortSignal },
): AsyncGenerator<string> {
  const { context, history, signal } = options;
  const pieces = model.generate(replyPrompt(context.setup, history), { maxTokens: LONGEST_TOKENS, stop: ['\n'], signal });
  // Who asks for a story gets all of it: half a story is no short answer but a broken one.
  const most = asksForStory(context.utterance)
    ? Number.POSITIVE_INFINITY
    : (context.setup.persona.mostSentences ?? Number.POSITIVE_INFINITY);
  let said = 0;
  for await (const sentence of sentencesOf(pieces)) {
    if (!maySay(sentence, context)) break;
    yield* clausesOf([sentence]);
    said += 1;
    if (said >= most) break;
  }
  if (said === 0 && !signal.aborted) yield* clausesOf([context.setup.persona.refusal]);
}

async function* sentencesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    const end = text.search(/(?<=[.!?]["')]?)\s+(?=\S)/);
    if (end === -1) continue;
    yield text.slice(0, end).trim();
    text = text.slice(end);
  }
  // A sentence cut off by the token limit is not spoken: it would stop in the middle.
  if (/[.!?]["')]?\s*$/.test(text)) yield text.trim();
}
