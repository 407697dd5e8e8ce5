import type { AudioFileReader, NextOutput } from '../../../models/audio-file/audio-file.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';

const STRETCH_SAMPLES = 16_000;

/** A file of `count` stretches of a second; stretch n says "word n". Each recognition waits for `step`. */
export function scriptedEngine(count: number, step: () => Promise<void> = async () => undefined) {
  const log = { recognised: [] as number[], opened: 0, closed: 0 };
  let place = 0;
  const reader: AudioFileReader = {
    open: async () => {
      log.opened += 1;
      const track = { index: 0, codec: 'scripted', sampleRateHz: 16_000, channels: 1, language: null, name: null };
      return { container: 'WAV', track, tracks: [track], claimedMs: count * 1000, bytes: 1, modifiedMs: 1, notices: [] };
    },
    start: async ({ start }) => {
      place = start.sample;
    },
    next: async (): Promise<NextOutput> => {
      const startSample = place;
      if (startSample >= count * STRETCH_SAMPLES) return { kind: 'end', end: { endSample: startSample, peak: 1 }, notices: [] };
      place += STRETCH_SAMPLES;
      // The samples tell the recogniser which stretch they are.
      const samples = new Float32Array(STRETCH_SAMPLES).fill(startSample / STRETCH_SAMPLES);
      const stretch = { startSample, samples, nextSample: place, continuesBefore: false, continuesAfter: false, speechProbability: 1 };
      return { kind: 'stretch', stretch, position: place };
    },
    release: async () => undefined,
    close: async () => {
      log.closed += 1;
    },
  };
  const recogniser: SpeechToText = {
    id: 'scripted',
    longestMs: 15_000,
    transcribe: async (samples) => {
      await step();
      const number = samples[0] ?? 0;
      log.recognised.push(number);
      const words = ['Word', `${number}.`].map((text, index) => ({
        text,
        startMs: index * 300,
        endMs: index * 300 + 200,
        confidence: 0.9,
      }));
      return { text: `Word ${number}.`, heardText: null, averageLogProbability: -0.1, rejected: false, words };
    },
    close: async () => undefined,
  };
  return { reader, recognisers: [recogniser], log };
}
