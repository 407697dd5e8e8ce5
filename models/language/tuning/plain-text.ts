import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getLlama } from 'node-llama-cpp';
import { Random } from './random.ts';

const BEGINNINGS = [
  'The river was high that morning, and',
  'In the kitchen there was',
  'When the children came home,',
  'A letter arrived on Tuesday. It said',
  'To make a good soup you need',
  'The history of the town begins',
  'She looked out of the window and',
  'Most people think that',
  'The best way to learn a language is',
  'He had never been to the mountains before, so',
  '"I do not know," said the old man. "',
  'Birds that live near the sea',
  'After the storm the village',
  'The first thing to do when you are tired is',
  'In summer the market is full of',
  'My grandfather used to say that',
  'There are many kinds of bread.',
  'The meeting was about',
  'Music can',
  'On the table lay a book about',
];
const PASSAGE_TOKENS = 90;

/**
 * Passages that the base model itself writes, learned among the dialogues: a model that is reminded of its own prose
 * forgets less of it. Writes `plain.tokens.jsonl`.
 */
export async function writePlainText(options: {
  readonly modelFile: string;
  readonly folder: string;
  readonly passages: number;
}): Promise<void> {
  const llama = await getLlama({ gpu: false, build: 'never', maxThreads: 1, logLevel: 'error' as never, progressLogs: false });
  const model = await llama.loadModel({ modelPath: options.modelFile, gpuLayers: 0 });
  const context = await model.createContext({ contextSize: 256, threads: 1 });
  const sequence = context.getSequence();
  const random = new Random(7);
  const lines: string[] = [];
  for (let count = 0; count < options.passages; count += 1) {
    await sequence.clearHistory();
    const begin = [...model.tokenize(random.pick(BEGINNINGS))];
    const written: number[] = [];
    const seed = random.whole(1, 1_000_000);
    const asked = model.tokens.bos === null ? begin : [model.tokens.bos, ...begin];
    for await (const token of sequence.evaluate(asked, { temperature: 0.8, topP: 0.95, seed })) {
      if (model.isEogToken(token)) break;
      written.push(token);
      if (written.length >= PASSAGE_TOKENS) break;
    }
    const learned = [...begin.map(() => 0), ...written.map(() => 1)];
    lines.push(`${JSON.stringify({ header: [], ids: [...begin, ...written], learned })}\n`);
    writeFileSync(join(options.folder, 'plain.tokens.jsonl'), lines.join(''));
  }
  process.stdout.write(`${lines.length} passages of the base model's own prose\n`);
  await context.dispose();
  await model.dispose();
  await llama.dispose();
}
