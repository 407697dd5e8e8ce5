import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openAudioFileReader } from '../../models/audio-file/audio-file.ts';
import type { CascadeProfile } from '../../models/speech-to-speech/on-device/cascade.ts';
import { serveTranscriptions } from '../conversation/transcription/http/transcription-server.ts';
import { openRecognisers } from '../conversation/transcription/open-recognisers.ts';
import { Scope } from '../lifetime/scope.ts';
import { CASCADE_OPTIONS, readCascade } from './cascade-options.ts';
import type { CommandIo } from './command-io.ts';
import { programFolders } from './program-folders.ts';
import { openRealtime } from './serve-realtime.ts';
import { openTemporaryFolder } from './temporary-folder.ts';

/**
 * `parley serve`: POST /v1/audio/transcriptions on 127.0.0.1 until Ctrl+C, with --realtime also the WebSocket /v1/realtime.
 * One line of JSON with address and token when it is ready; PARLEY_TOKEN chooses the token, otherwise each start makes a
 * new one.
 */
export async function runServe(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      realtime: { type: 'boolean', default: false },
      // The one line is JSON anyway; whoever writes --json everywhere may write it here.
      json: { type: 'boolean', default: false },
      ...CASCADE_OPTIONS,
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    io.err(`--port is a number from 0 to 65535, not "${values.port}".`);
    return 1;
  }
  const cascade = values.realtime ? await readCascade(values) : undefined;
  const scope = new Scope('serve');
  const opening = openServer(scope, port, cascade);
  try {
    const address = await Promise.race([opening, aborted(io.signal)]);
    if (address === undefined) return 0;
    io.out(JSON.stringify(address));
    await aborted(io.signal);
    return 0;
  } finally {
    await scope.close();
    // A process must not end in the middle of loading a model: that aborts it.
    await opening.catch(() => undefined);
  }
}

/** @param cascade roles of the talking engine that are done elsewhere; undefined = nobody talks */
async function openServer(scope: Scope, port: number, cascade: CascadeProfile | null | undefined) {
  const folders = programFolders();
  const folder = await openTemporaryFolder(scope, 'serve');
  const reader = await openAudioFileReader({ workerFolder: folders.workers, voiceActivity: folders.voiceActivity });
  scope.add(() => reader.close());
  scope.signal.throwIfAborted();
  const recognisers = await openRecognisers(scope, { modelFolder: folders.models, workerFolder: folders.workers });
  scope.signal.throwIfAborted();
  const token = process.env['PARLEY_TOKEN'] || randomBytes(24).toString('base64url');
  const upgrade = cascade === undefined ? {} : { upgrade: await openRealtime(scope, folders, cascade) };
  const serving = await serveTranscriptions({ scope, token, port, folder, engine: { reader, recognisers }, ...upgrade });
  return { url: `http://127.0.0.1:${serving.port}/v1`, token };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
