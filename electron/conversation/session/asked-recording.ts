import type { AskedRecording } from '../../ipc/recordings-schema.ts';
import type { Transcript } from '../../ipc/transcription-schema.ts';
import type { RecordedPassage, RecordingDesk } from '../skills/recording-skills.ts';
import { type Passage, passageFinder } from '../transcription/find-passages.ts';

/**
 * The recording that the conversation is asked about. It is read when it is chosen, so that matching a question waits for
 * nothing. Its words go to skills as data and nowhere else: memory learns from the user's turns alone.
 */
export class AskedRecordingDesk implements RecordingDesk {
  #chosen: { readonly id: string; readonly transcript: Transcript } | null = null;
  #find: (question: string, most: number) => readonly Passage[] = () => [];

  get shown(): AskedRecording | null {
    return this.#chosen === null ? null : { id: this.#chosen.id, name: this.#chosen.transcript.name };
  }

  choose(id: string | null, transcript: Transcript | null): void {
    this.#chosen = id === null || transcript === null ? null : { id, transcript };
    this.#find = transcript === null ? () => [] : passageFinder(transcript);
  }

  chosen(): ReturnType<RecordingDesk['chosen']> {
    if (this.#chosen === null) return null;
    const { id, transcript } = this.#chosen;
    const { name, durationMs, speakers } = transcript;
    return { id, name, minutes: Math.round(durationMs / 60_000), speakers: speakers.map((speaker) => speaker.name) };
  }

  find(question: string, most: number): readonly RecordedPassage[] {
    return this.#find(question, most);
  }
}
