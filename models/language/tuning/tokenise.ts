import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { getLlama } from 'node-llama-cpp';
import type { Dialogue } from './dialogue.ts';

/**
 * Writes `*.tokens.jsonl` beside the dialogues: `{header, ids, learned}` in the model's own tokens, made by the library
 * that makes them in the product, so that they are the same there.
 */
export async function tokeniseData(options: { readonly modelFile: string; readonly folder: string }): Promise<void> {
  const llama = await getLlama({ gpu: false, build: 'never', maxThreads: 1, logLevel: 'error' as never, progressLogs: false });
  const model = await llama.loadModel({ modelPath: options.modelFile, gpuLayers: 0, vocabOnly: true });
  for (const name of ['check', 'train']) {
    const into = createWriteStream(join(options.folder, `${name}.tokens.jsonl`));
    const lines = createInterface({ input: createReadStream(join(options.folder, `${name}.jsonl`)) });
    const counted = { dialogues: 0, tokens: 0, learned: 0 };
    for await (const line of lines) {
      const { header, segments } = JSON.parse(line) as Dialogue;
      const parts = segments.map(({ text, learned }) => ({ ids: [...model.tokenize(text)], learned: learned ? 1 : 0 }));
      const ids = parts.flatMap((part) => part.ids);
      const learned = parts.flatMap((part) => part.ids.map(() => part.learned));
      into.write(`${JSON.stringify({ header: [...model.tokenize(header)], ids, learned })}\n`);
      counted.dialogues += 1;
      counted.tokens += ids.length;
      counted.learned += learned.filter(Boolean).length;
    }
    await new Promise((resolve) => into.end(resolve));
    process.stdout.write(
      `${name}: ${counted.dialogues} dialogues, ${counted.tokens} tokens after the headers, ${counted.learned} of them learned\n`,
    );
  }
  await model.dispose();
  await llama.dispose();
}
