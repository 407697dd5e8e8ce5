import { useState } from 'react';
import { LONGEST_CELL } from '../../electron/ipc/canvas-schema.ts';

export interface CellShown {
  readonly label: string;
  readonly text: string;
  readonly isNew: boolean;
  readonly write: (text: string) => void;
}

/** One cell: text that can be written over. Enter or leaving keeps it, Esc gives it up. */
export function CanvasCell({ label, text, isNew, write }: CellShown) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    if (draft !== null && draft !== text) write(draft);
    setDraft(null);
  };
  return (
    <input
      className="cell"
      data-new={isNew}
      aria-label={label}
      maxLength={LONGEST_CELL}
      dir="auto"
      value={draft ?? text}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          keep();
          focusBelow(event.currentTarget);
        } else if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}

/** As in every table: Enter goes on in the row below. */
function focusBelow(cell: HTMLInputElement): void {
  const row = cell.closest('tr');
  const cells = (of: Element | null | undefined) => [...(of?.querySelectorAll<HTMLInputElement>('input.cell') ?? [])];
  cells(row?.nextElementSibling)[cells(row).indexOf(cell)]?.focus();
}
