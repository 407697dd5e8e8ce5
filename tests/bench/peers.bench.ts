import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { Scope } from '../../electron/lifetime/scope.ts';
import { resample } from '../../models/audio/resample.ts';
import { readWav } from '../../models/audio/wav.ts';
import { openTalk } from '../conversation/session/open-talk.ts';
import { projectFolder } from '../models/real-places.ts';
import { askRealtimePeer, type PeerTurns } from './realtime-peer.ts';
import { quick, report, wanted } from './rows.ts';

/** Where the peer's own scripts put their models, recordings and environments. */
const HOME = process.env['PEER_HOME'] ?? join(homedir(), '.cache/parley-realtime-peer');
const SCRIPTS = join(projectFolder, '../shared/rig');
/** The recordings of both; each ends with its last sample of speech. */
const QUESTIONS = ['q1', 'q2', 'q3', 'weather', 'hello'];
const TURNS = quick ? 10 : 20;
const PORT = 8091;

/** Ways of the peer, from the one it has out of the box to the fastest that somebody built with it. */
const PEERS = [
  { name: 'pipecat, recogniser at the end of the turn', options: ['--stt', 'moonshine'] },
  { name: 'pipecat, speculating, clause by clause', options: ['--stt', 'moonshine-spec', '--eager', '--clause'] },
];

/** Another peer, a realtime server with models at every stage; its own clients and ours speak to it over its socket. */
const SERVER = { scripts: join(SCRIPTS, 'realtime-peer'), home: HOME };

const why = [join(HOME, 'pipecat/bin/python'), join(HOME, 'wavs/q1.wav'), join(SCRIPTS, 'pipecat-peer/bench.py')].find(
  (file) => !existsSync(file),
);
if (why !== undefined && wanted('b1')) console.warn(`The peer is not set up (${why} is missing): b1 beside a peer is not measured.`);

interface Turn {
  readonly wav: string;
  readonly replyMs: number;
  readonly isFirst: boolean;
}

describe.skipIf(why !== undefined || !wanted('b1'))('b1 beside a peer, on its recordings', () => {
  it('from the last sample of speech to the first of the reply, engines alone', async () => {
    const theirs: ({ readonly name: string } & PeerTurns)[] = [];
    for (const peer of PEERS) theirs.push({ name: peer.name, ...(await peerTurns(peer.options)) });
    const server = await askRealtimePeer(
      SERVER,
      Array.from({ length: TURNS }, (_, turn) => QUESTIONS[turn % QUESTIONS.length] ?? ''),
    );
    theirs.push({ name: 'an independent realtime server, over its socket', ...server });
    const ours = await ownTurns();
    const note = `${ours.turns.length} of ${TURNS} answered, ${ours.cutOff} cut off`;
    for (const { name, replies, falseStarts } of theirs) {
      const naive = { naive: replies, naiveWay: `${name}: ${replies.length} of ${TURNS} answered, ${falseStarts} false starts` };
      report({
        row: 'b1',
        item: `the same recordings as ${name}`,
        unit: 'ms',
        values: ours.turns.map(({ replyMs }) => replyMs),
        ...naive,
        note,
      });
    }
    const first = ours.turns.filter(({ isFirst }) => isFirst).map(({ replyMs }) => replyMs);
    report({ row: 'b1', item: 'of that, each question for the first time', unit: 'ms', values: first });
  });
});

async function ownTurns(): Promise<{ readonly turns: readonly Turn[]; readonly cutOff: number }> {
  const scope = new Scope('peers');
  try {
    const { conversation, speaker } = await openTalk(scope);
    const turns: Turn[] = [];
    let cutOff = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      const wav = QUESTIONS[turn % QUESTIONS.length] ?? '';
      const { samples, sampleRateHz } = readWav(readFileSync(join(HOME, `wavs/${wav}.wav`)));
      const heard = resample(samples, sampleRateHz, 16_000);
      const endMs = heard.length / 16;
      speaker.rush = false;
      const before = conversation.turns.length;
      await conversation.ask(heard, () => {
        speaker.rush = true;
      });
      const [answer, ...further] = conversation.turns.slice(before);
      const { commitMs, firstAudioMs } = answer?.timeline ?? { commitMs: null, firstAudioMs: null };
      if (further.length > 0 || (commitMs ?? Number.POSITIVE_INFINITY) < endMs) cutOff += 1;
      else if (firstAudioMs !== null) turns.push({ wav, replyMs: firstAudioMs - endMs, isFirst: turn < QUESTIONS.length });
    }
    return { turns, cutOff };
  } finally {
    await scope.close();
  }
}

/** One configuration with a language-model server of its own: what its cache holds decides a quarter of a second. */
async function peerTurns(options: readonly string[]): Promise<PeerTurns> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-peer-'));
  const out = join(folder, 'turns.jsonl');
  const model = join(HOME, 'models/gguf/gemma-3-270m-q4_k_m.gguf');
  const server = spawn(
    join(HOME, 'venv/bin/python'),
    ['-u', join(SCRIPTS, 'realtime-peer/llm_server.py'), '--port', `${PORT}`, '--model', model, '--threads', '1'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (data: Buffer) => /^ready/m.test(String(data)) && resolve());
      server.once('exit', () => reject(new Error('the language-model server of the peer ended')));
    });
    server.stdout.resume();
    await finished(join(HOME, 'pipecat/bin/python'), [
      join(SCRIPTS, 'pipecat-peer/bench.py'),
      ...['--out', out, '--turns', `${TURNS}`, '--llm', `http://127.0.0.1:${PORT}/v1`, ...options],
    ]);
    const rows: { i: number; ok: boolean; first_frame: number | null; turn_starts: number }[] = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      // Its first two questions warm it up.
      .filter(({ i }) => i >= 0);
    const replies = rows.flatMap(({ ok, first_frame }) => (ok && first_frame !== null && first_frame > 0 ? [first_frame] : []));
    return { replies, falseStarts: rows.reduce((sum, { turn_starts }) => sum + Math.max(0, turn_starts - 1), 0) };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function finished(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, PEER_HOME: HOME } });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });
}
