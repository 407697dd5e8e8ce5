/** Words about oneself as somebody else says them back; what changes with its verb stands before the single words. */
const TURNED: readonly (readonly [said: RegExp, back: string])[] = [
  [/\bI am\b(?=$|[,.?!])|(?<=\b(?:who|what|where|how|as|than) )I am\b/gi, 'you are'],
  [/\bI am\b|\bI'm\b/gi, "you're"],
  [/\bI was\b/gi, 'you were'],
  [/\bI wasn't\b/gi, "you weren't"],
  [/\b(I|we)'ve\b/gi, "you've"],
  [/\b(I|we)'d\b/gi, "you'd"],
  [/\b(I|we)'ll\b/gi, "you'll"],
  [/\bwe are\b/gi, 'you are'],
  [/\bwe're\b/gi, "you're"],
  [/\bmyself\b/gi, 'yourself'],
  [/\bourselves\b/gi, 'yourselves'],
  [/\bmine\b/gi, 'yours'],
  [/\bours\b/gi, 'yours'],
  [/\bmy\b(?! (?:goodness|god|word|oh my)\b)|\bour\b/gi, 'your'],
  [/\b(?:I|me|we|us)\b/gi, 'you'],
];

/** "my old flat by the sea" -> "your old flat by the sea". Straight apostrophes; names keep their capitals. */
export function toYou(words: string): string {
  return TURNED.reduce((text, [said, back]) => text.replaceAll(said, back), words);
}
