import type { TranscriptChange } from '../../electron/ipc/transcript-edits.ts';
import { assignSpeaker, mergeWithNext, splitBefore } from '../../electron/ipc/transcript-verbs.ts';
import { change, chosenSegments, type OpenTranscript, useTranscript } from './open-transcript.ts';
import { playWord, togglePlay } from './playback.ts';
import { somebodyNew } from './SpeakerMenu.tsx';
import { segmentFurther, type WordPlace, wordCount, wordFurther } from './word-places.ts';

const PAGE_SEGMENTS = 10;

type Segments = OpenTranscript['edited']['text']['segments'];
type Move = (segments: Segments, from: WordPlace) => WordPlace;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: (segments, from) => wordFurther(segments, from, 1),
  ArrowLeft: (segments, from) => wordFurther(segments, from, -1),
  ArrowDown: (segments, from) => segmentFurther(segments, from, 1),
  ArrowUp: (segments, from) => segmentFurther(segments, from, -1),
  PageDown: (segments, from) => segmentFurther(segments, from, PAGE_SEGMENTS),
  PageUp: (segments, from) => segmentFurther(segments, from, -PAGE_SEGMENTS),
  Home: (_, { index }) => ({ index, word: 0 }),
  End: (segments, { index }) => ({ index, word: wordCount(segments[index]) - 1 }),
  'Ctrl+Home': () => ({ index: 0, word: 0 }),
  'Ctrl+End': (segments) => ({ index: Math.max(0, segments.length - 1), word: 0 }),
};

const EDITS: Readonly<Record<string, (state: OpenTranscript) => TranscriptChange | null>> = {
  s: ({ edited, cursor }) => splitBefore(edited.text, cursor.index, cursor.word),
  m: ({ edited, cursor }) => mergeWithNext(edited.text, cursor.index),
  '0': (state) => assignSpeaker(state.edited.text, chosenSegments(state), null),
};

/** Everything that keys do among the words. @param focusCursor brings the keyboard to the word that keys act on now */
export function textKeyDown(event: React.KeyboardEvent, focusCursor: () => void): void {
  const { target, currentTarget } = event;
  const isHere = target === currentTarget || (target instanceof HTMLElement && target.closest('.word') !== null);
  if (!isHere || event.altKey || !act(event)) return;
  event.preventDefault();
  event.stopPropagation();
  // An edit draws the words anew: until the one to be at is there, the next key comes here all the same.
  if (MOVES[event.key] === undefined && currentTarget instanceof HTMLElement) currentTarget.focus({ preventScroll: true });
  focusCursor();
}

/** @returns whether the key means something here */
function act(event: React.KeyboardEvent): boolean {
  const state = useTranscript.getState();
  const isControl = event.ctrlKey || event.metaKey;
  const move = MOVES[isControl ? `Ctrl+${event.key}` : event.key];
  if (move !== undefined) {
    moveCursor(state, move, event.shiftKey);
    return true;
  }
  if (isControl) return false;
  return press(event.key.toLowerCase(), state);
}

function moveCursor({ edited, cursor, anchor }: OpenTranscript, move: Move, isChoosing: boolean): void {
  const to = move(edited.text.segments, cursor);
  useTranscript.setState({ cursor: to, anchor: isChoosing ? (anchor ?? cursor.index) : null });
}

function press(key: string, state: OpenTranscript): boolean {
  const made = EDITS[key] ?? speakerEdit(key, state);
  if (key === ' ') togglePlay();
  else if (key === 'n') somebodyNew(chosenSegments(state));
  else if (key === 'enter') playWord(state.cursor);
  else if (key === 'e' || key === 'f2') useTranscript.setState({ writing: state.cursor.index });
  else if (made !== null) change(made(state));
  else return false;
  return true;
}

/** 1 to 9: the speakers in their order. */
function speakerEdit(key: string, { edited }: OpenTranscript): ((state: OpenTranscript) => TranscriptChange | null) | null {
  const speaker = /^[1-9]$/.test(key) ? edited.text.speakers[Number(key) - 1] : undefined;
  return speaker === undefined ? null : (state) => assignSpeaker(state.edited.text, chosenSegments(state), speaker.id);
}
