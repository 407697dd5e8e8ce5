import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Who may import whom; the first part that fits a file counts. `types` may also be imported as types only. */
const RULES: readonly {
  readonly part: RegExp;
  readonly may: readonly RegExp[];
  readonly types?: readonly RegExp[];
  readonly way: string;
}[] = [
  { part: /^electron\/lifetime\//, may: [/^electron\/lifetime\//], way: 'lifetime imports nothing' },
  { part: /^electron\/ipc\//, may: [/^electron\/ipc\//], way: 'ipc imports nothing but zod' },
  { part: /^electron\/diagnostics\//, may: [/^electron\/(diagnostics|ipc|lifetime)\//], way: 'diagnostics -> ipc, lifetime' },
  {
    part: /^electron\/main\//,
    may: [/^electron\/(main|ipc|lifetime|diagnostics)\//, /^native\//, /^models\/model-folder\.ts$/],
    way: 'main -> ipc, lifetime, diagnostics, native (and where the models lie)',
  },
  { part: /^electron\/preload\//, may: [/^electron\/(preload|ipc)\//], way: 'preload -> ipc' },
  {
    part: /^electron\/conversation\/conversation-process\.ts$/,
    may: [/^electron\/(conversation|command-line|ipc|lifetime|diagnostics)\//],
    way: 'the entry wires',
  },
  {
    part: /^electron\/conversation\/session\//,
    may: [/^electron\/(conversation|ipc|lifetime|diagnostics)\//, /^models\//],
    way: 'session wires the stations',
  },
  ...[
    'hearing',
    'turn-taking',
    'speaking',
    'memory',
    'personas',
    'skills',
    'canvas',
    'store',
    'transcription',
    'staying-alive',
    'ledger',
    'realtime-server',
  ].map((station) => ({
    part: new RegExp(`^electron/conversation/${station}/`),
    may: [new RegExp(`^electron/conversation/${station}/`), /^electron\/(ipc|lifetime|diagnostics)\//, /^models\//],
    way: `${station} -> ipc, lifetime, diagnostics, models; stations never import each other or session`,
  })),
  {
    part: /^electron\/command-line\//,
    may: [/^electron\/(command-line|conversation|ipc|lifetime|diagnostics)\//, /^models\//],
    way: 'the command line is an entry: it wires',
  },
  {
    part: /^models\/(?:language|meaning)\/tuning\//,
    may: [/^models\//, /^electron\/conversation\/(skills|personas|canvas)\//],
    way: 'tuning makes its data from skills and personas; nothing imports it',
  },
  {
    part: /^models\//,
    may: [/^models\//, /^native\//, /^electron\/lifetime\//, /^electron\/ipc\/audio-frame\.ts$/],
    way: 'models -> models, lifetime, ipc/audio-frame, native',
  },
  { part: /^native\//, may: [/^native\//, /^electron\/lifetime\//], way: 'native -> lifetime' },
  { part: /^renderer\//, may: [/^renderer\//, /^electron\/(ipc|lifetime)\//], way: 'renderer -> ipc, lifetime' },
];

const BUCKETS = /(^|[/.-])(utils?|helpers?|common|misc|types)([./-]|$)/;
const LONGEST_FILE_LINES = 400;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^'?]+)/g)].map(([, target = '']) =>
    relative(root, resolve(root, dirname(file), target)),
  );
}

const files = ['electron', 'models', 'native', 'renderer']
  .flatMap(sources)
  .filter((file) => !/^electron\/(set-up|.*\.config\.ts)/.test(file));

describe('imports go one way', () => {
  it.each(files)('%s', (file) => {
    const rule = RULES.find(({ part }) => part.test(file));
    expect(rule, `${file} is in no known part of the program: see the folders in README.md`).toBeDefined();
    const wrong = importsOf(file).filter((target) => !rule?.may.some((allowed) => allowed.test(target)));
    expect(wrong, `The allowed way is: ${rule?.way}`).toEqual([]);
  });
});

it('nothing imports tests', () => {
  expect(files.filter((file) => importsOf(file).some((target) => target.startsWith('tests/')))).toEqual([]);
});

it('only the entry of the conversation process and main know Electron', () => {
  const knowing = files.filter((file) => /from 'electron'/.test(readFileSync(join(root, file), 'utf8')));
  expect(knowing.filter((file) => !/^electron\/(main|preload)\/|^native\/(electron-runtime|global-keys)\//.test(file))).toEqual([]);
});

it('no folder or file is a bucket', () => {
  expect(files.filter((file) => BUCKETS.test(file))).toEqual([]);
});

it('no file is longer than 400 lines', () => {
  expect(files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > LONGEST_FILE_LINES)).toEqual([]);
});

it('timers and workers are opened only where they are owned', () => {
  const raw = /(?<![.\w])(setTimeout|setInterval)\(|new Worker\(/;
  // These own what they open: each returns or registers its closing in the same function.
  const owners = [/^electron\/lifetime\//, /^native\//, /^renderer\//, /^models\/model-download\//, /^electron\/main\//];
  expect(files.filter((file) => raw.test(readFileSync(join(root, file), 'utf8')) && !owners.some((owner) => owner.test(file)))).toEqual([]);
});
