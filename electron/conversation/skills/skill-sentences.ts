import type { SkillResult } from './skill.ts';

/** An expected failure: the sentence is said, and a model sees that nothing was done. */
export function declined(sentence: string): SkillResult {
  return { sentence, data: { error: sentence } };
}

/** The text with a capital at its start. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
