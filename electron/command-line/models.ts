import { parseArgs } from 'node:util';
import { type CatalogModel, catalogModel, MODEL_CATALOG } from '../../models/model-catalog.ts';
import { DownloadError } from '../../models/model-download/download-error.ts';
import { downloadModel, importFile } from '../../models/model-download/download-model.ts';
import type { DownloadProgress } from '../../models/model-download/progress.ts';
import { quickState, verifyModel } from '../../models/model-download/verify-file.ts';
import { modelFolder } from '../../models/model-folder.ts';
import { speaksIn } from '../../models/text-to-speech/piper.ts';
import { copyVoice, VoiceFileError } from '../../models/text-to-speech/voice-files.ts';
import { EngineFailure } from '../lifetime/engine-failure.ts';
import type { CommandIo } from './command-io.ts';
import { programFolders } from './program-folders.ts';

/** On a screen one line is rewritten; in a log a line every two seconds is enough. */
const LINE_EVERY_MS = 2000;

/** `parley models list | get [ID ...] | verify [ID ...] | import ID FILE ... | import-voice FILE.onnx` */
export async function runModels(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [verb = 'list', ...names] = positionals;
  try {
    if (verb === 'list') return await list(values.json, io);
    if (verb === 'get') return await get(chosen(names), io);
    if (verb === 'verify') return await verify(chosen(names), values.json, io);
    if (verb === 'import') return await importModel(names, io);
    if (verb === 'import-voice') return await importVoice(names, io);
  } catch (failure) {
    if (!(failure instanceof DownloadError || failure instanceof VoiceFileError || failure instanceof EngineFailure)) throw failure;
    io.err(failure.message);
    return 1;
  }
  io.err(`There is no "models ${verb}"; it is one of list, get, verify, import, import-voice.`);
  return 1;
}

/** @throws DownloadError for a name that is not in the catalogue */
function chosen(names: readonly string[]): CatalogModel[] {
  if (names.length === 0) return MODEL_CATALOG.filter(({ required }) => required);
  return names.map((name) => {
    const model = catalogModel(name);
    if (model === undefined) {
      throw new DownloadError('not-a-model', `There is no model "${name}"; there are ${MODEL_CATALOG.map(({ id }) => id).join(', ')}.`);
    }
    return model;
  });
}

async function list(json: boolean, io: CommandIo): Promise<number> {
  const rows = await Promise.all(
    MODEL_CATALOG.map(async (model) => ({
      id: model.id,
      role: model.role,
      label: model.label,
      state: await quickState(`${modelFolder()}/${model.id}`, model),
      bytes: model.files.reduce((sum, { bytes }) => sum + bytes, 0),
      memoryBytes: model.memoryBytes,
      licence: model.licence,
      required: model.required,
    })),
  );
  if (json) io.out(JSON.stringify({ folder: modelFolder(), models: rows }, null, 2));
  else {
    for (const row of rows)
      io.out(`${row.state.padEnd(8)} ${row.id.padEnd(24)} ${megabytes(row.bytes).padStart(7)}  ${row.role}, ${row.licence}`);
    io.out(`in ${modelFolder()}`);
  }
  return 0;
}

async function get(models: readonly CatalogModel[], io: CommandIo): Promise<number> {
  for (const model of models) {
    const folder = `${modelFolder()}/${model.id}`;
    if ((await quickState(folder, model)) !== 'here') io.err(`${model.label}: ${model.notice}`);
    const served = await downloadModel(model, {
      modelFolder: modelFolder(),
      signal: io.signal,
      nowMs: () => performance.now(),
      progress: progressLine(model, io),
      sourceFailed: (_source, reason) => io.err(`${reason} Trying the next source.`),
    });
    io.err(served === 'here' ? `${model.label}: here.` : `${model.label}: here, verified, from ${served}.`);
  }
  return 0;
}

function progressLine(model: CatalogModel, io: CommandIo): (progress: DownloadProgress) => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  return ({ receivedBytes, totalBytes, bytesPerSecond, secondsLeft }) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < LINE_EVERY_MS) return;
    lastMs = nowMs;
    const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`;
    io.err(`${model.label}: ${megabytes(receivedBytes)} of ${megabytes(totalBytes)}, ${megabytes(bytesPerSecond)}/s${left}`);
  };
}

async function verify(models: readonly CatalogModel[], json: boolean, io: CommandIo): Promise<number> {
  const results = [];
  for (const model of models) results.push({ id: model.id, files: await verifyModel(`${modelFolder()}/${model.id}`, model) });
  const broken = results.filter(({ files }) => Object.values(files).some((state) => state !== 'here'));
  if (json) io.out(JSON.stringify({ models: results, ok: broken.length === 0 }, null, 2));
  else for (const { id, files } of results) for (const [name, state] of Object.entries(files)) io.out(`${state.padEnd(8)} ${id}/${name}`);
  for (const { id } of broken) io.err(`${id} is not complete. Repair it: npm run -s parley -- models get ${id}`);
  return broken.length === 0 ? 0 : 1;
}

async function importModel(names: readonly string[], io: CommandIo): Promise<number> {
  const [id, ...files] = names;
  if (id === undefined || files.length === 0) {
    io.err('Name a model and at least one file: models import ID FILE ...');
    return 1;
  }
  const [model] = chosen([id]);
  if (model === undefined) return 1;
  for (const path of files) io.out(`${path}: is ${(await importFile(model, path, modelFolder())).name}, verified.`);
  return 0;
}

/** A Piper voice of the user's own: nobody knows its hash, so it is taken when it speaks. */
async function importVoice([file]: readonly string[], io: CommandIo): Promise<number> {
  if (file === undefined) {
    io.err('Name the voice, with its description beside it: models import-voice en_GB-alba-medium.onnx');
    return 1;
  }
  const voice = await copyVoice(modelFolder(), file);
  const speaks = await speaksIn({ workerFolder: programFolders().workers }, voice.modelFile);
  if (!speaks) {
    await voice.drop();
    throw new VoiceFileError(`${file} was not taken: it cannot be loaded, or says nothing.`);
  }
  io.out(`${voice.label} is here. Choose it for a persona: ${voice.id}`);
  return 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
