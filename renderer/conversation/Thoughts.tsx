import { fill, sentences } from '../sentences.ts';
import { ask } from './connection.ts';
import { useWindow } from './conversation-store.ts';

/** What the engine thought on the way to this reply, folded: it is shown to whoever opens it, and never spoken. */
export function Thoughts({ turnId }: { readonly turnId: string }) {
  const thoughts = useWindow((state) => (state.thoughts?.turnId === turnId ? state.thoughts : null));
  if (thoughts === null) return null;
  return (
    <details className="thoughts">
      <summary>{fill(sentences.thinking.took, { seconds: (thoughts.tookMs / 1000).toFixed(1) })}</summary>
      <p className="quiet">{thoughts.text}</p>
    </details>
  );
}

/** Only where the engine can do it. */
export function ThinkHarder() {
  const thinking = useWindow((state) => state.conversation?.thinking ?? 'cannot');
  if (thinking === 'cannot') return null;
  return (
    <label className="think-harder" title={sentences.thinking.harderHint}>
      <input
        type="checkbox"
        checked={thinking === 'harder'}
        onChange={({ target }) => void ask((client) => client.setThinkHarder({ harder: target.checked }))}
      />
      {sentences.thinking.harder}
    </label>
  );
}
