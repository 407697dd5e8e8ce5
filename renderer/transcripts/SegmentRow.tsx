import { memo } from 'react';
import type { TranscriptSegment, TranscriptWord } from '../../electron/ipc/transcription-schema.ts';
import { fill, sentences } from '../sentences.ts';
import { useTranscript } from './open-transcript.ts';
import { playFrom, playWord } from './playback.ts';
import { clockTime } from './recordings.ts';
import { SegmentWriter } from './SegmentWriter.tsx';
import { SpeakerMenu } from './SpeakerMenu.tsx';

const words = sentences.recordings;

/** Less sure than this is marked. */
const UNSURE_BELOW = 0.5;

interface Shown {
  readonly segment: TranscriptSegment;
  readonly index: number;
  readonly focusCursor: () => void;
}

/** One segment: when, who, and its words, each of which can be heard. */
export const SegmentRow = memo(function SegmentRow({ segment, index, focusCursor }: Shown) {
  const isWriting = useTranscript((state) => state.writing === index);
  const isChosen = useTranscript(
    ({ anchor, cursor }) => anchor !== null && index >= Math.min(anchor, cursor.index) && index <= Math.max(anchor, cursor.index),
  );
  const canHear = useTranscript((state) => state.id !== null);
  const time = clockTime(segment.startMs);
  return (
    <div className="segment" data-chosen={isChosen}>
      <div className="segment-side">
        {canHear ? (
          <button
            type="button"
            className="segment-time"
            tabIndex={-1}
            aria-label={fill(words.playFrom, { time })}
            onClick={() => playFrom(segment.startMs)}
          >
            {time}
          </button>
        ) : (
          <span className="segment-time">{time}</span>
        )}
        <SpeakerMenu index={index} speaker={segment.speaker} />
      </div>
      {isWriting ? <SegmentWriter segment={segment} index={index} done={focusCursor} /> : <Words segment={segment} index={index} />}
    </div>
  );
});

function Words({ segment, index }: Pick<Shown, 'segment' | 'index'>) {
  const cursorWord = useTranscript(({ cursor }) => (cursor.index === index ? cursor.word : -1));
  const soundingWord = useTranscript(({ sounding }) => (sounding?.index === index ? sounding.word : -1));
  const canHear = useTranscript((state) => state.id !== null);
  if (!canHear) return <p className="segment-words">{segment.text}</p>;
  const shown: readonly TranscriptWord[] =
    segment.words.length > 0 ? segment.words : [{ text: segment.text, startMs: segment.startMs, endMs: segment.endMs, confidence: 1 }];
  return (
    <p className="segment-words">
      {shown.map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word has no name but its place
        <Word key={place} word={word} place={{ index, word: place }} isCursor={place === cursorWord} isSounding={place === soundingWord} />
      ))}
    </p>
  );
}

interface WordShown {
  readonly word: TranscriptWord;
  readonly place: { readonly index: number; readonly word: number };
  readonly isCursor: boolean;
  readonly isSounding: boolean;
}

function Word({ word, place, isCursor, isSounding }: WordShown) {
  const isUnsure = word.confidence < UNSURE_BELOW;
  return (
    <>
      <button
        type="button"
        className="word"
        tabIndex={isCursor ? 0 : -1}
        data-cursor={isCursor || undefined}
        data-sounding={isSounding || undefined}
        data-unsure={isUnsure || undefined}
        title={isUnsure ? words.unsure : undefined}
        onFocus={() => !isCursor && useTranscript.setState({ cursor: place })}
        onClick={(event) => {
          useTranscript.setState((state) => ({
            cursor: place,
            anchor: event.shiftKey ? (state.anchor ?? state.cursor.index) : null,
          }));
          if (!event.shiftKey) playWord(place);
        }}
        onDoubleClick={() => useTranscript.setState({ writing: place.index })}
      >
        {word.text}
      </button>{' '}
    </>
  );
}
