import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import { withoutMarks } from '../../../electron/conversation/skills/meant/plainly-named.ts';
import { DIMENSIONS, MiniLmNet } from '../../embedding/mini-lm-net.ts';
import { plainWords, type SkillChoiceWeights } from '../../speech-to-speech/on-device/skill-choice.ts';
import type { Dialogue } from './dialogue.ts';
import { type Example, fitSoftmax, type SoftmaxWeights } from './fit-softmax.ts';
import { DialogueMaker } from './make-dialogues.ts';
import { Random } from './random.ts';

/** What is said and the skill it asks for, or `talk`, `talk/kind` and other turns of a talk, or `unknown`. */
interface Asked {
  readonly words: string;
  readonly skill: string;
  readonly weight: number;
}

/** What people said counts more than what was made of phrases. */
const SAID_BY_PEOPLE = 4;
/** Doing what nobody asked for is worse than asking again; the turns of a talk are many classes of the same. */
function importanceOf(skill: string): number {
  if (skill === 'talk') return 2.5;
  return skill.startsWith('talk/') ? 0.5 : 1;
}

const DANGERS = ['spoken-danger', 'danger-held-out', 'danger-everyday', 'danger-second', 'danger-last', 'danger-told', 'danger-training'];
const LOOK_ALIKES = [
  ...['danger-look-alikes', 'look-alikes-held-out', 'look-alikes-everyday', 'look-alikes-second', 'look-alikes-last', 'look-alikes-told'],
  'look-alikes-training',
];
/** Vectors have length 1: the descent wants figures about 1. */
const STRETCH = 5;
const EMBEDDING = 'minilm-l6-v2-int8';
const LARGEST_BYTE = 127;

/**
 * Makes the weights of `on-device/skill-choice.ts` from what people asked for (`asked/`), made dialogues, near misses and
 * small talk.
 * @param options.models holds the embedding model @param options.out the file of weights
 */
export async function makeSkillChoice(options: {
  readonly folder: string;
  readonly personas: string;
  readonly models: string;
  readonly out: string;
  readonly dialogues: number;
  readonly seed: number;
}): Promise<void> {
  const random = new Random(options.seed);
  const asked = [...askedByPeople(options.folder), ...(await askedInDialogues(options, random))];
  const skills = [...new Set(asked.map(({ skill }) => skill))].sort();
  const counts = skills.map((name) => asked.filter(({ skill }) => skill === name).length);
  const folder = join(options.models, EMBEDDING);
  const net = await MiniLmNet.load({ modelFile: join(folder, 'model.onnx'), tokenizerFile: join(folder, 'tokenizer.json') });
  const examples: Example[] = [];
  for (const { words, skill, weight } of asked) {
    const kind = skills.indexOf(skill);
    // A skill that is asked for often must not drown the others.
    const share = (importanceOf(skill) * weight) / Math.sqrt(counts[kind] ?? 1);
    examples.push({ inputs: (await net.embed(words)).map((figure) => figure * STRETCH), kind, weight: share });
  }
  await net.release();
  const mean = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
  const fitted = fitSoftmax(
    examples.map((example) => ({ ...example, weight: example.weight / mean })),
    skills.length,
    random,
  );
  writeFileSync(options.out, `${JSON.stringify(inBytes(fitted, skills))}\n`);
  process.stdout.write(`${asked.length} sentences, ${skills.length} classes, ${options.out}\n`);
}

function askedByPeople(folder: string): readonly Asked[] {
  const lines = (file: string) =>
    readFileSync(join(folder, 'asked', file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
  const requests = lines('requests.txt').flatMap((line) => {
    const [, skill, said] = /^([\w.-]+): (.+)$/.exec(line) ?? [];
    if (skill === undefined || said === undefined) throw new SyntaxError(`This is no request: ${line}`);
    const { plain, words } = withoutMarks(said);
    return [...new Set([plainWords(words), plainWords(plain)])].map((each) => ({ words: each, skill, weight: SAID_BY_PEOPLE }));
  });
  const others = (['talk', 'unknown'] as const).flatMap((skill) =>
    lines(`${skill}.txt`).map((line) => ({ words: plainWords(line), skill, weight: SAID_BY_PEOPLE })),
  );
  const turns = lines('turns.txt').map((line) => {
    const [, turn, said] = /^([\w-]+): (.+)$/.exec(line) ?? [];
    if (turn === undefined || said === undefined) throw new SyntaxError(`This is no turn of a talk: ${line}`);
    return { words: plainWords(said), skill: `talk/${turn}`, weight: SAID_BY_PEOPLE };
  });
  return [...requests, ...others, ...turns, ...dangers(folder)];
}

/** What the tests of danger hold, but for the sets that are only judged by; what only sounds like danger is talk. */
function dangers(folder: string): readonly Asked[] {
  const lines = (file: string) =>
    readFileSync(join(folder, '../../../tests/conversation/skills/danger', `${file}.txt`), 'utf8')
      .trimEnd()
      .split('\n');
  const asked = (skill: string) => (line: string) => ({ words: plainWords(line.replace(/^[\w|-]+: /, '')), skill, weight: SAID_BY_PEOPLE });
  return [
    ...DANGERS.flatMap((file) => lines(file).map(asked('emergency.help'))),
    ...LOOK_ALIKES.flatMap((file) => lines(file).map(asked('talk'))),
  ];
}

async function askedInDialogues(
  { folder, personas: place, dialogues }: Parameters<typeof makeSkillChoice>[0],
  random: Random,
): Promise<readonly Asked[]> {
  const { personas } = await loadPersonas(place);
  const maker = new DialogueMaker(
    folder,
    personas.map((persona) => enginePersona(persona, 1)),
    random,
  );
  return Array.from({ length: dialogues }, () => maker.make()).flatMap(askedIn);
}

/** The user's last words and the call that answers them; facts and results are about something else. */
function askedIn({ segments, kind }: Dialogue): readonly Asked[] {
  if (kind === 'facts' || kind === 'result') return [];
  const words = /User: (.*)\n[^\n]*:$/.exec(segments.at(-2)?.text ?? '')?.[1];
  const called = /^@([\w.-]+)/.exec(segments.at(-1)?.text.trim() ?? '')?.[1] ?? 'talk';
  if (words === undefined) return [];
  return [{ words: plainWords(words), skill: called, weight: 1 }];
}

function inBytes(fitted: SoftmaxWeights, skills: readonly string[]): SkillChoiceWeights {
  const rows = fitted.map((row) => row.subarray(0, DIMENSIONS));
  const scales = rows.map((row) => row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / LARGEST_BYTE);
  const bytes = rows.flatMap((row, skill) => Array.from(row, (weight) => Math.round(weight / (scales[skill] ?? 1))));
  return {
    embedding: EMBEDDING,
    dimensions: DIMENSIONS,
    skills: [...skills],
    scales: scales.map((scale) => scale * STRETCH),
    offsets: fitted.map((row) => row[DIMENSIONS] ?? 0),
    weights: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
  };
}
