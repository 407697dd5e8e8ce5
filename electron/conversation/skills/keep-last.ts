/**
 * All skills are asked about the same words, one after the other: a reading that several of them need is made once.
 * @returns the same reading, which keeps what it made of the last words
 */
export function keepLast<Reading>(read: (utterance: string) => Reading): (utterance: string) => Reading {
  let last: { readonly utterance: string; readonly reading: Reading } | null = null;
  return (utterance) => {
    if (last?.utterance !== utterance) last = { utterance, reading: read(utterance) };
    return last.reading;
  };
}

/**
 * The same for what is asked about several words by turns.
 * @param most readings that are kept; then all are let go
 */
export function keepRecent<Reading>(read: (words: string) => Reading, most: number): (words: string) => Reading {
  const kept = new Map<string, { readonly reading: Reading }>();
  return (words) => {
    const before = kept.get(words);
    if (before !== undefined) return before.reading;
    const reading = read(words);
    if (kept.size >= most) kept.clear();
    kept.set(words, { reading });
    return reading;
  };
}
