/** Tells from the sound of the voice, its melody and its pace, whether a turn is over. Calls are served in order. */
export interface TurnEnd {
  readonly id: string;
  /**
   * @param samples the turn so far with the silence at its end, mono, 16 kHz; only the last 8 s count. There must be
   *   speech in it: silence alone sounds finished to every such net
   * @returns probability that nothing more is coming, 0..1; null when the signal was raised before it was known
   */
  probability(samples: Float32Array, signal?: AbortSignal): Promise<number | null>;
  close(): Promise<void>;
}
