/** Our own three sounds: soft, short, made of two notes each. Frequencies in Hz. */
const CUES = {
  listening: [523, 784],
  sent: [784, 659],
  cancelled: [523, 392],
} as const;

export type Cue = keyof typeof CUES;

const NOTE_MS = 70;
const LOUDNESS = 0.05;

/** Plays one cue on the given context, beside whatever else it plays. */
export function playCue(context: AudioContext, cue: Cue): void {
  CUES[cue].forEach((frequencyHz, index) => {
    const start = context.currentTime + (index * NOTE_MS) / 1000;
    const oscillator = new OscillatorNode(context, { type: 'sine', frequency: frequencyHz });
    const envelope = new GainNode(context, { gain: 0 });
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
    envelope.gain.exponentialRampToValueAtTime(0.0001, start + (NOTE_MS * 1.6) / 1000);
    oscillator.connect(envelope).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + (NOTE_MS * 2) / 1000);
  });
}
