import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { resample } from '../../models/audio/resample.ts';
import { readWav, writeWav } from '../../models/audio/wav.ts';
import type { CascadeProfile } from '../../models/speech-to-speech/on-device/cascade.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { canvasAsMarkdown } from '../conversation/canvas/write-canvas.ts';
import { cascadeEngine } from '../conversation/session/on-device-engine.ts';
import { openConversation, type ProgramFolders } from '../conversation/session/open-conversation.ts';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../ipc/audio-frame.ts';
import type { Canvas } from '../ipc/canvas-schema.ts';
import { DEFAULT_ENGINE_PREFERENCES } from '../ipc/engine-schema.ts';
import { Scope } from '../lifetime/scope.ts';
import { CASCADE_OPTIONS, keyFromEnvironment, readCascade } from './cascade-options.ts';
import type { CommandIo } from './command-io.ts';
import { programFolders } from './program-folders.ts';
import { RecordedConversation, type RecordedTurn } from './recorded-conversation.ts';
import { type TalkEngine, talkEngine } from './talk-engine.ts';
import { openTalkProfile } from './talk-profile.ts';
import { VirtualSpeaker } from './virtual-speaker.ts';

/** A profile is a folder here: there is nobody to switch to. */
const NO_PROFILES = { currentId: '', profiles: [] };

interface TalkOptions {
  readonly in: readonly string[];
  readonly out: string | null;
  readonly profile: string | null;
  readonly persona: string;
  readonly json: boolean;
  readonly engine: TalkEngine;
  /** Which roles are done elsewhere. */
  readonly cascade: CascadeProfile | null;
}

/** `parley talk`: one conversation over recorded questions. Exit code 0 only when every recording was answered. */
export async function runTalk(args: readonly string[], io: CommandIo): Promise<number> {
  const options = await readOptions(args);
  const recordings = await Promise.all(options.in.map(readRecording));
  const scope = new Scope('talk');
  io.signal.addEventListener('abort', () => void scope.close(), { once: true });
  try {
    const { answered, turns, spoken, canvases } = await holdConversation(scope, options, recordings, io);
    if (options.out !== null) await writeFile(options.out, writeWav(spoken, SPEAKING_SAMPLE_RATE_HZ));
    if (options.json) io.out(JSON.stringify({ turns: turns.map(forJson), canvases, ...madeBy(options) }, null, 2));
    else for (const canvas of canvases) io.out(`\n${canvasAsMarkdown(canvas)}`);
    return answered ? 0 : 1;
  } finally {
    await scope.close();
  }
}

const MODELS = {
  recogniser: 'moonshine-tiny-en',
  language: 'gemma-3-270m-q4',
  voice: 'piper-en-us-joe-medium',
  voiceActivity: 'silero-v5',
} as const;

/** Only the engine of this computer knows its models, and where its roles go. */
function madeBy({ engine: { engine }, cascade }: TalkOptions) {
  if (engine !== 'on-device') return { engine };
  const models = {
    ...MODELS,
    recogniser: cascade?.speechToText?.model ?? MODELS.recogniser,
    language: cascade?.language?.model ?? MODELS.language,
    voice: cascade?.textToSpeech?.model ?? MODELS.voice,
  };
  return { engine, models };
}

async function readOptions(args: readonly string[]): Promise<TalkOptions> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      in: { type: 'string', multiple: true },
      out: { type: 'string' },
      profile: { type: 'string' },
      persona: { type: 'string', default: 'nova' },
      engine: { type: 'string' },
      url: { type: 'string' },
      dialect: { type: 'string' },
      model: { type: 'string' },
      'key-env': { type: 'string' },
      json: { type: 'boolean', default: false },
      ...CASCADE_OPTIONS,
    },
  });
  if (values.in === undefined) throw new Error('There is nothing to listen to: name at least one recording with --in question.wav.');
  const { url = null, dialect = null, model = null, 'key-env': keyEnv = null } = values;
  const engine = { engine: values.engine ?? (url === null ? 'on-device' : 'self-hosted'), url, dialect, model, keyEnv };
  const cascade = await readCascade(values);
  if (cascade !== null && engine.engine !== 'on-device')
    throw new Error(`The engine ${engine.engine} has no roles that could be done elsewhere: leave them out.`);
  const { profile = null, persona, json, out = null } = values;
  return { in: values.in, out, profile, persona, json, engine, cascade };
}

async function readRecording(path: string): Promise<Float32Array> {
  const bytes = await readFile(path).catch((failure: NodeJS.ErrnoException) => {
    const why =
      failure.code === 'ENOENT'
        ? 'there is no such file'
        : failure.code === 'EACCES'
          ? 'there is no permission to read it'
          : failure.message;
    throw new Error(`${path} cannot be opened: ${why}.`);
  });
  try {
    const { samples, sampleRateHz } = readWav(bytes);
    return resample(samples, sampleRateHz, HEARING_SAMPLE_RATE_HZ);
  } catch (failure) {
    throw new Error(`${basename(path)}: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

interface HeldConversation {
  readonly answered: boolean;
  readonly turns: readonly RecordedTurn[];
  readonly spoken: Float32Array;
  /** What was put on the screen, as it was in the end. */
  readonly canvases: readonly Canvas[];
}

async function holdConversation(
  scope: Scope,
  options: TalkOptions,
  recordings: readonly Float32Array[],
  io: CommandIo,
): Promise<HeldConversation> {
  const folders = programFolders();
  const startedAtMs = performance.now();
  const nowMs = () => performance.now() - startedAtMs;
  const profile = await openTalkProfile(scope, options.profile, io.err);
  for (const problem of profile.problems) io.err(`${problem.message} ${problem.whatToDo}`);
  const voiceActivity = await openSilero(folders.voiceActivity);
  scope.add(() => voiceActivity.close());

  const conversation = new RecordedConversation({ scope, nowMs, voiceActivity });
  const failures: string[] = [];
  const shown = new Map<string, Canvas>();
  const speaker = new VirtualSpeaker({ scope, nowMs, report: (report) => session.takeReport(report) });
  const cascade = options.cascade === null ? null : openCascade(scope, folders, options.cascade);
  const { session, personas, meaning, modelsLoaded } = await openConversation({
    scope,
    folders,
    engine: cascade ?? talkEngine(options.engine, process.env),
    profile,
    nowMs,
    preferences: preferences(options.persona),
    engineAccess: { ...DEFAULT_ENGINE_PREFERENCES, keys: {} },
    profiles: () => NO_PROFILES,
    output: {
      state: () => undefined,
      userPartial: () => undefined,
      userDiscarded: () => conversation.takeDiscarded(),
      turnCommitted: (turn) => conversation.takeTurn(turn),
      replyProgress: () => undefined,
      canvas: (view) => void (view !== null && shown.set(view.canvas.id, view.canvas)),
      timeline: () => undefined,
      notice: ({ message, whatToDo }) => void failures.push(`${message} ${whatToDo}`),
      turnChanged: () => undefined,
      personaSwitched: () => undefined,
      profileAsked: () => undefined,
      preferencesChanged: () => undefined,
      speaker: (command) => speaker.take(command),
    },
    meaningFailed: (failure) => io.err(failure instanceof Error ? failure.message : String(failure)),
  });
  conversation.join(session);
  if (session.state.persona.id !== options.persona)
    throw new Error(
      `There is no persona "${options.persona}"; it is one of ${personas
        .list()
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  await session.open();
  // Before the first word: a recording waits for nobody.
  await Promise.all([modelsLoaded(), cascade?.loaded()]);
  await meaning?.start();
  void meaning?.learnAll(session.remembering.memory);

  const outcomes = await askAll({
    conversation,
    speaker,
    recordings,
    options,
    io,
    nameOf: (personaId) => personas.list().find(({ id }) => id === personaId)?.name ?? personaId,
    failures,
  });
  await session.settle();
  return { answered: outcomes.every(Boolean), turns: conversation.turns, spoken: speaker.recording(), canvases: [...shown.values()] };
}

function openCascade(scope: Scope, folders: ProgramFolders, profile: CascadeProfile) {
  const engine = cascadeEngine(folders, profile, keyFromEnvironment);
  scope.add(() => engine.close());
  return engine;
}

async function askAll(asking: {
  conversation: RecordedConversation;
  speaker: VirtualSpeaker;
  recordings: readonly Float32Array[];
  options: TalkOptions;
  io: CommandIo;
  nameOf: (personaId: string) => string;
  failures: readonly string[];
}): Promise<boolean[]> {
  const { conversation, speaker, recordings, options, io, failures } = asking;
  const outcomes: boolean[] = [];
  for (const [index, samples] of recordings.entries()) {
    if (failures.length > 0) throw new Error(failures[0]);
    const before = conversation.turns.length;
    speaker.rush = false;
    const answered = await conversation.ask(samples, () => {
      speaker.rush = true;
    });
    outcomes.push(answered);
    if (!options.json) for (const [at, turn] of conversation.turns.slice(before).entries()) printTurn(turn, at, asking.nameOf, io);
    if (!answered) io.err(`${options.in[index] ?? 'The recording'} was not answered: ${failures[0] ?? 'no words were recognised in it.'}`);
  }
  return outcomes;
}

function preferences(personaId: string) {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { personaId, talkMode: 'hands-free', volume: 1, rate: 1, locale, timeZone } as const;
}

function forJson({ heard, reply, personaId, skill, interrupted, timeline }: RecordedTurn) {
  const { speechEndMs, commitMs, firstTokenMs, firstAudioMs } = timeline;
  return { heard, reply, persona: personaId, skill, interrupted, timeline: { speechEndMs, commitMs, firstTokenMs, firstAudioMs } };
}

/** @param at which of the answers to the same words it is, 0 = the first */
function printTurn(turn: RecordedTurn, at: number, nameOf: (personaId: string) => string, io: CommandIo): void {
  const { speechEndMs, commitMs, transcriptMs, firstTokenMs, firstAudioMs } = turn.timeline;
  if (at === 0) io.out(`You: ${turn.heard}`);
  io.out(`${nameOf(turn.personaId)}: ${turn.reply}${turn.interrupted ? ' (interrupted)' : ''}`);
  const marks = {
    'speech end': speechEndMs,
    commit: commitMs,
    transcript: transcriptMs,
    'first token': firstTokenMs,
    'first audio': firstAudioMs,
  };
  const shown = Object.entries(marks).map(([name, atMs]) => `${name} ${atMs === null ? '-' : `${Math.round(atMs)} ms`}`);
  io.out(`  ${shown.join(' · ')}${turn.skill === null ? '' : ` · skill ${turn.skill}`}`);
}
