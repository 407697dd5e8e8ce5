import { describe, expect, it } from 'vitest';
import { VoiceGate } from '../../../electron/conversation/hearing/voice-gate.ts';
import { joinedSamples } from '../../../models/audio/joined-samples.ts';
import { samplesOf } from '../../recordings/recordings.ts';
import { mixed, noise } from '../../recordings/sound-making.ts';

const frame = (level: number) => new Float32Array(512).fill(level);

/** Plays a recording after a while of room noise. @returns which frames were judged, the first of speech, and how many there were */
function play(file: string, roomRms: number, roomMs: number) {
  const speech = samplesOf(file);
  const lengthMs = roomMs + speech.length / 16;
  const samples = mixed(joinedSamples([new Float32Array(roomMs * 16), speech]), noise(lengthMs, roomRms, 5));
  const gate = new VoiceGate();
  const judged = new Set<number>();
  const frames: Float32Array[] = [];
  for (let at = 0; at + 512 <= samples.length; at += 512) {
    frames.push(samples.slice(at, at + 512));
    for (const each of gate.hear(frames.at(-1) ?? frame(0))) judged.add(frames.indexOf(each));
  }
  return { judged, count: frames.length };
}

describe('VoiceGate', () => {
  it.each([
    ['a silent studio', 0],
    ['a quiet room', 0.0005],
    ['a room with a fan', 0.005],
  ])('lets the detector sleep in %s', (_room, rms) => {
    const { judged } = play('silence.wav', rms, 60_000);
    const late = [...judged].filter((index) => index > 1000);
    expect(late.length).toBeLessThan(100);
  });

  it.each([
    ['what-time-is-it.wav', 0.0005],
    ['what-time-is-it-quiet.wav', 0.0005],
    ['set-a-timer-quiet.wav', 0.0005],
    ['hello-how-are-you-fast.wav', 0.003],
    ['miles-british.wav', 0.003],
    ['stop.wav', 0.003],
  ])('has every frame of %s judged, and what came before it', (file, rms) => {
    const { judged } = play(file, rms, 40_000);
    // Recordings begin with 400 ms of silence and end with 700.
    const first = Math.floor(40_400 / 32);
    const last = Math.floor((40_000 + samplesOf(file).length / 16 - 700) / 32);
    for (let index = first - 3; index < last; index++) expect(judged.has(index), `frame ${index - first}`).toBe(true);
  });

  it('stays open while the detector hears speech, however faint', () => {
    const gate = new VoiceGate();
    for (let index = 0; index < 3000; index++) gate.hear(frame(0.001));
    expect(gate.hear(frame(0.001))).toEqual([]);
    expect(gate.hear(frame(0.01))).toHaveLength(7);
    for (let index = 0; index < 200; index++) {
      expect(gate.hear(frame(0.001))).toHaveLength(1);
      gate.judged(0.9);
    }
    for (let index = 0; index < 60; index++) gate.hear(frame(0.001));
    expect(gate.hear(frame(0.001))).toEqual([]);
  });
});
