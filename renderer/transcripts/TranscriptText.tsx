import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useTranscript } from './open-transcript.ts';
import { usePlayback } from './playback.ts';
import { SegmentRow } from './SegmentRow.tsx';
import { textKeyDown } from './text-keys.ts';

/** A line of text is so high and holds so many signs; only a guess until a row was drawn. */
const LINE_PX = 26;
const LINE_SIGNS = 80;
const ROW_PX = 16;
const ROWS_AHEAD = 6;

/** The segments, however many: only those near the window are drawn, and the one that keys act on. */
export function TranscriptText({ label, followsEnd = false }: { label: string; followsEnd?: boolean }) {
  const segments = useTranscript((state) => state.edited.text.segments);
  const cursorIndex = useTranscript((state) => state.cursor.index);
  const soundingIndex = useTranscript((state) => state.sounding?.index ?? null);
  const isPlaying = usePlayback((state) => state.isPlaying);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_PX + LINE_PX * Math.max(1, Math.ceil((segments[index]?.text.length ?? 0) / LINE_SIGNS)),
    overscan: ROWS_AHEAD,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), cursorIndex])].filter((index) => index < segments.length).toSorted((a, b) => a - b),
  });
  const { scrollToIndex } = rows;
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && cursorIndex === 0) return;
    isFirst.current = false;
    scrollToIndex(cursorIndex, { align: 'auto' });
  }, [cursorIndex, scrollToIndex]);
  useEffect(() => {
    if (isPlaying && soundingIndex !== null) scrollToIndex(soundingIndex, { align: 'auto' });
  }, [isPlaying, soundingIndex, scrollToIndex]);
  useEffect(() => {
    if (followsEnd && segments.length > 0) scrollToIndex(segments.length - 1, { align: 'end' });
  }, [followsEnd, segments.length, scrollToIndex]);
  const focusCursor = useCallback(() => {
    // The row may be drawn only after it was scrolled to.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true }));
  }, []);
  return (
    <div ref={scroller} className="transcript-text">
      <ol
        className="transcript-whole"
        tabIndex={-1}
        aria-label={label}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={(event) => textKeyDown(event, focusCursor)}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const segment = segments[index];
          if (segment === undefined) return null;
          return (
            <li
              key={index}
              ref={rows.measureElement}
              data-index={index}
              className="transcript-row"
              aria-setsize={segments.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <SegmentRow segment={segment} index={index} focusCursor={focusCursor} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
