/** Words about oneself as somebody else says them back; what changes with its verb stands before the single words. */
const TURNED: readonly (readonly [said: RegExp, back: string])[] = [
  [/\bi am\b|\bi'm\b/g, 'you are'],
  [/\bi was\b/g, 'you were'],
  [/\bi've\b/g, 'you have'],
  [/\bi'd\b/g, 'you would'],
  [/\bi'll\b/g, 'you will'],
  [/\bwe're\b/g, 'you are'],
  [/\bwe've\b/g, 'you have'],
  [/\bmyself\b/g, 'yourself'],
  [/\bourselves\b/g, 'yourselves'],
  [/\bmine\b/g, 'yours'],
  [/\bours\b/g, 'yours'],
  [/\bmy\b|\bour\b/g, 'your'],
  [/\b(?:i|me|we|us)\b/g, 'you'],
];

/** "my old flat by the sea" -> "your old flat by the sea". @param words lower case, straight apostrophes */
export function toYou(words: string): string {
  return TURNED.reduce((text, [said, back]) => text.replaceAll(said, back), words);
}
