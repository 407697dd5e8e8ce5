/** "Berries" -> "berry", "boxes" -> "box", "glass" stays: each word without the ending of several. Lower case in, English only. */
export function singularOf(words: string): string {
  return words.replaceAll(/(?<=\p{L}{2})(?:ies|(?<=(?:ch|sh|x|ss|to))es|(?<![su])s)(?![\p{L}])/gu, (ending) =>
    ending === 'ies' ? 'y' : '',
  );
}
