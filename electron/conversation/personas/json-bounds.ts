/** Deeper than any persona; a bomb is found before the parser unpacks it. */
const DEEPEST = 8;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** What of a text from elsewhere must not reach a schema, as the middle of a sentence; null when it may. */
export function depthFault(text: string): string | null {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') index = endOfString(text, index);
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > DEEPEST) return `it is nested more than ${DEEPEST} deep, and no persona is`;
  }
  return null;
}

/** The index of the quote that ends the string begun at `start`. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '"') return index;
  }
  return text.length;
}

/** @returns the path of the first key that could change what an object is, null when there is none */
export function forbiddenKey(value: unknown, path = ''): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (FORBIDDEN_KEYS.has(key)) return here;
    const deeper = forbiddenKey(inner, here);
    if (deeper !== null) return deeper;
  }
  return null;
}
