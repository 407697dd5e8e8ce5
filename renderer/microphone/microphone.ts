import { HEARING_SAMPLE_RATE_HZ, type MicrophoneMessage } from '../../electron/ipc/audio-frame.ts';
import { LevelMeter } from './level-meter.ts';
import type { Capture, CaptureOptions } from './open-capture.ts';
import { SilenceWatch } from './silence-watch.ts';

export type MicrophoneCondition = 'closed' | 'opening' | 'open' | 'denied' | 'missing' | 'silent' | 'lost';

/** At least six seconds: the page is connected long before. */
const MOST_UNSENT = 200;

/**
 * One microphone with one serialised life: opening and closing never overlap, however often they are asked for. Frames go
 * straight to the conversation process through the port.
 */
export class Microphone {
  readonly meter = new LevelMeter();
  readonly #openCapture: (options: CaptureOptions) => Promise<Capture>;
  readonly #listeners = new Set<(condition: MicrophoneCondition) => void>();
  readonly #silence = new SilenceWatch();
  #condition: MicrophoneCondition = 'closed';
  #wanted: { readonly deviceId: string | null } | null = null;
  #capture: Capture | null = null;
  #captured: { readonly deviceId: string | null } | null = null;
  #working: Promise<void> | null = null;
  #port: MessagePort | null = null;
  /** Frames from before there was a port. */
  #unsent: Float32Array[] = [];
  #resting = false;

  constructor(openCapture: (options: CaptureOptions) => Promise<Capture>) {
    this.#openCapture = openCapture;
  }

  get condition(): MicrophoneCondition {
    return this.#condition;
  }

  /** True while frames come. */
  get isOpen(): boolean {
    return this.#condition === 'open' || this.#condition === 'silent';
  }

  /** Takes over a new port after every start of the conversation process. */
  connect(port: MessagePort): void {
    this.#port?.close();
    this.#port = port;
    for (const samples of this.#unsent.splice(0)) this.#send(samples);
  }

  /** Nobody speaks and nothing sounds, or that is over. */
  rest(resting: boolean): void {
    if (resting === this.#resting) return;
    this.#resting = resting;
    this.#capture?.rest(resting);
  }

  onChange(listener: (condition: MicrophoneCondition) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Opens it, or changes to another device. Resolves when it is open or cannot be. */
  open(deviceId: string | null): Promise<void> {
    this.#wanted = { deviceId };
    return this.#work();
  }

  close(): Promise<void> {
    this.#wanted = null;
    return this.#work();
  }

  /** What this computer plays goes the same way, and only to a recording. @param samples 512, mono, 16 kHz */
  sendSystem(samples: Float32Array): void {
    this.#port?.postMessage({ kind: 'system-frame', samples } satisfies MicrophoneMessage);
  }

  /** Brings what is there to what is wanted, one step at a time. */
  #work(): Promise<void> {
    this.#working ??= this.#converge().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #converge(): Promise<void> {
    while (!this.#isAsWanted()) {
      if (this.#capture !== null) await this.#closeCapture();
      const wanted = this.#wanted;
      if (wanted === null) continue;
      this.#become('opening');
      try {
        const { capture, isLost } = await this.#openWatched(wanted.deviceId);
        this.#capture = capture;
        capture.rest(this.#resting);
        if (isLost()) continue;
        this.#captured = wanted;
        this.#become('open');
      } catch (failure) {
        this.#wanted = null;
        this.#become(conditionOf(failure));
        return;
      }
    }
    if (this.#capture === null && this.#condition === 'opening') this.#become('closed');
  }

  #isAsWanted(): boolean {
    if (this.#wanted === null) return this.#capture === null;
    return this.#capture !== null && this.#captured?.deviceId === this.#wanted.deviceId;
  }

  async #closeCapture(): Promise<void> {
    const capture = this.#capture;
    this.#capture = null;
    this.#captured = null;
    this.#unsent = [];
    // A detector that fails to end has let go of the device before.
    await capture?.close().catch(() => undefined);
    this.meter.rest();
    this.#become('closed');
  }

  /** A device may go away while it is still being opened. */
  async #openWatched(deviceId: string | null): Promise<{ capture: Capture; isLost: () => boolean }> {
    let lost = false;
    let capture: Capture | null = null;
    capture = await this.#openCapture({
      deviceId,
      frames: this.#hear,
      lost: () => {
        lost = true;
        if (capture !== null && capture === this.#capture) this.#lost();
      },
    });
    return { capture, isLost: () => lost };
  }

  readonly #hear = (samples: Float32Array): void => {
    // Closing takes a moment; what comes meanwhile was not meant for anybody.
    if (this.#wanted === null) return;
    this.meter.hear(samples);
    const change = this.#silence.hear(samples, (samples.length / HEARING_SAMPLE_RATE_HZ) * 1000);
    this.#send(samples);
    if (change === 'silent') this.#become('silent');
    if (change === 'sounding') this.#become('open');
  };

  #send(samples: Float32Array): void {
    // Copied, not handed over: what is handed over to another process arrives as silence.
    this.#port?.postMessage({ kind: 'frames', samples } satisfies MicrophoneMessage);
    if (this.#port !== null) return;
    this.#unsent.push(samples);
    if (this.#unsent.length > MOST_UNSENT) this.#unsent.shift();
  }

  /** Another device may have become the system's default. */
  #lost(): void {
    this.#become('lost');
    this.#captured = null;
    if (this.#wanted !== null) this.#wanted = { deviceId: null };
    void this.#work();
  }

  #become(condition: MicrophoneCondition): void {
    if (condition === this.#condition) return;
    this.#condition = condition;
    for (const listener of this.#listeners) listener(condition);
  }
}

function conditionOf(failure: unknown): MicrophoneCondition {
  const name = (failure as DOMException | null)?.name;
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'missing';
}
