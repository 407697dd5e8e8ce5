import { applyChange, type EditableText, type TranscriptChange } from '../../electron/ipc/transcript-edits.ts';

/** Steps that can be taken back; more would only cost memory. */
const MOST_STEPS = 500;

/** A text with what was done to it. Pure: every step gives a new one. */
export interface EditedText {
  readonly text: EditableText;
  /** What takes the last steps back, the newest last. */
  readonly undo: readonly TranscriptChange[];
  /** What does again what was taken back, the newest last. */
  readonly redo: readonly TranscriptChange[];
}

/** The text after a step, and the change that was made, as the conversation process must be told it. */
export interface Step {
  readonly edited: EditedText;
  readonly change: TranscriptChange;
}

export function unedited(text: EditableText): EditedText {
  return { text, undo: [], redo: [] };
}

/** @throws ProblemError 'edit-refused' */
export function edit({ text, undo }: EditedText, change: TranscriptChange): Step {
  const applied = applyChange(text, change);
  return { edited: { text: applied.text, undo: [...undo.slice(1 - MOST_STEPS), applied.undo], redo: [] }, change };
}

/** Null when there is nothing to take back. */
export function undo({ text, undo: undoable, redo: redoable }: EditedText): Step | null {
  const change = undoable.at(-1);
  if (change === undefined) return null;
  const applied = applyChange(text, change);
  return { edited: { text: applied.text, undo: undoable.slice(0, -1), redo: [...redoable, applied.undo] }, change };
}

/** Null when nothing was taken back. */
export function redo({ text, undo: undoable, redo: redoable }: EditedText): Step | null {
  const change = redoable.at(-1);
  if (change === undefined) return null;
  const applied = applyChange(text, change);
  return { edited: { text: applied.text, undo: [...undoable, applied.undo], redo: redoable.slice(0, -1) }, change };
}
