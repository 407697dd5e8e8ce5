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
