/**
 * The same thing in other words of the same, as a slot has it: lower case, one spelling, without articles and without what
 * only strengthens ("coffee very much" and "the coffee" are "coffee").
 */
export function factKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(
      /[,\s]+(?:any ?more|at all|a lot|very much|so much|too|as well|now(?:adays)?|these days|the most|best|most of all|in general|by the way|though|really|anyway)$/u,
      '',
    )
    .replaceAll('favourite', 'favorite')
    .replaceAll('colour', 'color')
    .replaceAll(/\b(?:the|a|an|my|our|your|very|really|so|some)\b/gu, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N} ]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
}
