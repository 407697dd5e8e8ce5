/** The first clause is short, so that the voice can start: it may end at any mark after this many words. */
const FIRST_CLAUSE_WORDS = 3;
/** A sentence longer than this is spoken in two breaths. */
const LONG_SENTENCE_WORDS = 14;

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

/** Where the first complete clause ends, or -1. A mark counts only with something after it: "3." may become "3.5". */
function nextCut(text: string, first: boolean): number {
  for (const match of text.matchAll(/([.!?]+["')\]]*|[,;:])\s/g)) {
    const end = match.index + match[0].length;
    const words = text.slice(0, end).trim().split(/\s+/).length;
    const sentenceEnds = /^[.!?]/.test(match[0]) && !isAbbreviation(text.slice(0, match.index));
    if (sentenceEnds) return end;
    if (/^[,;:]/.test(match[0]) && words >= (first ? FIRST_CLAUSE_WORDS : LONG_SENTENCE_WORDS)) return end;
  }
  return -1;
}

function isAbbreviation(before: string): boolean {
  return /(^|\s)(mr|mrs|ms|dr|st|vs|etc|a\.m|p\.m|e\.g|i\.e|no)$/i.test(before);
}
