/** Sample rate of everything that is heard: microphone frames, recordings, recogniser input. */
export const HEARING_SAMPLE_RATE_HZ = 16_000;
/** Sample rate of everything that is spoken: every engine delivers its reply at this rate. */
export const SPEAKING_SAMPLE_RATE_HZ = 24_000;
/** One voice-activity frame: 512 samples at 16 kHz, the shape Silero v5 was trained on. */
export const HEARING_FRAME_SAMPLES = 512;
export const HEARING_FRAME_MS = (HEARING_FRAME_SAMPLES / HEARING_SAMPLE_RATE_HZ) * 1000;

/** One frame of the microphone: mono, 16 kHz, -1..1, 512 samples. */
export interface AudioFrame {
  readonly samples: Float32Array;
  /** Time of the frame's last sample on the clock of whoever feeds the conversation, in milliseconds. */
  readonly endMs: number;
  /** Silero's probability (0..1) that this frame holds speech. */
  readonly speechProbability: number;
}

/** So many frames come at once while nobody speaks and nothing sounds: what is heard then may be known a tenth of a second later. */
export const RESTING_FRAMES = 4;

/** What the microphone port carries, page -> conversation. Plain objects: they cross a MessagePort by structured clone. */
export type MicrophoneMessage =
  /** One frame, or while nobody speaks some of them at once, the oldest first. */
  | { readonly kind: 'frames'; readonly samples: Float32Array }
  /** What this computer plays, for a recording of a meeting; never heard by the assistant. */
  | { readonly kind: 'system-frame'; readonly samples: Float32Array };

/** What the speaker port carries, conversation -> page. */
export type SpeakerCommand =
  | { readonly kind: 'play'; readonly itemId: string; readonly samples: Float32Array }
  /** No more samples will come for this item. */
  | { readonly kind: 'end'; readonly itemId: string }
  /** Turns the volume to `gain` (0..1) within `rampMs`; 1 ends a duck. */
  | { readonly kind: 'gain'; readonly gain: number; readonly rampMs: number }
  /** Falls silent within `fadeMs` and stays where it is until `go-on` or `stop`. */
  | { readonly kind: 'hold'; readonly fadeMs: number }
  /** Speaks on from where it was held, at full volume within `rampMs`. */
  | { readonly kind: 'go-on'; readonly rampMs: number }
  /** Throws away everything queued; what sounds now fades out within `fadeMs`. */
  | { readonly kind: 'stop'; readonly fadeMs: number };

/** What the speaker port carries, page -> conversation. */
export type SpeakerReport =
  | { readonly kind: 'started'; readonly itemId: string }
  /** How much of the item has really left for the device; sent at least every 50 ms while it sounds. */
  | { readonly kind: 'play-head'; readonly itemId: string; readonly playedMs: number }
  | { readonly kind: 'finished'; readonly itemId: string; readonly playedMs: number }
  | { readonly kind: 'stopped'; readonly itemId: string | null; readonly playedMs: number };
