import { FORBIDDEN_KEYS, isDeeperThan } from '../../ipc/json-bounds.ts';

/** Deeper than any persona. */
const DEEPEST = 8;

/** What of a text from elsewhere must not reach a schema, as the middle of a sentence; null when it may. */
export function depthFault(text: string): string | null {
  return isDeeperThan(DEEPEST, text) ? `it is nested more than ${DEEPEST} deep, and no persona is` : null;
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
