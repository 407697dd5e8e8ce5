/** The first clause is short, so that the voice can start: it may end at any mark after this many words. */
const FIRST_CLAUSE_WORDS = 3;
/** A sentence longer than this is spoken in two breaths. */
const LONG_SENTENCE_WORDS = 14;
/** A first clause with more words than this is broken where a speaker might take breath, after at most `LATEST_BREAK_WORDS`. */
const LONG_FIRST_CLAUSE_WORDS = 8;
const LATEST_BREAK_WORDS = 6;
const BREATH_BEFORE = new Set('and but or because so which that when if while before after until with for from in at on to by'.split(' '));

/**
 * Cuts a stream of text into clauses that can be spoken one by one. A clause leaves as soon as it is complete; each keeps
 * its punctuation, because the voice reads it.
 */
export async function* clausesOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let text = '';
  let first = true;
  for await (const piece of pieces) {
    text += piece;
    for (let cut = nextCut(text, first); cut !== -1; cut = nextCut(text, first)) {
      yield text.slice(0, cut).trim();
      text = text.slice(cut);
      first = false;
    }
  }
  if (text.trim() !== '') yield text.trim();
}

/** Where the first complete clause ends, or -1. */
function nextCut(text: string, first: boolean): number {
  const marked = markedCut(text, first);
  if (!first || (marked !== -1 && wordsIn(text.slice(0, marked)) <= LONG_FIRST_CLAUSE_WORDS)) return marked;
  const broken = breathCut(text);
  return broken === -1 ? marked : broken;
}

/** A mark counts only with something after it: "3." may become "3.5". */
function markedCut(text: string, first: boolean): number {
  for (const match of text.matchAll(/([.!?]+["')\]]*|[,;:])\s/g)) {
    const end = match.index + match[0].length;
    const sentenceEnds = /^[.!?]/.test(match[0]) && !isAbbreviation(text.slice(0, match.index));
    if (sentenceEnds) return end;
    if (/^[,;:]/.test(match[0]) && wordsIn(text.slice(0, end)) >= (first ? FIRST_CLAUSE_WORDS : LONG_SENTENCE_WORDS)) return end;
  }
  return -1;
}

/** Judged once enough words are complete that no mark can come first: so it does not matter how the text arrives. */
function breathCut(text: string): number {
  const words = [...text.matchAll(/\S+(?=\s)/g)];
  if (words.length <= LONG_FIRST_CLAUSE_WORDS) return -1;
  const place = words.slice(FIRST_CLAUSE_WORDS, LATEST_BREAK_WORDS + 1).find(([word]) => BREATH_BEFORE.has(word.toLowerCase()));
  return place?.index ?? -1;
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

function isAbbreviation(before: string): boolean {
  return /(^|\s)(mr|mrs|ms|dr|st|vs|etc|a\.m|p\.m|e\.g|i\.e|no)$/i.test(before);
}
