/** Tells speech from everything else, frame by frame. Holds the net's recurrent state: one instance per stream. */
export interface VoiceActivity {
  /** @param samples exactly HEARING_FRAME_SAMPLES at 16 kHz @returns probability of speech, 0..1 */
  probability(samples: Float32Array): Promise<number>;
  reset(): void;
  close(): Promise<void>;
}
