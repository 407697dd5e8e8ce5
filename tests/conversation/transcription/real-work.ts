import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLAIN_LINES } from '../../../electron/conversation/transcription/sealed-lines.ts';
import { type FileOutcome, type FileProgress, transcribeFile } from '../../../electron/conversation/transcription/transcribe-file.ts';
import { type TranscriptionOptions, transcriptionOptionsSchema } from '../../../electron/ipc/transcription-schema.ts';
import { type AudioFileReader, openAudioFileReader } from '../../../models/audio-file/audio-file.ts';
import type { SpeakerEmbedding } from '../../../models/speaker-embedding/speaker-embedding.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { projectFolder, realPlaces } from '../../models/real-places.ts';

export interface RealEngine {
  readonly reader: AudioFileReader;
  readonly recognisers: readonly SpeechToText[];
  readonly voices?: () => Promise<SpeakerEmbedding>;
  close(): Promise<void>;
}

export async function openRealEngine(count = 1): Promise<RealEngine> {
  const voiceActivity = join(projectFolder, 'out/main/voice-activity/silero_vad_v5.onnx');
  const reader = await openAudioFileReader({ workerFolder: realPlaces.workerFolder, voiceActivity });
  const recognisers = await Promise.all(Array.from({ length: count }, () => openMoonshine(realPlaces)));
  return {
    reader,
    recognisers,
    close: async () => {
      await reader.close();
      for (const recogniser of recognisers) await recogniser.close();
    },
  };
}

/** Transcribes one file in a journal of its own. */
export async function transcribe(
  engine: RealEngine,
  path: string,
  more: {
    journal?: string;
    signal?: AbortSignal;
    progress?: (progress: FileProgress) => void;
    speakers?: TranscriptionOptions['speakers'];
  } = {},
): Promise<FileOutcome> {
  return await transcribeFile({
    path,
    options: transcriptionOptionsSchema.parse({ speakers: more.speakers ?? 'mixed' }),
    reader: engine.reader,
    recognisers: engine.recognisers,
    ...(engine.voices === undefined ? {} : { voices: engine.voices }),
    journal: { path: more.journal ?? join(mkdtempSync(join(tmpdir(), 'parley-journal-')), 'journal.jsonl'), lines: PLAIN_LINES },
    signal: more.signal ?? new AbortController().signal,
    progress: more.progress ?? (() => undefined),
  });
}

export function textOf(outcome: FileOutcome): string {
  return outcome.kind === 'done' ? outcome.transcript.segments.map(({ text }) => text).join(' ') : outcome.kind;
}
