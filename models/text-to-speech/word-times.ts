import type { TimedWord } from '../speech-to-speech/realtime-model.ts';

/** A stretch of ids that belongs to one spoken group (what the voice puts between two spaces), in samples. */
export interface SpokenGroup {
  readonly startSample: number;
  readonly endSample: number;
}

/** Groups of ids between spaces, with their place on the voice's own audio. */
export function spokenGroups(ids: readonly number[], idSamples: readonly number[], spaceId: number): SpokenGroup[] {
  const groups: SpokenGroup[] = [];
  let start = 0;
  let position = 0;
  ids.forEach((id, index) => {
    if (id === spaceId) {
      groups.push({ startSample: start, endSample: position });
      start = position;
    }
    position += idSamples[index] ?? 0;
  });
  groups.push({ startSample: start, endSample: position });
  return groups;
}

/**
 * Gives every written word its time. Written and spoken words are the same number in plain text; where they differ
 * ("5:30", "$20") the spoken time is shared out by the length of the written words.
 * @param toMs place on the voice's audio -> milliseconds of the finished clause
 * @returns words that join to `clause` with a trailing space each
 */
export function wordTimes(clause: string, groups: readonly SpokenGroup[], toMs: (sample: number) => number): TimedWord[] {
  const written = clause.trim().split(/\s+/).filter(Boolean);
  if (written.length === groups.length) {
    return written.map((text, index) => ({
      text: `${text} `,
      startMs: toMs(groups[index]?.startSample ?? 0),
      endMs: toMs(groups[index]?.endSample ?? 0),
    }));
  }
  const lengths = written.map((word) => word.length + 1);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  // Shared out over what can be heard: the voice's silence before the first sound belongs to no word.
  const fromMs = toMs(0);
  const spanMs = toMs(groups.at(-1)?.endSample ?? 0) - fromMs;
  let passed = 0;
  return written.map((text, index) => {
    const startMs = fromMs + (spanMs * passed) / whole;
    passed += lengths[index] ?? 0;
    return { text: `${text} `, startMs, endMs: fromMs + (spanMs * passed) / whole };
  });
}
