import { AudioLines, BookmarkCheck, PencilLine, Quote, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { MemoryNote } from '../../electron/ipc/memory-schema.ts';
import { fill, sentences } from '../sentences.ts';
import { showRecording } from '../transcripts/recordings.ts';
import { ask } from './connection.ts';

const ICONS = { learned: BookmarkCheck, corrected: PencilLine, used: Quote, quoted: AudioLines } as const;
/** More than this is one line that opens. */
const MOST_SHOWN = 2;

/** What was learned from a turn or used for it. `undone` is told when something was taken back. */
export function TurnNotes({ notes, undone }: { notes: readonly MemoryNote[]; undone?: (() => unknown) | undefined }) {
  const made = notes.filter(({ kind }) => kind !== 'used');
  const used = notes.filter(({ kind }) => kind === 'used');
  if (notes.length === 0) return null;
  const list = (some: readonly MemoryNote[]) => (
    <ul className="notes">
      {some.map((note) => (
        <Note key={note.id} note={note} undone={undone} />
      ))}
    </ul>
  );
  if (used.length <= MOST_SHOWN) return list(notes);
  return (
    <>
      {made.length > 0 && list(made)}
      <details className="more-notes">
        <summary className="chip">{fill(sentences.notes.usedMany, { count: used.length })}</summary>
        {list(used)}
      </details>
    </>
  );
}

function Note({ note, undone }: { note: MemoryNote; undone: (() => unknown) | undefined }) {
  const { id, kind, label, undo } = note;
  const chip = useRef<HTMLLIElement>(null);
  const Icon = ICONS[kind];
  const takeBack = async () => {
    await ask((client) => client.undoMemory({ noteId: id }));
    // The button goes with what it did; who pressed it by key stays where they were.
    chip.current?.focus();
    undone?.();
  };
  if (note.place !== undefined) return <QuotedNote label={label} place={note.place} />;
  const words = fill(sentences.notes[kind], { label });
  return (
    <li ref={chip} className="chip note" data-kind={kind} data-undo={undo} tabIndex={-1}>
      <Icon size={12} aria-hidden />
      {undo === 'done' ? <s>{words}</s> : <span>{words}</span>}
      {undo === 'done' && <span>{sentences.notes.undone}</span>}
      {undo === 'possible' && (
        <button type="button" className="note-undo" aria-label={fill(sentences.notes.undoIt, { label })} onClick={() => void takeBack()}>
          <Undo2 size={12} aria-hidden /> {sentences.notes.undo}
        </button>
      )}
    </li>
  );
}

/** A receipt: leads to the very word of the recording. */
function QuotedNote({ label, place }: { label: string; place: NonNullable<MemoryNote['place']> }) {
  return (
    <li className="chip note" data-kind="quoted">
      <AudioLines size={12} aria-hidden />
      <button
        type="button"
        className="note-undo"
        aria-label={fill(sentences.notes.hearIt, { label })}
        onClick={() => showRecording(place.recordingId, place.startMs)}
      >
        {label}
      </button>
    </li>
  );
}
