import { contentWords, isSameWord } from './content-words.ts';

const LONGEST = 160;

/**
 * The stretch of a turn around what was looked for, to be read out: one line, whole words, at most 160 characters.
 * Begins at a sentence where it can.
 */
export function turnExcerpt(text: string, query: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const wanted = contentWords(query);
  const sentences = line.split(/(?<=[.!?])\s/);
  const hits = sentences.map((sentence) => wanted.filter((word) => contentWords(sentence).some((own) => isSameWord(own, word))).length);
  const from = Math.max(0, hits.indexOf(Math.max(...hits)));
  let excerpt = '';
  for (const sentence of sentences.slice(from)) {
    if (excerpt !== '' && excerpt.length + sentence.length + 1 > LONGEST) break;
    excerpt = `${excerpt} ${sentence}`.trim();
  }
  if (excerpt.length <= LONGEST) return excerpt;
  return `${excerpt.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`;
}
