import { useEffect, useRef, useState } from 'react';
import { writeText } from '../../electron/ipc/transcript-verbs.ts';
import type { TranscriptSegment } from '../../electron/ipc/transcription-schema.ts';
import { fill, sentences } from '../sentences.ts';
import { change, useTranscript } from './open-transcript.ts';
import { clockTime } from './recordings.ts';

interface Shown {
  readonly segment: TranscriptSegment;
  readonly index: number;
  /** The keyboard goes back to the words. */
  readonly done: () => void;
}

/** Writes a segment's text: Enter keeps it, Esc leaves it as it was, and so does leaving without a change. */
export function SegmentWriter({ segment, index, done }: Shown) {
  const [text, setText] = useState(segment.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const leave = (keep: boolean, byKey: boolean) => {
    if (isLeft.current) return;
    isLeft.current = true;
    const { edited } = useTranscript.getState();
    useTranscript.setState({ writing: null });
    if (keep) change(writeText(edited.text, index, text));
    if (byKey) done();
  };
  return (
    <textarea
      ref={field}
      className="field segment-writer"
      rows={Math.max(1, Math.ceil(text.length / 70))}
      aria-label={fill(sentences.recordings.write, { time: clockTime(segment.startMs) })}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => leave(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        // Composing signs of other writings ends with the same keys.
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        leave(event.key === 'Enter', true);
      }}
    />
  );
}
