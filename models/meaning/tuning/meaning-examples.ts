import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import { withoutMarks } from '../../../electron/conversation/skills/meant/plainly-named.ts';
import type { Dialogue } from '../../language/tuning/dialogue.ts';
import { adjective, COLUMNS, cellValue, personName, subjectName, things, wordToSpell } from '../../language/tuning/fillers.ts';
import { DialogueMaker } from '../../language/tuning/make-dialogues.ts';
import { asHeard } from '../../language/tuning/noise.ts';
import { Random } from '../../language/tuning/random.ts';
import { plainWords } from '../../speech-to-speech/on-device/skill-choice.ts';
import { afterTalk, talkExamples } from './talk-examples.ts';
import { markArguments, wordRoles } from './word-roles.ts';

/** What is said and the skill it asks for, or `talk`, `talk/kind` and other turns of a talk, or `unknown`. */
interface Asked {
  readonly words: string;
  readonly skill: string;
  readonly weight: number;
  /** Of each word, where they are known. */
  readonly roles?: readonly string[];
  /** As it stands in `asked/requests.txt` or `turns.txt`. */
  readonly line?: string;
}

/** What people said counts more than what was made of phrases. */
const SAID_BY_PEOPLE = 4;
/** Doing what nobody asked for is worse than asking again, a danger that is not heard worst; the kinds of talk are many classes of the same. */
function importanceOf(skill: string): number {
  if (skill === 'talk') return 2.5;
  if (skill.startsWith('emergency.')) return 3;
  return skill.startsWith('talk/') ? 0.8 : 1;
}

/** So many of what asks for something are learned after something told, too. */
const AMID_TALK = { unknown: 0.6, asked: 0.1 } as const;

const DANGERS = ['spoken-danger', 'danger-held-out', 'danger-everyday', 'danger-second', 'danger-last', 'danger-told', 'danger-training'];
const LOOK_ALIKES = [
  ...['danger-look-alikes', 'look-alikes-held-out', 'look-alikes-everyday', 'look-alikes-second', 'look-alikes-last', 'look-alikes-told'],
  'look-alikes-training',
];
/** The sets of spoken requests whose dangers are learned; the sixteenth and all after it are judged by. */
const LEARNED_SETS = [
  ...['', '-told', '-everyday', '-unseen', '-fresh', '-seventh', '-eighth', '-ninth', '-tenth', '-eleventh', '-twelfth', '-thirteenth'],
  ...['-fourteenth', '-fifteenth'],
];
/** Every request is learned once more as a recogniser may write it. */
const MISHEARD = SAID_BY_PEOPLE / 2;
const MOST_EXAMPLES = 30_000;

/**
 * Writes what the net of `models/meaning` is taught by `train_meaning.py`: `examples.tsv` holds a class, how much the example
 * counts and its words (turns before them in front, each ended by `|`), from what people asked for (`asked/`), made dialogues, near misses and small talk; `sentences.txt`
 * English of other kinds (examples of WordNet), by which it keeps its sense of what is near to what.
 * @param options.without lines of this file, written as in `asked/`, are put into `held-out.tsv` instead
 */
export async function writeMeaningExamples(options: {
  /** `models/language/tuning`, which makes the dialogues. */
  readonly folder: string;
  readonly personas: string;
  readonly wordNet: string;
  readonly into: string;
  readonly dialogues: number;
  readonly seed: number;
  readonly without?: string | undefined;
}): Promise<void> {
  const random = new Random(options.seed);
  const others = new Set(options.without === undefined ? [] : linesOf(options.without));
  const byPeople = askedByPeople(random);
  const learned = byPeople.filter(({ line }) => line === undefined || !others.has(line));
  const asked = [...learned, ...learned.map((one) => misheard(one, random)), ...(await askedInDialogues(options, random))];
  const skills = [...new Set(asked.map(({ skill }) => skill))].sort();
  const counts = new Map(skills.map((name) => [name, asked.filter(({ skill }) => skill === name).length]));
  const shares = asked.map(({ skill, weight }) => (importanceOf(skill) * weight) / Math.sqrt(counts.get(skill) ?? 1));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  mkdirSync(options.into, { recursive: true });
  const write = (file: string, lines: readonly string[]) => writeFileSync(join(options.into, file), `${lines.join('\n')}\n`);
  write(
    'examples.tsv',
    asked.map((one, at) => lineOf(one, (shares[at] ?? 1) / mean)),
  );
  const held = byPeople.filter(({ line }) => line !== undefined && others.has(line));
  write(
    'held-out.tsv',
    held.map((one) => lineOf(one, 1)),
  );
  write('sentences.txt', random.shuffled(wordNetExamples(options.wordNet)).slice(0, MOST_EXAMPLES));
  process.stdout.write(`${asked.length} examples, ${skills.length} classes, in ${options.into}\n`);
}

function lineOf({ skill, words, roles = [] }: Asked, share: number): string {
  return [skill, share.toFixed(4), words, roles.join(' ')].join('\t');
}

function misheard({ roles: _, ...asked }: Asked, random: Random): Asked {
  const asks = asked.skill.includes('.');
  const heard = asked.words.split('|').map((turn) => {
    const pieces = asHeard([{ text: turn, argument: null }], random, { persona: 'Nova', asks });
    return plainWords(pieces.map(({ text }) => text).join(' '));
  });
  return { ...asked, words: heard.join('|'), weight: MISHEARD };
}

function wordNetExamples(folder: string): string[] {
  const glosses = ['noun', 'verb', 'adj', 'adv'].flatMap((part) => linesOf(join(folder, `data.${part}`)));
  return glosses.flatMap((line) => [...line.matchAll(/"([^"]{12,120})"/g)].map(([, example = '']) => plainWords(example)));
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function askedByPeople(random: Random): readonly Asked[] {
  const lines = (file: string) => linesOf(join(import.meta.dirname, 'asked', file));
  const requests = lines('requests.txt').flatMap((line) => {
    const [, skill, said] = /^([\w./-]+): (.+)$/.exec(line) ?? [];
    if (skill === undefined || said === undefined) throw new SyntaxError(`This is no request: ${line}`);
    const { plain, words } = withoutMarks(said);
    const wordings = [...new Set([words, plain, withOtherThings(plain, skill, random)])];
    return wordings.map((wording) => {
      const read = wordRoles(wording);
      return { words: read.words, skill, weight: SAID_BY_PEOPLE, line, ...(NEEDS[skill] !== undefined ? { roles: read.roles } : {}) };
    });
  });
  const others = (['talk', 'unknown'] as const).flatMap((skill) =>
    lines(`${skill}.txt`).map((line) => ({ words: plainWords(line), skill, weight: SAID_BY_PEOPLE })),
  );
  const turns = talkExamples(
    random,
    requests.map(({ words }) => words),
  ).map(({ kind, ...turn }) => ({ ...turn, skill: kind === null ? 'talk' : `talk/${kind}`, weight: SAID_BY_PEOPLE }));
  const placed = afterTalk(random);
  const amidTalk = [...requests, ...others.filter(({ skill }) => skill === 'unknown')]
    .filter(({ skill }) => random.chance(skill === 'unknown' ? AMID_TALK.unknown : AMID_TALK.asked))
    .map(({ words, skill }) => ({ words: placed(words), skill, weight: SAID_BY_PEOPLE }));
  return [...requests, ...others, ...turns, ...amidTalk, ...dangers()];
}

/** Skills that need words of their own, which are marked in `asked/requests.txt`; and the roles of their arguments. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'canvas.add-here': { items: 'thing' },
  'canvas.add': { items: 'thing' },
  'canvas.make': { items: 'thing', name: 'name', columns: 'columns' },
  'canvas.rename': { name: 'thing' },
  'canvas.rename-column': { name: 'thing' },
  'canvas.add-column': { name: 'thing' },
  'canvas.open': { name: 'thing' },
  'canvas.change': { value: 'thing' },
  'canvas.filter': { holds: 'thing' },
  'canvas.check': { what: 'thing' },
  'timer.alarm': { label: 'thing' },
  'memory.remember': { what: 'thing' },
  'memory.forget': { what: 'thing' },
  'user.rename': { name: 'thing' },
  'spelling.spell': { word: 'thing' },
  'know.meaning': { word: 'thing' },
  'know.synonym': { word: 'thing' },
  'know.opposite': { word: 'thing' },
};

/** What stands in the marks of a skill is copied, whatever it is: each sentence is learned with something else in it, too. */
const OTHER_THINGS: Readonly<Record<string, (random: Random) => string>> = {
  'canvas.add-here': (random) => things(random, 3),
  'canvas.make': (random) => things(random, 4),
  'canvas.change': (random) => (random.chance(0.5) ? cellValue(random) : things(random, 1)),
  'canvas.check': (random) => things(random, 1),
  'canvas.rename': subjectName,
  'canvas.rename-column': (random) => random.pick(COLUMNS),
  'canvas.add-column': (random) => (random.chance(0.2) ? adjective(random) : random.pick(COLUMNS)),
  'user.rename': personName,
  'spelling.spell': wordToSpell,
  'know.meaning': wordToSpell,
  'know.synonym': wordToSpell,
  'know.opposite': wordToSpell,
};

function withOtherThings(marked: string, skill: string, random: Random): string {
  const other = OTHER_THINGS[skill];
  if (other === undefined) return marked;
  const filled = marked.replaceAll(/<[^>]*>/g, () => `<${other(random)}>`).replaceAll(/\([^)]*\)/g, () => `(${subjectName(random)})`);
  return filled.replaceAll(/\*[^*]*\*/g, () => `*${random.pick(COLUMNS)} and ${random.pick(COLUMNS)}*`);
}

/** What the tests of danger hold, but for the sets that are only judged by; what only sounds like danger is talk. */
function dangers(): readonly Asked[] {
  const lines = (file: string) =>
    readFileSync(join(import.meta.dirname, '../../../tests/conversation/skills/danger', `${file}.txt`), 'utf8')
      .trimEnd()
      .split('\n');
  const asked = (line: string, harmless?: 'talk') => {
    const [, kind = '', said = line] = /^([\w-]+)[\w|-]*: (.+)$/.exec(line) ?? [];
    return { words: plainWords(said), skill: harmless ?? `emergency.help/${kind}`, weight: SAID_BY_PEOPLE };
  };
  return [
    ...dangersOfSets(),
    ...DANGERS.flatMap((file) => lines(file).map((line) => asked(line))),
    ...LOOK_ALIKES.flatMap((file) => lines(file).map((line) => asked(line, 'talk'))),
  ];
}

/** `danger | - | danger:gas,poisoning | it smells of gas in here`: the first kind is learned. */
function dangersOfSets(): readonly Asked[] {
  const recordings = join(import.meta.dirname, '../../../tests/recordings');
  return LEARNED_SETS.flatMap((set) => linesOf(join(recordings, `spoken-requests${set}.txt`))).flatMap((line) => {
    const [, kind, said] = /^[^|]*\| [^|]* \| danger:([\w-]+)[^|]* \| (.+)$/.exec(line) ?? [];
    return kind === undefined || said === undefined
      ? []
      : [{ words: plainWords(said), skill: `emergency.help/${kind}`, weight: SAID_BY_PEOPLE }];
  });
}

async function askedInDialogues(
  { folder, personas: place, dialogues }: Parameters<typeof writeMeaningExamples>[0],
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
  const plain = plainWords(words);
  const given = argumentsIn(segments.at(-1)?.text ?? '', NEEDS[called]);
  const marked = given === null ? null : markArguments(plain, given);
  return [{ words: plain, skill: called, weight: 1, ...(marked === null ? {} : { roles: wordRoles(marked).roles }) }];
}

/** The arguments of a call line that the words should hold; null where it needs none of them. */
function argumentsIn(call: string, roles: Readonly<Record<string, string>> | undefined): readonly (readonly [string, string])[] | null {
  const json = /^\s*@[\w.-]+ (\{.*\})/.exec(call)?.[1];
  if (json === undefined || roles === undefined) return null;
  const given = Object.entries(JSON.parse(json) as Record<string, unknown>);
  return given.flatMap(([name, value]) => (roles[name] !== undefined && typeof value === 'string' ? [[roles[name], value] as const] : []));
}
