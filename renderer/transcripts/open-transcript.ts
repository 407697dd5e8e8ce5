import { create } from 'zustand';
import { SEGMENTS_A_PIECE, type TranscriptHead } from '../../electron/ipc/recordings-schema.ts';
import type { TranscriptChange } from '../../electron/ipc/transcript-edits.ts';
import type { TranscriptSegment } from '../../electron/ipc/transcription-schema.ts';
import { ask, showProblem } from '../conversation/connection.ts';
import { type EditedText, edit, redo, type Step, undo, unedited } from './edit-history.ts';
import { nearestPlace, type WordPlace } from './word-places.ts';

/** The transcript that is shown, with everything a person did to it. */
export interface OpenTranscript {
  readonly id: string | null;
  readonly head: TranscriptHead | null;
  readonly edited: EditedText;
  /** All of it was read: it can be edited now. */
  readonly isWhole: boolean;
  /** The word that keys act on. */
  readonly cursor: WordPlace;
  /** Segments from here to the cursor are chosen; null = only the cursor's. */
  readonly anchor: number | null;
  /** The segment whose text is being written. */
  readonly writing: number | null;
  /** The word that sounds. */
  readonly sounding: WordPlace | null;
}

const NOTHING: OpenTranscript = {
  id: null,
  head: null,
  edited: unedited({ segments: [], speakers: [] }),
  isWhole: false,
  cursor: { index: 0, word: 0 },
  anchor: null,
  writing: null,
  sounding: null,
};

export const useTranscript = create<OpenTranscript>()(() => NOTHING);

/** Edits leave in order; each is kept on disk when it is answered. */
let sent: Promise<unknown> = Promise.resolve();
let revision = 0;

/** Reads a transcript piece by piece; the first is shown at once. @returns false when there is none */
export async function openTranscript(id: string): Promise<boolean> {
  await sent;
  useTranscript.setState({ ...NOTHING, id }, true);
  const head = await ask((client) => client.readTranscript({ id }));
  if (head === undefined || head === null || !isShown(id)) return false;
  revision = head.revision;
  const segments: TranscriptSegment[] = [];
  do {
    const piece = await ask((client) => client.readSegments({ id, from: segments.length }));
    if (piece === undefined || !isShown(id)) return false;
    segments.push(...piece);
    const text = { segments: [...segments], speakers: head.speakers };
    useTranscript.setState({
      head,
      edited: unedited(text),
      isWhole: segments.length >= head.segmentCount || piece.length < SEGMENTS_A_PIECE,
    });
  } while (!useTranscript.getState().isWhole);
  return true;
}

/** Shows a text that is not kept, as the running conversation; nothing of it can be edited. */
export function showText(text: EditedText['text']): void {
  useTranscript.setState((state) => ({ ...state, id: null, head: null, isWhole: false, edited: unedited(text) }));
}

export function closeTranscript(): void {
  useTranscript.setState(NOTHING, true);
}

/** Does an edit here and tells it; null does nothing. @returns whether something changed */
export function change(made: TranscriptChange | null): boolean {
  return made !== null && take((edited) => edit(edited, made));
}

export function undoEdit(): boolean {
  return take(undo);
}

export function redoEdit(): boolean {
  return take(redo);
}

/** Resolves when everything that was edited is kept. */
export function editsKept(): Promise<unknown> {
  return sent;
}

/** The chosen segments, ascending. */
export function chosenSegments({ cursor, anchor }: Pick<OpenTranscript, 'cursor' | 'anchor'>): number[] {
  const from = Math.min(anchor ?? cursor.index, cursor.index);
  const to = Math.max(anchor ?? cursor.index, cursor.index);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function take(step: (edited: EditedText) => Step | null): boolean {
  const { id, isWhole, edited, cursor } = useTranscript.getState();
  if (id === null || !isWhole) return false;
  let done: Step | null;
  try {
    done = step(edited);
  } catch (failure) {
    showProblem(failure);
    return false;
  }
  if (done === null) return false;
  const { change: made, edited: after } = done;
  const atRevision = revision++;
  useTranscript.setState({ edited: after, cursor: nearestPlace(after.text.segments, cursor), anchor: null, writing: null });
  sent = sent.then(() => tell(id, atRevision, made));
  return true;
}

async function tell(id: string, atRevision: number, made: TranscriptChange): Promise<void> {
  if (refusedFrom !== null && atRevision > refusedFrom) return;
  const answer = await ask((client) => client.changeTranscript({ id, revision: atRevision, change: made }));
  if (answer !== undefined || !isShown(id)) return;
  // What is kept is what counts: it is shown again, and the edits after the refused one go with it.
  refusedFrom = atRevision;
  setTimeout(() => {
    refusedFrom = null;
    void openTranscript(id);
  });
}

let refusedFrom: number | null = null;

function isShown(id: string): boolean {
  return useTranscript.getState().id === id;
}
