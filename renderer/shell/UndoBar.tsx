import { Undo2, X } from 'lucide-react';
import { sentences } from '../sentences.ts';

/** What was just done, and how to have it back. */
export interface Done {
  readonly words: string;
  /** Null where it cannot be brought back. */
  readonly undo: { readonly label: string; readonly run: () => unknown } | null;
}

/** Stays until the next thing is done or it is put away: nobody is hurried. Read out once. */
export function UndoBar({ done, close }: { done: Done | null; close: () => void }) {
  return (
    <div className="told undo-place" role="status">
      {done !== null && (
        <div className="notice undo-bar">
          <p>
            <bdi>{done.words}</bdi>
          </p>
          {done.undo !== null && (
            <button type="button" className="button" onClick={done.undo.run}>
              <Undo2 size={14} aria-hidden /> {done.undo.label}
            </button>
          )}
          <button type="button" className="button plain icon small" aria-label={sentences.buttons.dismiss} onClick={close}>
            <X size={14} aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
