import type { InferenceWorker } from '../../native/inference-worker/index.ts';
import { FIRST_VOICE, type VoiceFile } from './voice-files.ts';

/** Besides the first: each takes as much memory as that one. */
const MOST_OTHERS = 2;

export interface VoiceShelfOptions {
  readonly first: InferenceWorker;
  /** Read anew whenever a voice is not known: it may have been installed meanwhile. */
  readonly installed: () => Promise<readonly VoiceFile[]>;
  readonly open: (modelFile: string) => Promise<InferenceWorker>;
}

/** The voices that are loaded: the first always, others when somebody speaks in them. */
export class VoiceShelf {
  readonly #options: VoiceShelfOptions;
  /** In the order in which they were last used. */
  readonly #others = new Map<string, Promise<InferenceWorker | null>>();

  constructor(options: VoiceShelfOptions) {
    this.#options = options;
  }

  /** The voice's worker; the first one's where that voice is not installed or cannot be loaded. */
  async get(voiceId: string): Promise<InferenceWorker> {
    if (voiceId === FIRST_VOICE.id) return this.#options.first;
    const opening = this.#others.get(voiceId) ?? this.#open(voiceId);
    this.#others.delete(voiceId);
    this.#others.set(voiceId, opening);
    const worker = await opening;
    if (worker === null && this.#others.get(voiceId) === opening) this.#others.delete(voiceId);
    this.#putAway();
    return worker ?? this.#options.first;
  }

  async close(): Promise<void> {
    const others = [...this.#others.values()];
    this.#others.clear();
    await Promise.all([this.#options.first.close(), ...others.map(async (opening) => (await opening)?.close())]);
  }

  async #open(voiceId: string): Promise<InferenceWorker | null> {
    const voice = (await this.#options.installed()).find(({ id }) => id === voiceId);
    return voice === undefined ? null : await this.#options.open(voice.modelFile).catch(() => null);
  }

  #putAway(): void {
    for (const [voiceId, opening] of [...this.#others].slice(0, -MOST_OTHERS)) {
      this.#others.delete(voiceId);
      void opening.then((worker) => worker?.close());
    }
  }
}
