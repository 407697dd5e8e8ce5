import { create } from 'zustand';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { useTranscript } from './open-transcript.ts';
import { SoundPlayer } from './sound-player.ts';
import { placeAt, timeOf, type WordPlace } from './word-places.ts';

/** The one player of the window: one recording sounds at a time. */
export const usePlayback = create<{ readonly isPlaying: boolean }>()(() => ({ isPlaying: false }));

/** Told the place that sounds, with every picture of the screen. */
const listeners = new Set<(ms: number) => void>();

const player = new SoundPlayer(
  async (startMs, lengthMs) => {
    const { id } = useTranscript.getState();
    if (id === null) return null;
    return (await ask((client) => client.readSound({ id, startMs, lengthMs }))) ?? null;
  },
  (isPlaying) => {
    usePlayback.setState({ isPlaying });
    if (isPlaying) requestAnimationFrame(follow);
    else useTranscript.setState({ sounding: null });
  },
);

// What is said into the microphone must not be the recording.
useWindow.subscribe(({ conversation }) => {
  if (conversation?.capturing === true) player.pause();
});

export function onPlace(listener: (ms: number) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function playFrom(ms: number): void {
  const { settings } = useWindow.getState();
  player.setOutput(settings?.speakerId ?? null, settings?.volume ?? 1);
  for (const listener of listeners) listener(ms);
  void player.play(ms);
}

export function playWord(place: WordPlace): void {
  playFrom(timeOf(useTranscript.getState().edited.text.segments, place));
}

/** Pauses, or plays from the word that keys act on. */
export function togglePlay(): void {
  if (player.isPlaying) player.pause();
  else playWord(useTranscript.getState().cursor);
}

export function stopPlayback(): void {
  player.pause();
}

/** Marks the word that sounds; rows are drawn anew only when it is another. */
function follow(): void {
  const ms = player.placeMs;
  if (ms === null) return;
  for (const listener of listeners) listener(ms);
  const { edited, sounding } = useTranscript.getState();
  const place = placeAt(edited.text.segments, ms);
  if (place?.index !== sounding?.index || place?.word !== sounding?.word) useTranscript.setState({ sounding: place });
  requestAnimationFrame(follow);
}
