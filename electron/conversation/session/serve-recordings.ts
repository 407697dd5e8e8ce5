import { type IpcHandlers, ProblemError } from '../../ipc/derive-ipc.ts';
import { type RecordingContract, SEGMENTS_A_PIECE, type TranscriptFormat } from '../../ipc/recordings-schema.ts';
import type { Transcript } from '../../ipc/transcription-schema.ts';
import { turnsTranscript } from '../../ipc/turns-transcript.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import { formatTranscript } from '../transcription/output/write-transcript.ts';
import type { WindowDesk } from './serve-window.ts';

/** The part of the window's requests that is about recordings. */
export function recordingHandlers({ session, personas, recordings }: WindowDesk): IpcHandlers<RecordingContract> {
  const require = async (id: string) => {
    const kept = await recordings.read(id);
    if (kept === null) throw gone();
    return kept;
  };
  return {
    listRecordings: () => recordings.list(),
    startOffered: ({ id, ...choice }) => recordings.start(id, choice),
    offerAgain: ({ id }) => told(recordings.offerAgain(id)),
    dismissOffered: ({ id }) => recordings.dismiss(id),
    steerRecording: ({ id, verb }) => recordings.steer(id, verb),
    readTranscript: async ({ id }) => {
      const kept = await recordings.read(id);
      if (kept === null) return null;
      const { segments, ...head } = kept.transcript;
      return { ...head, segmentCount: segments.length, revision: kept.revision };
    },
    readSegments: async ({ id, from }) => (await require(id)).transcript.segments.slice(from, from + SEGMENTS_A_PIECE),
    changeTranscript: async ({ id, revision, change }) => ({ revision: await recordings.change(id, revision, change) }),
    askAbout: ({ id }) => recordings.askAbout(id),
    exportTranscript: async ({ id, format }) => exported((await require(id)).transcript, format),
    exportConversation: ({ format }) => {
      const nameOf = (personaId: string) => personas.list().find((persona) => persona.id === personaId)?.name ?? personaId;
      const turns = session.currentTurns();
      const transcript = turnsTranscript(turns, 'conversation', ({ role, personaId }) => (role === 'user' ? 'You' : nameOf(personaId)));
      return exported(transcript, format);
    },
    readSound: ({ id, startMs, lengthMs }) => told(recordings.range(id, startMs, lengthMs)),
    readPeaks: async ({ id, fromS }) => ({ peaks: await told(recordings.peaks(id, fromS)) }),
  };
}

async function exported(transcript: Transcript, format: TranscriptFormat): Promise<{ name: string; content: string | Uint8Array }> {
  const stem = transcript.name.replace(/\.\w{1,5}$/, '');
  return { name: `${stem}.${format}`, content: await formatTranscript(transcript, format) };
}

/** What is wrong with a file is a sentence for the window. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    if (!(failure instanceof EngineFailure)) throw failure;
    throw new ProblemError({ id: `recording-${failure.kind}`, message: failure.message, whatToDo: failure.whatToDo }, { cause: failure });
  }
}

function gone(): ProblemError {
  return new ProblemError({ id: 'transcript-gone', message: 'This transcript is not there any more.', whatToDo: 'Go back to the list.' });
}
