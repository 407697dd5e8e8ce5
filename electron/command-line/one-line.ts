/** What was stored shows as one line, and can move neither the cursor nor the reading direction of a terminal. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
