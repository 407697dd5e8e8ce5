import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resample } from '../../models/audio/resample.ts';
import { readWav, writeWav } from '../../models/audio/wav.ts';
import { ENGINE_PROFILES } from '../../models/speech-to-speech/hosted/engine-profiles.ts';
import type { EngineSetup, RealtimeModel } from '../../models/speech-to-speech/realtime-model.ts';
import { costMicros } from '../conversation/ledger/cost.ts';
import { openConversation, type ProgramFolders } from '../conversation/session/open-conversation.ts';
import { type RaceResult, runRace } from '../conversation/session/race.ts';
import { testModel } from '../conversation/session/test-engine.ts';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../ipc/audio-frame.ts';
import { DEFAULT_ENGINE_PREFERENCES, ON_DEVICE_ENGINE } from '../ipc/engine-schema.ts';
import { EngineFailure } from '../lifetime/engine-failure.ts';
import { Scope } from '../lifetime/scope.ts';
import type { CommandIo } from './command-io.ts';
import { programFolders } from './program-folders.ts';
import { talkEngine } from './talk-engine.ts';
import { openTalkProfile } from './talk-profile.ts';

const VERBS = ['list', 'test', 'race'] as const;

interface EnginesOptions {
  readonly verb: string;
  readonly ids: readonly string[];
  readonly url: string | null;
  readonly dialect: string | null;
  readonly model: string | null;
  readonly keyEnv: string | null;
  readonly in: string | null;
  readonly out: string | null;
  readonly json: boolean;
}

/**
 * `parley engines list | test ID ... | race --in FILE.wav ID ID ... [--out DIR]`, each with `--json`; an endpoint without a
 * profile by `--url` and `--dialect`. Exit code 0 only when every engine that was asked for works.
 * @param folders what the engine of this computer runs on
 */
export async function runEngines(args: readonly string[], io: CommandIo, folders = programFolders): Promise<number> {
  const options = readOptions(args);
  if (options.verb === 'list') return list(options, io);
  if (!VERBS.some((known) => known === options.verb))
    return fail(`There is no "engines ${options.verb}"; it is one of ${VERBS.join(', ')}.`, io);
  if (options.verb === 'race' && options.in === null) return fail('Name the recording that all of them hear: --in question.wav', io);
  if (options.ids.length === 0) return fail(`Name at least one engine: engines ${options.verb} ID`, io);
  const scope = new Scope('engines');
  io.signal.addEventListener('abort', () => void scope.close(), { once: true });
  try {
    const { onDevice, setup } = await openHere(scope, io, folders());
    const opened = options.ids.map((id) => openEngine(id, options, onDevice));
    return options.verb === 'test' ? await test(opened, setup, options, io) : await race(opened, { scope, setup }, options, io);
  } finally {
    await scope.close();
  }
}

function readOptions(args: readonly string[]): EnginesOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      dialect: { type: 'string' },
      model: { type: 'string' },
      'key-env': { type: 'string' },
      in: { type: 'string' },
      out: { type: 'string' },
      engine: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb = 'list', ...named] = positionals;
  const ids = [...named, ...values.engine];
  const url = values.url ?? null;
  return {
    verb,
    ids: ids.length === 0 && url !== null ? ['custom'] : ids,
    url,
    dialect: values.dialect ?? null,
    model: values.model ?? null,
    keyEnv: values['key-env'] ?? null,
    in: values.in ?? null,
    out: values.out ?? null,
    json: values.json,
  };
}

function list({ json }: EnginesOptions, io: CommandIo): number {
  const here = {
    id: ON_DEVICE_ENGINE,
    label: 'On this computer',
    host: null,
    dialect: null,
    model: null,
    keyVariable: null,
    hasKey: false,
    prices: null,
  };
  const others = ENGINE_PROFILES.map(({ id, label, url, dialect, model, keyVariable, prices }) => ({
    ...{ id, label, dialect, model, keyVariable, prices },
    host: url === null ? null : new URL(url).host,
    hasKey: process.env[keyVariable] !== undefined,
  }));
  if (json) io.out(JSON.stringify({ engines: [here, ...others] }, null, 2));
  else
    for (const { id, label, host, keyVariable, hasKey } of [here, ...others]) {
      const key = keyVariable === null ? 'no key needed' : `${keyVariable} ${hasKey ? 'is set' : 'is not set'}`;
      io.out(`${id.padEnd(18)} ${label.padEnd(18)} ${(host ?? (keyVariable === null ? 'this computer' : '--url')).padEnd(36)} ${key}`);
    }
  return 0;
}

/** An engine, or why there is none, in one sentence. */
type Opened = { readonly id: string; readonly address: URL | null } & (
  | { readonly model: RealtimeModel; readonly problem: null }
  | { readonly model: null; readonly problem: string }
);

function openEngine(id: string, { url, dialect, model, keyEnv }: EnginesOptions, onDevice: RealtimeModel): Opened {
  const known = ENGINE_PROFILES.find((profile) => profile.id === id);
  // An address is meant for the one that has none.
  const own = known?.url == null && id !== ON_DEVICE_ENGINE;
  try {
    const asked = {
      engine: id,
      url: own ? url : null,
      dialect: own ? dialect : null,
      model: own ? model : null,
      keyEnv: own ? keyEnv : null,
    };
    const opened = talkEngine(asked, process.env);
    const address = (own ? url : known?.url) ?? null;
    return { id, address: address === null ? null : new URL(address), model: opened ?? onDevice, problem: null };
  } catch (failure) {
    if (!(failure instanceof Error)) throw failure;
    const whatToDo = failure instanceof EngineFailure ? failure.whatToDo : '';
    return { id, address: null, model: null, problem: `${failure.message} ${whatToDo}`.trim() };
  }
}

async function test(engines: readonly Opened[], setup: EngineSetup, { json }: EnginesOptions, io: CommandIo): Promise<number> {
  const tests = [];
  for (const { id, address, model, problem } of engines) {
    const steps =
      model === null ? [{ layer: 'setup', ok: false, found: problem, tookMs: 0 } as const] : await testModel(model, address, setup);
    tests.push({ id, ok: steps.every(({ ok }) => ok), steps });
  }
  if (json) io.out(JSON.stringify({ tests }, null, 2));
  else
    for (const { id, steps } of tests)
      for (const { layer, ok, found, tookMs } of steps) io.out(`${ok ? 'ok     ' : 'problem'} ${id} ${layer}: ${found} (${tookMs} ms)`);
  return tests.every(({ ok }) => ok) ? 0 : 1;
}

async function race(
  engines: readonly Opened[],
  { scope, setup }: { readonly scope: Scope; readonly setup: EngineSetup },
  options: EnginesOptions,
  io: CommandIo,
): Promise<number> {
  const { samples, sampleRateHz } = readWav(await readFile(options.in ?? ''));
  const recording = resample(samples, sampleRateHz, HEARING_SAMPLE_RATE_HZ);
  const results = [];
  for (const { id, model, problem } of engines) {
    const result = model === null ? failed(id, problem) : await runRace(model, { scope, nowMs: () => performance.now(), setup, recording });
    if (options.out !== null && result.samples.length > 0) await keep(result, options.out);
    results.push(printed(result));
  }
  if (options.json) io.out(JSON.stringify({ results }, null, 2));
  else for (const result of results) io.out(lineOf(result));
  return results.every(({ problem }) => problem === null) ? 0 : 1;
}

function printed({ engineId, label, firstSoundMs, heard, said, traffic, samples, problem }: RaceResult) {
  const prices = ENGINE_PROFILES.find(({ id }) => id === engineId)?.prices ?? null;
  const micros = engineId === ON_DEVICE_ENGINE ? 0 : traffic === null ? null : costMicros(traffic, prices);
  const voiceMs = Math.round((samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000);
  return { engine: engineId, label, firstSoundMs, costDollars: micros === null ? null : micros / 1e6, heard, said, voiceMs, problem };
}

function lineOf({ engine, firstSoundMs, costDollars, heard, said, problem }: ReturnType<typeof printed>): string {
  if (problem !== null) return `${engine.padEnd(18)} ${problem}`;
  const cost = costDollars === null ? 'cost not known' : `$${costDollars.toFixed(4)}`;
  return `${engine.padEnd(18)} ${String(firstSoundMs ?? '-').padStart(6)} ms  ${cost}\n  heard: ${heard}\n  said:  ${said}`;
}

async function keep({ engineId, samples }: RaceResult, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${engineId}.wav`), writeWav(samples, SPEAKING_SAMPLE_RATE_HZ));
}

function failed(id: string, problem: string): RaceResult {
  return { engineId: id, label: id, firstSoundMs: null, heard: '', said: '', samples: new Float32Array(), traffic: null, problem };
}

/** The engine of this computer, not loaded yet, and what every engine is told. Nothing is kept. */
async function openHere(
  scope: Scope,
  io: CommandIo,
  folders: ProgramFolders,
): Promise<{ readonly onDevice: RealtimeModel; readonly setup: EngineSetup }> {
  const nothing = () => undefined;
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { session, engines } = await openConversation({
    scope,
    folders,
    profile: await openTalkProfile(scope, null, io.err),
    nowMs: () => performance.now(),
    preferences: { personaId: 'nova', talkMode: 'push-to-talk', volume: 1, rate: 1, locale, timeZone },
    engineAccess: { ...DEFAULT_ENGINE_PREFERENCES, keys: {} },
    profiles: () => ({ currentId: '', profiles: [] }),
    output: {
      ...{
        state: nothing,
        userPartial: nothing,
        userDiscarded: nothing,
        turnCommitted: nothing,
        replyProgress: nothing,
        timeline: nothing,
      },
      ...{ notice: nothing, turnChanged: nothing, personaSwitched: nothing, profileAsked: nothing, preferencesChanged: nothing },
      ...{ speaker: nothing, canvas: nothing },
    },
  });
  return { onDevice: engines.first(), setup: session.describe() };
}

function fail(sentence: string, io: CommandIo): number {
  io.err(sentence);
  return 1;
}
