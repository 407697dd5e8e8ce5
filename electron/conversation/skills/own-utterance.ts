/**
 * True when the words stand in the utterance, capitals and signs aside. Skills that keep or delete something ask this
 * themselves, whoever called them: a model's own words, a page's or a tool's are not the user's.
 */
export function standsIn(words: string, utterance: string): boolean {
  const wanted = lettersOf(words);
  return wanted !== '' && ` ${lettersOf(utterance)} `.includes(` ${wanted} `);
}

function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’'\p{Cf}]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
