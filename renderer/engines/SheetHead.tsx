import { useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';

/** The head of a page that belongs to the engines, with the way back to them. */
export function SheetHead({ title }: { title: string }) {
  return (
    <div className="sheet-head">
      <h2>{title}</h2>
      <button type="button" className="button" onClick={() => useWindow.setState({ pane: 'engines' })}>
        {sentences.panes.engines}
      </button>
    </div>
  );
}
