import { useEffect, useRef } from 'react';
import { fill, sentences } from '../sentences.ts';
import { useWindow } from './conversation-store.ts';

/** What the engine thought on the way to this reply, folded: it is shown to whoever opens it, and never spoken. */
export function Thoughts({ turnId, isOver = true }: { readonly turnId: string; readonly isOver?: boolean }) {
  const thoughts = useWindow((state) => (state.thoughts?.turnId === turnId ? state.thoughts : null));
  const words = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new thought scrolls
  useEffect(() => {
    if (!isOver && words.current !== null) words.current.scrollTop = words.current.scrollHeight;
  }, [isOver, thoughts?.text, thoughts?.isOpen]);
  if (thoughts === null) return null;
  const { text, tookMs, isOpen } = thoughts;
  return (
    // What is thought comes in pieces: nobody wants them read out as they come.
    <details
      className="thoughts"
      aria-live="off"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        useWindow.setState({ thoughts: { ...thoughts, isOpen: currentTarget.open } });
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary>{isOver ? fill(sentences.thinking.took, { seconds: wholeSeconds(tookMs) }) : sentences.thinking.now}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no wheel scrolls it by key */}
      <section ref={words} tabIndex={0} aria-label={sentences.thinking.label}>
        {text.trim()}
      </section>
    </details>
  );
}

function wholeSeconds(ms: number): string {
  return Math.max(1, Math.round(ms / 1000)).toString();
}
