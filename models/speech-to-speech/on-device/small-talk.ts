import type { LanguageModel } from '../../language/language-model.ts';
import type { HistoryTurn } from '../realtime-model.ts';
import { clausesOf } from './clauses.ts';
import { companyReply } from './company/company-reply.ts';
import { replyPrompt, transcriptPrompt } from './prompt.ts';
import { asksForStory, type ClauseContext, maySay } from './reply-policy.ts';

/** The tuned model's own replies have 7 words in the median and 16 at most; more is a loop. */
const LONGEST_TOKENS = 48;
const MOST_ASKED_WORDS = 7;

export interface SmallTalkOptions {
  readonly context: ClauseContext;
  readonly history: readonly HistoryTurn[];
  readonly signal: AbortSignal;
  /** Gets the line when the model calls a skill instead of talking. @returns false when nothing came of it */
  readonly onCall?: (line: string) => boolean;
  /** Nothing that the model says in words is wanted, only its call. */
  readonly onlyCalls?: boolean;
}

/**
 * A story from the small model, or the call of a skill; company, too, where the tuning judges it: the product has a listener in
 * code for that. What must not be said becomes a line that claims nothing; where
 * knowledge was asked for, or a story, the persona's refusal.
 */
export async function* smallTalk(model: LanguageModel, options: SmallTalkOptions): AsyncGenerator<string> {
  const { context, history, signal, onCall, onlyCalls = false } = options;
  const promptOf = model.isTuned === false ? transcriptPrompt : replyPrompt;
  const written = model.generate(promptOf(context.setup, history), { maxTokens: LONGEST_TOKENS, stop: ['\n'], signal });
  const { isCall, pieces } = await callOrTalk(written);
  let done = false;
  if (isCall) done = onCall?.(await whole(pieces)) === true;
  else if (onlyCalls) await pieces.return(undefined);
  else done = yield* spokenSentences(pieces, context);
  if (done || signal.aborted) return;
  // A call where none was wanted is a slip: whoever tells something is answered by a line that claims nothing.
  const asksMore = onlyCalls || (isCall && onCall !== undefined) || asksForStory(context.utterance);
  yield* clausesOf([
    asksMore
      ? context.setup.persona.refusal
      : companyReply(context.utterance, { persona: context.setup.persona, earlierReplies: context.earlierReplies }),
  ]);
}

/**
 * Sentence by sentence: each is judged whole before its first clause is spoken, because a half-spoken invention cannot be
 * taken back.
 * @returns whether anything was said
 */
async function* spokenSentences(pieces: AsyncIterable<string>, context: ClauseContext): AsyncGenerator<string, boolean> {
  // Who asks for a story gets all of it: half a story is no short answer but a broken one.
  const most = asksForStory(context.utterance)
    ? Number.POSITIVE_INFINITY
    : (context.setup.persona.mostSentences ?? Number.POSITIVE_INFINITY);
  let said = 0;
  for await (const sentence of sentencesOf(pieces)) {
    if (!maySay(sentence, context) || (said > 0 && isLongQuestion(sentence))) break;
    yield* clausesOf([sentence]);
    said += 1;
    if (said >= most) break;
  }
  return said > 0;
}

/** The small model loses its way in what it asks after its first sentence. */
function isLongQuestion(sentence: string): boolean {
  return sentence.endsWith('?') && sentence.split(/\s+/).length > MOST_ASKED_WORDS;
}

/** Waits for the first sign: a call begins with "@". */
async function callOrTalk(
  written: AsyncIterable<string>,
): Promise<{ readonly isCall: boolean; readonly pieces: AsyncGenerator<string, void> }> {
  const source = written[Symbol.asyncIterator]();
  let begun = '';
  for (let next = await source.next(); !next.done; next = await source.next()) {
    begun += next.value;
    if (begun.trim() !== '') break;
  }
  const pieces = (async function* () {
    try {
      yield begun;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  })();
  return { isCall: begun.trimStart().startsWith('@'), pieces };
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
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
