import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import { DialogueMaker } from './make-dialogues.ts';
import { Random } from './random.ts';

/**
 * Writes training and check dialogues as lines of JSON.
 * @param options.into folder outside the project
 */
export async function makeData(options: {
  folder: string;
  personas: string;
  into: string;
  dialogues: number;
  seed: number;
}): Promise<void> {
  const { personas } = await loadPersonas(options.personas);
  const maker = new DialogueMaker(
    options.folder,
    personas.map((persona) => enginePersona(persona, 1)),
    new Random(options.seed),
  );
  const made = Array.from({ length: options.dialogues }, () => maker.make());
  const forChecking = Math.round(options.dialogues * 0.01);
  write(join(options.into, 'check.jsonl'), made.slice(0, forChecking));
  write(join(options.into, 'train.jsonl'), made.slice(forChecking));
  const kinds = new Map<string, number>();
  for (const { kind } of made) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const distinct = new Set(made.flatMap(({ segments }) => segments.filter(({ learned }) => learned).map(({ text }) => text)));
  const counts = [...kinds].map(([kind, count]) => `${kind} ${count}`);
  process.stdout.write(
    `${made.length} dialogues (${counts.join(', ')}), ${distinct.size} distinct replies; left out: ${JSON.stringify(maker.dropped)}\n`,
  );
}

function write(file: string, lines: readonly unknown[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
