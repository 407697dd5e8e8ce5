import { closeSync, openSync, writeSync } from 'node:fs';
import { pcm16, wavFile } from '../models/audio-file/wav-making.ts';
import { allRecordings, samplesOf } from './recordings.ts';

const HEADER_BYTES = 44;
/** Some pauses are cut at, some are not, and some are none at all. */
const PAUSES_MS = [0, 300, 900, 2500];

export interface LongTalk {
  readonly path: string;
  readonly seconds: number;
  /** What is said in it. */
  readonly text: string;
}

/** Writes the recordings of speech one after the other, again and again, as one WAV; memory stays flat however long. */
export function writeLongTalk(path: string, minutes: number): LongTalk {
  const clips = allRecordings()
    .filter(({ text }) => text !== '')
    .map(({ file, text }) => ({ text, sound: pcm16(samplesOf(file)) }));
  const file = openSync(path, 'w');
  const said: string[] = [];
  let bytes = 0;
  // A data size of 0 means "to the end of the file" here; the true one is written last.
  writeSync(file, wavFile({ sound: new Uint8Array() }));
  for (let index = 0; bytes < minutes * 60 * 32_000; index++) {
    const clip = clips[index % clips.length];
    if (clip === undefined) throw new Error('there are no recordings of speech');
    bytes += writeSync(file, clip.sound);
    bytes += writeSync(file, new Uint8Array((PAUSES_MS[index % PAUSES_MS.length] ?? 0) * 32));
    said.push(clip.text);
  }
  writeSync(file, wavFile({ sound: new Uint8Array(), dataSize: bytes }), 0, HEADER_BYTES, 0);
  closeSync(file);
  return { path, seconds: bytes / 32_000, text: said.join(' ') };
}
