import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openAudioFileReader } from '../../models/audio-file/audio-file.ts';
import { openRecognisers } from '../conversation/transcription/open-recognisers.ts';
import { openRecordingFile, type RecordingFile } from '../conversation/transcription/recording/recording-file.ts';
import { RunningText } from '../conversation/transcription/running-text.ts';
import { PLAIN_LINES } from '../conversation/transcription/sealed-lines.ts';
import { transcribeFile } from '../conversation/transcription/transcribe-file.ts';
import { transcriptionOptionsSchema } from '../ipc/transcription-schema.ts';
import { Scope } from '../lifetime/scope.ts';
import type { CommandIo } from './command-io.ts';
import { programFolders } from './program-folders.ts';
import { journalPath } from './transcription-journal.ts';

/**
 * `parley record`: raw sound from standard input (or a file), 16 kHz, 16 bit, one channel, straight to a WAV; its words go
 * to standard output while it is recorded. Ctrl+C or the end of the input ends it.
 */
export async function runRecord(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' }, in: { type: 'string', default: '-' } } });
  if (values.out === undefined) {
    io.err('Say where the recording goes: --out FILE.wav');
    return 1;
  }
  const path = resolve(values.out);
  const scope = new Scope('record');
  try {
    const file = await openRecordingFile(path, 1);
    io.err(`Recording into ${basename(path)}. Ctrl+C ends it.`);
    // The sound never waits for the models.
    const written = writeAll(values.in, file, io.signal);
    const heard = hearWhileItGrows(path, scope, io);
    await written;
    await heard;
    io.err(`${basename(path)}: ${(file.writtenMs / 1000).toFixed(1)} s recorded.`);
    return 0;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
    io.err(`${values.out} is there already; a recording never writes over a file.`);
    return 1;
  } finally {
    await scope.close();
  }
}

async function writeAll(input: string, file: RecordingFile, signal: AbortSignal): Promise<void> {
  const source = input === '-' ? process.stdin : createReadStream(input);
  const end = () => void source.destroy();
  signal.addEventListener('abort', end, { once: true });
  let odd: Buffer = Buffer.alloc(0);
  try {
    for await (const part of source) {
      const bytes: Buffer = Buffer.concat([odd, part as Buffer]);
      const whole = bytes.length - (bytes.length % 2);
      odd = bytes.subarray(whole);
      await file.append(Float32Array.from({ length: whole / 2 }, (_, index) => bytes.readInt16LE(index * 2) / 32_767));
    }
  } catch (failure) {
    // Destroyed by Ctrl+C: what came until then is what was recorded.
    if (!signal.aborted) throw failure;
  } finally {
    signal.removeEventListener('abort', end);
    await file.finish();
  }
}

/** Ends with the recording, not with Ctrl+C: its last words are still wanted. */
async function hearWhileItGrows(path: string, scope: Scope, io: CommandIo): Promise<void> {
  const folders = programFolders();
  const reader = await openAudioFileReader({ workerFolder: folders.workers, voiceActivity: folders.voiceActivity });
  scope.add(() => reader.close());
  const recognisers = await openRecognisers(scope, { modelFolder: folders.models, workerFolder: folders.workers }, 1);
  const running = new RunningText();
  const tell = (text: string) => text.trim() !== '' && io.out(text.trim());
  const outcome = await transcribeFile({
    path,
    options: transcriptionOptionsSchema.parse({ growing: true }),
    reader,
    recognisers,
    journal: { path: await journalPath(path, 'growing'), lines: PLAIN_LINES },
    signal: scope.signal,
    progress: () => undefined,
    recognised: (window) => tell(running.take(window)),
  });
  tell(running.end());
  if (outcome.kind === 'done') await outcome.discard();
}
