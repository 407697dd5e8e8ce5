import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pcm16, wavFile } from '../../models/audio-file/wav-making.ts';
import { isMissing } from '../../models/real-places.ts';
import { seededNoise } from '../../recordings/sound-making.ts';
import { openRealEngine, type RealEngine, textOf, transcribe } from './real-work.ts';

const CLIPS = process.env['PARLEY_SOAK'] ? 1_000 : 32;
const SECONDS = 6;
const LENGTH = SECONDS * 16_000;
/** Of 1,000 clips of sound that is no speech. */
const MOST_SHARE_WITH_WORDS = 0.005;

/** Sound without a voice, another for every number. */
const KINDS: Readonly<Record<string, (random: () => number) => Float32Array>> = {
  silence: () => new Float32Array(LENGTH),
  'white noise': (random) => {
    const strength = 0.02 + 0.3 * Math.abs(random());
    return Float32Array.from({ length: LENGTH }, () => random() * strength);
  },
  'brown noise': (random) => {
    let low = 0;
    return Float32Array.from({ length: LENGTH }, () => {
      low = 0.995 * low + 0.05 * random();
      return low;
    });
  },
  breath: (random) => {
    let low = 0;
    return Float32Array.from({ length: LENGTH }, (_, index) => {
      low += 0.2 * (random() - low);
      return low * 0.3 * Math.max(0, Math.sin((2 * Math.PI * index) / (16_000 * 2.4))) ** 2;
    });
  },
  hum: (random) => {
    const hz = 50 + 10 * Math.abs(random());
    return tones([hz, 2 * hz, 3 * hz], 0.15);
  },
  chords: (random) => {
    const clip = new Float32Array(LENGTH);
    for (let at = 0; at < LENGTH; at += 8_000) {
      const root = 130 * 2 ** (Math.floor(Math.abs(random()) * 12) / 12);
      tones([root, root * 1.26, root * 1.5, root * 2], 0.12)
        .subarray(0, 8_000)
        .forEach((value, index) => {
          if (at + index < LENGTH) clip[at + index] = value * Math.exp(-index / 6_000);
        });
    }
    return clip;
  },
  arpeggio: (random) => {
    const clip = new Float32Array(LENGTH);
    let phase = 0;
    let hz = 220;
    for (let index = 0; index < LENGTH; index++) {
      if (index % 2_400 === 0) hz = 220 * 2 ** (Math.floor(Math.abs(random()) * 24) / 12);
      phase += (2 * Math.PI * hz) / 16_000;
      clip[index] = 0.3 * Math.sign(Math.sin(phase)) * (1 - (index % 2_400) / 2_400);
    }
    return clip;
  },
  clicks: (random) => {
    const clip = new Float32Array(LENGTH);
    for (let count = 0; count < 40; count++) {
      const at = Math.floor(Math.abs(random()) * (LENGTH - 400));
      for (let index = 0; index < 400; index++) clip[at + index] = 0.7 * random() * Math.exp(-index / 60);
    }
    return clip;
  },
};

function tones(hz: readonly number[], strength: number): Float32Array {
  return Float32Array.from({ length: LENGTH }, (_, index) =>
    hz.reduce((sum, each) => sum + strength * Math.sin((2 * Math.PI * each * index) / 16_000), 0),
  );
}

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('sound without speech', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-none-'));
  let engine: RealEngine;
  beforeAll(async () => {
    engine = await openRealEngine();
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `gives no words in ${CLIPS} clips`,
    async () => {
      const invented: string[] = [];
      const kinds = Object.entries(KINDS);
      for (let number = 0; number < CLIPS; number++) {
        const [kind, make] = kinds[number % kinds.length] ?? ['silence', () => new Float32Array(LENGTH)];
        const path = join(folder, 'clip.wav');
        writeFileSync(path, wavFile({ sound: pcm16(make(seededNoise(number + 1))) }));
        const text = textOf(await transcribe(engine, path));
        if (text !== '') invented.push(`${number} ${kind}: ${text}`);
      }
      console.log(`${CLIPS} clips, ${invented.length} with words${invented.map((line) => `\n  ${line}`).join('')}`);
      expect(invented.filter((line) => line.includes(' silence: '))).toEqual([]);
      expect(invented.length).toBeLessThanOrEqual(CLIPS * MOST_SHARE_WITH_WORDS);
    },
    CLIPS * 4_000,
  );
});
