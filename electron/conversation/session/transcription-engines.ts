import { randomUUID } from 'node:crypto';
import { openAudioFileReader } from '../../../models/audio-file/audio-file.ts';
import { checkedEndpoint } from '../../../models/hosted-transcription/endpoint.ts';
import {
  type HostedTranscription,
  openHostedTranscription,
  type SentSound,
} from '../../../models/hosted-transcription/hosted-transcription.ts';
import { isVoiceEncoderHere } from '../../../models/speaker-embedding/voice-encoder.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { EngineAccess, LedgerEntry } from '../../ipc/engine-schema.ts';
import {
  ON_DEVICE_TRANSCRIPTION,
  type TranscriptionOptions,
  type TranscriptionPreferences,
  type TranscriptionService,
} from '../../ipc/transcription-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { JobLane } from '../transcription/job-queue.ts';
import { openTranscriptionEngine, voicesOnDemand } from '../transcription/open-recognisers.ts';
import type { TranscribeFile } from '../transcription/transcribe-file.ts';
import type { ProgramFolders } from './open-conversation.ts';

export interface TranscriptionEnginesParts {
  readonly folders: Pick<ProgramFolders, 'models' | 'workers' | 'voiceActivity'>;
  /** Holds keys: never logged, never shown. */
  readonly access: Pick<EngineAccess, 'transcription' | 'offline' | 'keys'>;
  /** Told of every upload when it is over, also of what was refused: the entry of the ledger. */
  readonly left: (service: TranscriptionService, sent: SentSound) => void;
}

type Opened = Pick<TranscribeFile, 'reader' | 'recognisers' | 'voices'>;

/** What turns recordings into text: this computer, or a service that the user named. */
export class TranscriptionEngines {
  readonly #parts: TranscriptionEnginesParts;
  #access: TranscriptionEnginesParts['access'];

  constructor(parts: TranscriptionEnginesParts) {
    this.#parts = parts;
    this.#access = parts.access;
  }

  /** Holds for what begins from now on. */
  change(access: TranscriptionEnginesParts['access']): void {
    this.#access = access;
  }

  get preferences(): TranscriptionPreferences {
    return this.#access.transcription;
  }

  /** Where the sound of a file would go; null when it stays here, or when nobody knows that service. */
  hostOf(engineId: string): string | null {
    const service = this.#serviceOf(engineId);
    return service !== null && URL.canParse(service.url) ? new URL(service.url).host : null;
  }

  canTellVoices(): Promise<boolean> {
    return isVoiceEncoderHere(this.#parts.folders.models);
  }

  /** @throws EngineFailure for a service that is not there any more, whose address is wrong, or while Parley is offline */
  async open(scope: Scope, lane: JobLane, { engineId, language }: Pick<TranscriptionOptions, 'engineId' | 'language'>): Promise<Opened> {
    const { folders } = this.#parts;
    if (engineId === ON_DEVICE_TRANSCRIPTION) return await openTranscriptionEngine(scope, folders, lane === 'recordings' ? 1 : undefined);
    const service = this.#serviceOf(engineId);
    if (service === null) throw unknownService();
    // A wrong address is told before anything is opened.
    const { host } = checkedEndpoint(service);
    if (this.#access.offline) throw offline(host);
    const key = this.#access.keys[service.id] ?? null;
    const hosted = openHostedTranscription({ url: service.url, model: service.model, key }, { language });
    const reader = await openAudioFileReader({ workerFolder: folders.workers, voiceActivity: folders.voiceActivity });
    scope.add(() => reader.close());
    const voices = voicesOnDemand(scope, { modelFolder: folders.models, workerFolder: folders.workers });
    return { reader, recognisers: [this.#told(service, hosted)], voices };
  }

  #serviceOf(engineId: string): TranscriptionService | null {
    return this.#access.transcription.services.find(({ id }) => id === engineId) ?? null;
  }

  /** What left is written down whatever came back for it. */
  #told(service: TranscriptionService, hosted: HostedTranscription): SpeechToText {
    return {
      id: hosted.id,
      longestMs: hosted.longestMs,
      transcribe: async (samples, options) => {
        const before = { ...hosted.sent };
        try {
          return await hosted.transcribe(samples, options);
        } finally {
          const { host, seconds, bytes, uploads } = hosted.sent;
          const sent = { host, seconds: seconds - before.seconds, bytes: bytes - before.bytes, uploads: uploads - before.uploads };
          if (sent.uploads > 0) this.#parts.left(service, sent);
        }
      },
      close: () => hosted.close(),
    };
  }
}

/** What left for a recording, without a word of it. Prices of services are not known here. */
export function ledgerEntryOf(service: TranscriptionService, sent: SentSound, at: Date): LedgerEntry {
  return {
    id: randomUUID(),
    at: at.toISOString(),
    engineId: service.id,
    host: sent.host,
    purpose: 'recording',
    conversationId: null,
    turnId: null,
    audioSentMs: Math.round(sent.seconds * 1000),
    audioReceivedMs: 0,
    charactersSent: 0,
    openMs: 0,
    inputTokens: 0,
    outputTokens: 0,
    costMicros: null,
  };
}

function unknownService(): EngineFailure {
  return new EngineFailure('bad-input', 'The service that was to turn it into text is not in the settings any more.', {
    retryable: false,
    whatToDo: 'Choose another way for this recording.',
  });
}

function offline(host: string): EngineFailure {
  return new EngineFailure('network', `Parley is offline, and this recording was to go to ${host}.`, {
    retryable: true,
    whatToDo: 'Turn offline off and try again, or choose this computer.',
  });
}
