import { z } from 'zod';
import { ProblemError } from './derive-ipc.ts';
import { type Transcript, type TranscriptSegment, transcriptSchema } from './transcription-schema.ts';

/** What of a transcript can be edited. */
export type EditableText = Pick<Transcript, 'segments' | 'speakers'>;

/** More segments than any recording has. */
const MOST_SEGMENTS = 200_000;

/**
 * One edit as data: stretches of segments exchanged for others, and the speakers where they changed. Places count in the
 * transcript before the edit, ascending and apart; window and conversation process apply the same function to it.
 */
export const transcriptChangeSchema = z.strictObject({
  splices: z
    .array(
      z.strictObject({
        at: z.number().int().nonnegative(),
        removed: z.number().int().nonnegative(),
        added: transcriptSchema.shape.segments.max(MOST_SEGMENTS),
      }),
    )
    .max(MOST_SEGMENTS),
  /** Null where they stay. */
  speakers: transcriptSchema.shape.speakers.max(1000).nullable(),
});
export type TranscriptChange = z.output<typeof transcriptChangeSchema>;

/**
 * Applies an edit. Pure: the text that is handed in stays as it was.
 * @returns the new text, and the edit that takes it back
 * @throws ProblemError 'edit-refused' for an edit that does not fit this text or would spoil the order of its times
 */
export function applyChange(
  text: EditableText,
  change: TranscriptChange,
): { readonly text: EditableText; readonly undo: TranscriptChange } {
  const segments: TranscriptSegment[] = [];
  const undo: TranscriptChange['splices'] = [];
  let place = 0;
  for (const { at, removed, added } of change.splices) {
    if (at < place || at + removed > text.segments.length) throw refused();
    for (; place < at; place++) segments.push(text.segments[place] as TranscriptSegment);
    undo.push({ at: segments.length, removed: added.length, added: text.segments.slice(at, at + removed) });
    for (const segment of added) segments.push(segment);
    place = at + removed;
  }
  for (; place < text.segments.length; place++) segments.push(text.segments[place] as TranscriptSegment);
  const speakers = change.speakers ?? text.speakers;
  for (const { at, removed } of undo) checkStretch(segments, at, removed, speakers);
  return { text: { segments, speakers }, undo: { splices: undo, speakers: change.speakers === null ? null : text.speakers } };
}

/** True where every time comes in its order and every word lies in its segment. */
export function hasOrderedTimes({ segments }: Pick<EditableText, 'segments'>): boolean {
  return segments.every((segment, index) => isOrdered(segment) && segment.startMs >= (segments[index - 1]?.startMs ?? 0));
}

function checkStretch(segments: readonly TranscriptSegment[], at: number, count: number, speakers: EditableText['speakers']): void {
  for (let index = at; index <= at + count && index < segments.length; index++) {
    const segment = segments[index] as TranscriptSegment;
    const known = segment.speaker === null || speakers.some(({ id }) => id === segment.speaker);
    if (!known || !isOrdered(segment) || segment.startMs < (segments[index - 1]?.startMs ?? 0)) throw refused();
  }
}

function isOrdered({ startMs, endMs, words }: TranscriptSegment): boolean {
  let lastMs = startMs;
  for (const word of words) {
    if (word.startMs < lastMs || word.endMs < word.startMs || word.endMs > endMs) return false;
    lastMs = word.startMs;
  }
  return endMs >= startMs;
}

function refused(): ProblemError {
  return new ProblemError({
    id: 'edit-refused',
    message: 'This edit does not fit the transcript as it is kept.',
    whatToDo: 'It is shown again as it is kept; edit it once more.',
  });
}
