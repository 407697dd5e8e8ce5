/** Sound of a recording, mono. */
export interface Sound {
  readonly sampleRateHz: number;
  readonly samples: Float32Array;
}

/** The first piece is short, so that a word is heard at once; the others follow while it sounds. */
const FIRST_PIECE_MS = 1_000;
const PIECE_MS = 6_000;
/** So much is read ahead of what sounds. */
const AHEAD_S = 8;
const FADE_S = 0.008;

interface Playing {
  readonly startedAtS: number;
  readonly fromMs: number;
  readonly nodes: Set<AudioBufferSourceNode>;
  readonly gain: GainNode;
  /** End of what is scheduled, on the context's clock. */
  scheduledS: number;
  ended: boolean;
}

/**
 * Plays a recording from any place. It is given a way to read sound, and knows neither files nor formats. Where a piece
 * cannot be read, playing ends and the failure is told.
 */
export class SoundPlayer {
  readonly #read: (startMs: number, lengthMs: number) => Promise<Sound | null>;
  readonly #changed: (isPlaying: boolean) => void;
  #context: AudioContext | null = null;
  #playing: Playing | null = null;
  #volume = 1;
  #outputId: string | null = null;

  /**
   * @param read null = it could not be read, and that was told; shorter than asked for = the end
   * @param changed told when playing begins and ends
   */
  constructor(read: (startMs: number, lengthMs: number) => Promise<Sound | null>, changed: (isPlaying: boolean) => void) {
    this.#read = read;
    this.#changed = changed;
  }

  get isPlaying(): boolean {
    return this.#playing !== null;
  }

  /** What sounds now; null when nothing does. */
  get placeMs(): number | null {
    if (this.#playing === null || this.#context === null) return null;
    const latencyS = this.#context.outputLatency || 0;
    const { startedAtS, fromMs } = this.#playing;
    return fromMs + Math.max(0, this.#context.currentTime - latencyS - startedAtS) * 1000;
  }

  setOutput(outputId: string | null, volume: number): void {
    this.#outputId = outputId;
    this.#volume = volume;
    if (this.#playing !== null) this.#playing.gain.gain.value = volume;
  }

  async play(fromMs: number): Promise<void> {
    this.pause();
    const first = await this.#read(fromMs, FIRST_PIECE_MS);
    if (first === null || first.samples.length === 0) return;
    this.pause();
    const context = await this.#openContext();
    const gain = new GainNode(context, { gain: this.#volume });
    gain.connect(context.destination);
    const startedAtS = context.currentTime + 0.02;
    const playing: Playing = { startedAtS, fromMs, nodes: new Set(), gain, scheduledS: startedAtS, ended: false };
    this.#playing = playing;
    this.#changed(true);
    this.#schedule(context, playing, first, FIRST_PIECE_MS);
    await this.#readOn(context, playing);
  }

  pause(): void {
    const playing = this.#playing;
    if (playing === null || this.#context === null) return;
    this.#playing = null;
    const now = this.#context.currentTime;
    // A cut in the middle of a wave would click.
    playing.gain.gain.setTargetAtTime(0, now, FADE_S / 3);
    for (const node of playing.nodes) node.stop(now + FADE_S);
    this.#changed(false);
  }

  async close(): Promise<void> {
    this.pause();
    await this.#context?.close();
    this.#context = null;
  }

  async #openContext(): Promise<AudioContext> {
    this.#context ??= new AudioContext({ latencyHint: 'interactive' });
    const context = this.#context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
    // A device that is gone leaves the system's own.
    await context.setSinkId?.(this.#outputId ?? '').catch(() => undefined);
    if (context.state !== 'running') await context.resume();
    return context;
  }

  async #readOn(context: AudioContext, playing: Playing): Promise<void> {
    while (this.#playing === playing && !playing.ended) {
      const aheadS = playing.scheduledS - context.currentTime;
      if (aheadS > AHEAD_S) {
        await new Promise((resolve) => setTimeout(resolve, (aheadS - AHEAD_S) * 1000 + 50));
        continue;
      }
      const piece = await this.#read(playing.fromMs + (playing.scheduledS - playing.startedAtS) * 1000, PIECE_MS);
      if (this.#playing !== playing) return;
      if (piece === null || piece.samples.length === 0) playing.ended = true;
      else this.#schedule(context, playing, piece, PIECE_MS);
      if (playing.nodes.size === 0) this.#end(playing);
    }
  }

  #schedule(context: AudioContext, playing: Playing, { samples, sampleRateHz }: Sound, askedMs: number): void {
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: sampleRateHz });
    buffer.copyToChannel(new Float32Array(samples), 0);
    const node = new AudioBufferSourceNode(context, { buffer });
    node.connect(playing.gain);
    node.start(playing.scheduledS);
    playing.nodes.add(node);
    playing.scheduledS += buffer.duration;
    // A file that is exactly as long ends with an empty piece.
    if (buffer.duration * 1000 < askedMs - 1) playing.ended = true;
    node.onended = () => {
      playing.nodes.delete(node);
      if (playing.nodes.size === 0 && playing.ended) this.#end(playing);
    };
  }

  #end(playing: Playing): void {
    if (this.#playing !== playing) return;
    this.#playing = null;
    this.#changed(false);
  }
}
