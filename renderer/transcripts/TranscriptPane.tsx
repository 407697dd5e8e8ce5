import { ArrowLeft, MessageCircleQuestionMark, Pause, Play, Redo2, Search, Undo2, UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { KeyList } from '../shell/KeyList.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FindBar } from './FindBar.tsx';
import { chosenSegments, closeTranscript, editsKept, openTranscript, redoEdit, undoEdit, useTranscript } from './open-transcript.ts';
import { playFrom, stopPlayback, togglePlay, usePlayback } from './playback.ts';
import { clockTime, useRecordings } from './recordings.ts';
import { somebodyNew } from './SpeakerMenu.tsx';
import { SpeakerNames } from './SpeakerNames.tsx';
import { TranscriptText } from './TranscriptText.tsx';
import { Waveform } from './Waveform.tsx';
import { placeAt } from './word-places.ts';

const words = sentences.recordings;

/** One recording: its sound as a picture, its words, and everything that can be done to them. @param atMs where to begin */
export function TranscriptPane({ id, atMs }: { id: string; atMs: number | null }) {
  const head = useTranscript((state) => state.head);
  const isWhole = useTranscript((state) => state.isWhole);
  const connection = useRecordings((state) => state.connection);
  const [isFinding, setIsFinding] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the other process began anew, what it keeps counts
  useEffect(() => {
    void openTranscript(id);
    return () => {
      stopPlayback();
      closeTranscript();
    };
  }, [id, connection]);
  useJump(isWhole, atMs);
  return (
    <section
      className="transcript"
      aria-label={head?.name ?? words.reading}
      onKeyDown={(event) => keyDown(event, () => setIsFinding(true))}
    >
      <div className="transcript-head">
        <button type="button" className="button plain" onClick={() => useRecordings.setState({ shown: { kind: 'list' } })}>
          <ArrowLeft size={16} aria-hidden /> {words.back}
        </button>
        <h2 className="transcript-name">
          <bdi>{head?.name ?? words.reading}</bdi>
        </h2>
        <button type="button" className="button" onClick={() => void askAbout(id)}>
          <MessageCircleQuestionMark size={16} aria-hidden /> {words.ask}
        </button>
        <ExportMenu source={{ kind: 'recording', id }} />
      </div>
      {head?.left !== undefined && (
        <p className="quiet">{fill(words.ways.left, { time: clockTime(head.left.seconds * 1000), host: head.left.host })}</p>
      )}
      <Waveform id={id} />
      <Tools find={() => setIsFinding((open) => !open)} isFinding={isFinding} />
      {isFinding && <FindBar close={() => setIsFinding(false)} />}
      <SpeakerNames />
      <TranscriptText label={words.segments} />
      <Keys />
    </section>
  );
}

/** The conversation goes on with this recording at hand. */
async function askAbout(id: string): Promise<void> {
  await editsKept();
  await ask((client) => client.askAbout({ id }));
  useWindow.setState({ pane: 'conversation' });
}

function Tools({ find, isFinding }: { find: () => void; isFinding: boolean }) {
  const canUndo = useTranscript((state) => state.edited.undo.length > 0);
  const canRedo = useTranscript((state) => state.edited.redo.length > 0);
  const durationMs = useTranscript((state) => state.head?.durationMs ?? 0);
  const isPlaying = usePlayback((state) => state.isPlaying);
  return (
    <div className="transcript-tools">
      <button type="button" className="button" onClick={togglePlay}>
        {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />} {isPlaying ? words.pause : words.play}
      </button>
      <span className="quiet">{fill(words.length, { time: clockTime(durationMs) })}</span>
      <span className="header-space" />
      <button
        type="button"
        className="button plain icon"
        aria-label={words.addSpeaker}
        title={`${words.addSpeaker} (N)`}
        onClick={() => somebodyNew(chosenSegments(useTranscript.getState()))}
      >
        <UserPlus size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="button plain icon"
        aria-label={words.undo}
        title={`${words.undo} (Ctrl Z)`}
        disabled={!canUndo}
        onClick={undoEdit}
      >
        <Undo2 size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="button plain icon"
        aria-label={words.redo}
        title={`${words.redo} (Ctrl Shift Z)`}
        disabled={!canRedo}
        onClick={redoEdit}
      >
        <Redo2 size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="button plain icon"
        aria-label={words.find.title}
        title={`${words.find.title} (Ctrl F)`}
        aria-expanded={isFinding}
        onClick={find}
      >
        <Search size={16} aria-hidden />
      </button>
    </div>
  );
}

function Keys() {
  return (
    <details className="transcript-keys">
      <summary className="quiet">{words.keys}</summary>
      <KeyList keys={words.keyList} />
    </details>
  );
}

/** Keys that act wherever the focus is in the pane. Writing in a field keeps its own undo. */
function keyDown(event: React.KeyboardEvent, find: () => void): void {
  if (!event.ctrlKey && !event.metaKey) return;
  const key = event.key.toLowerCase();
  const isWriting = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
  if (key === 'f') find();
  else if (isWriting) return;
  else if (key === 'y' || (key === 'z' && event.shiftKey)) redoEdit();
  else if (key === 'z') undoEdit();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Comes to a place that something else points to, and lets it be heard. */
function useJump(isWhole: boolean, atMs: number | null): void {
  useEffect(() => {
    if (!isWhole || atMs === null) return;
    const place = placeAt(useTranscript.getState().edited.text.segments, atMs);
    if (place === null) return;
    useTranscript.setState({ cursor: place });
    playFrom(atMs);
  }, [isWhole, atMs]);
}
