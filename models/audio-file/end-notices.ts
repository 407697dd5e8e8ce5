import type { StretchReader } from './stretch-reader.ts';
import { clock } from './wav-source.ts';

/** What was found odd while a file was read to its end, one sentence each. */
export function endNotices(findings: StretchReader['findings'], position: number, grew: boolean): string[] {
  const { brokenSamples, cancelledSeconds, stoppedAtLimit } = findings;
  const notices: string[] = [];
  if (brokenSamples > 0) notices.push(`${brokenSamples} samples are no numbers; they were taken as silence.`);
  if (cancelledSeconds > 0) notices.push('The channels erase each other when mixed; the louder one was used.');
  if (stoppedAtLimit) notices.push(`The recording is longer than 24 hours; it was read until ${clock((position / 16_000) * 1000)}.`);
  if (grew) notices.push('The file grew while it was read; what was added later is not in the transcript.');
  return notices;
}
