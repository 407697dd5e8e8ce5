import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openAudioFileReader } from '../../models/audio-file/audio-file.ts';
import { shownName } from '../../models/audio-file/check-file.ts';
import type { TranscriptionEndpoint } from '../../models/hosted-transcription/endpoint.ts';
import { type HostedTranscription, openHostedTranscription } from '../../models/hosted-transcription/hosted-transcription.ts';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';
import { openTranscriptionEngine, voicesOnDemand } from '../conversation/transcription/open-recognisers.ts';
import { textOf } from '../conversation/transcription/output/documents.ts';
import { shortTime } from '../conversation/transcription/output/time-codes.ts';
import {
  isTranscriptFormat,
  TRANSCRIPT_FORMATS,
  type TranscriptFormat,
  writeTranscript,
} from '../conversation/transcription/output/write-transcript.ts';
import { ProgressMeter } from '../conversation/transcription/progress-meter.ts';
import { PLAIN_LINES } from '../conversation/transcription/sealed-lines.ts';
import { type TranscribeFile, transcribeFile } from '../conversation/transcription/transcribe-file.ts';
import { type LeftSound, type Transcript, type TranscriptionOptions, transcriptionOptionsSchema } from '../ipc/transcription-schema.ts';
import { EngineFailure } from '../lifetime/engine-failure.ts';
import { Scope } from '../lifetime/scope.ts';
import type { CommandIo } from './command-io.ts';
import { programFolders } from './program-folders.ts';
import { journalPath } from './transcription-journal.ts';

interface TranscribeOptions {
  readonly files: readonly string[];
  readonly formats: readonly TranscriptFormat[];
  readonly out: string | null;
  readonly language: string;
  /** Null where this computer recognises. */
  readonly endpoint: TranscriptionEndpoint | null;
  readonly speakers: TranscriptionOptions['speakers'];
  readonly names: readonly string[];
  readonly words: boolean;
  readonly json: boolean;
}

/** What became of one file, as `--json` tells it. */
interface FileReport {
  readonly path: string;
  readonly durationMs: number;
  readonly text: string;
  readonly segments: Transcript['segments'];
  /** Who is behind the ids of `segments`. */
  readonly speakers: Transcript['speakers'];
  /** What left this computer for it; null when nothing did. */
  readonly left: LeftSound | null;
  readonly outputs: readonly string[];
  readonly seconds: number;
  readonly realTimeFactor: number;
  readonly notices: readonly string[];
  /** Why it did not become text; null when it did, or when nobody speaks in it. */
  readonly problem: string | null;
}

const ON_DEVICE = 'on-device';
const HOSTED = 'hosted';
const LANGUAGE = 'en';

/** `parley transcribe`: files to text. Exit code 0 only when every file became text or nobody speaks in it. */
export async function runTranscribe(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    io.err(options);
    return 1;
  }
  const scope = new Scope('transcribe');
  try {
    const engine = await openEngine(options, scope);
    const reports: FileReport[] = [];
    for (const path of options.files) {
      if (io.signal.aborted) break;
      reports.push(await transcribeOne(path, options, io, engine));
    }
    if (options.json) io.out(JSON.stringify({ files: reports }, null, 2));
    if (io.signal.aborted) io.err('Stopped. The same command goes on where it was.');
    for (const sentence of engine.recognisers.flatMap(leftSentence)) io.err(sentence);
    return reports.length === options.files.length && reports.every(({ problem }) => problem === null) ? 0 : 1;
  } catch (failure) {
    if (!(failure instanceof EngineFailure)) throw failure;
    io.err(`${failure.message} ${failure.whatToDo}`);
    return 1;
  } finally {
    await scope.close();
  }
}

type Engine = Pick<TranscribeFile, 'reader' | 'recognisers' | 'voices'>;

async function openEngine({ endpoint, language }: TranscribeOptions, scope: Scope): Promise<Engine> {
  const folders = programFolders();
  if (endpoint === null) return await openTranscriptionEngine(scope, folders);
  // An address to which nothing may be sent is refused here, before anything is opened.
  const hosted = openHostedTranscription(endpoint, { language });
  const reader = await openAudioFileReader({ workerFolder: folders.workers, voiceActivity: folders.voiceActivity });
  scope.add(() => reader.close());
  const voices = voicesOnDemand(scope, { modelFolder: folders.models, workerFolder: folders.workers });
  return { reader, recognisers: [hosted], voices };
}

/** The ledger of this run, also of what came to nothing. */
function leftSentence(recogniser: SpeechToText): string[] {
  const sent = (recogniser as Partial<HostedTranscription>).sent;
  if (sent === undefined || sent.uploads === 0) return [];
  return [`Left this computer: ${sent.seconds.toFixed(1)} s of sound (${sent.bytes} bytes) in ${sent.uploads} uploads to ${sent.host}.`];
}

/** @returns where to send recordings, or a sentence about what is missing */
function readEndpoint(values: { url?: string; model: string; 'key-env'?: string }): TranscriptionEndpoint | string {
  if (values.url === undefined) return 'Say where the service is: --url https://host/v1';
  const name = values['key-env'];
  const key = name === undefined ? null : (process.env[name] ?? '');
  if (key === '') return `The environment has no ${name}: the key of the service belongs there.`;
  return { url: values.url, model: values.model, key };
}

/** @returns the options, or a sentence about what is wrong with them */
function readOptions(args: readonly string[]): TranscribeOptions | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', multiple: true },
      out: { type: 'string' },
      language: { type: 'string', default: LANGUAGE },
      engine: { type: 'string', default: ON_DEVICE },
      url: { type: 'string' },
      model: { type: 'string', default: 'whisper-1' },
      'key-env': { type: 'string' },
      speakers: { type: 'string', default: 'mixed' },
      names: { type: 'string', default: '' },
      words: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) return 'There is nothing to transcribe: name at least one file.';
  const names = (values.format ?? []).flatMap((list) => list.split(',')).filter((name) => name !== '');
  const unknown = names.find((name) => !isTranscriptFormat(name));
  if (unknown !== undefined) return `There is no format "${unknown}"; it is one of ${TRANSCRIPT_FORMATS.join(', ')}.`;
  if (![ON_DEVICE, HOSTED].includes(values.engine)) return `There is no engine "${values.engine}"; it is ${ON_DEVICE} or ${HOSTED}.`;
  const endpoint = values.engine === HOSTED ? readEndpoint(values) : null;
  if (typeof endpoint === 'string') return endpoint;
  if (endpoint === null && values.language !== LANGUAGE)
    return `The recogniser of this computer knows English only (--language ${LANGUAGE}), not "${values.language}".`;
  const speakers = transcriptionOptionsSchema.shape.speakers.safeParse(values.speakers);
  if (!speakers.success) return `--speakers is mixed, by-channel or by-voice, not "${values.speakers}".`;
  return {
    files: positionals,
    formats: [...new Set(names.filter(isTranscriptFormat))],
    out: values.out ?? null,
    language: values.language,
    endpoint,
    speakers: speakers.data,
    names: values.names.split(',').filter((name) => name !== ''),
    words: values.words,
    json: values.json,
  };
}

async function transcribeOne(path: string, options: TranscribeOptions, io: CommandIo, engine: Engine): Promise<FileReport> {
  const startMs = performance.now();
  const name = shownName(basename(path));
  const meter = new ProgressMeter(() => performance.now());
  const line = progressLine(name, meter, io);
  const report = (transcript: Transcript | null, outputs: readonly string[], problem: string | null): FileReport => {
    const seconds = (performance.now() - startMs) / 1000;
    const durationMs = transcript?.durationMs ?? 0;
    return {
      path,
      durationMs,
      text: transcript === null ? '' : transcript.segments.map(({ text }) => text).join(' '),
      segments: transcript?.segments ?? [],
      speakers: transcript?.speakers ?? [],
      left: transcript?.left ?? null,
      outputs,
      seconds: round(seconds),
      realTimeFactor: durationMs === 0 ? 0 : round((seconds * 1000) / durationMs),
      notices: transcript?.notices ?? [],
      problem,
    };
  };
  try {
    const outcome = await transcribeFile({
      path: resolve(path),
      options: transcriptionOptionsSchema.parse({ language: options.language, speakers: options.speakers, names: [...options.names] }),
      ...engine,
      journal: { path: await journalPath(path, options.speakers), lines: PLAIN_LINES },
      signal: io.signal,
      progress: line,
    });
    if (outcome.kind === 'stopped') return report(null, [], 'Stopped.');
    const { transcript } = outcome;
    for (const notice of transcript.notices) io.err(`${name}: ${notice}`);
    const outputs = await writeAll(path, transcript, options);
    await outcome.discard();
    show(transcript, outputs, name, options, io);
    return report(transcript, outputs, null);
  } catch (failure) {
    const problem = failure instanceof EngineFailure ? `${failure.message} ${failure.whatToDo}` : sentenceOf(failure);
    io.err(`${name}: ${problem}`);
    return report(null, [], problem);
  }
}

function sentenceOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** A line every two seconds on standard error. */
function progressLine(name: string, meter: ProgressMeter, io: CommandIo): TranscribeFile['progress'] {
  let lastMs = performance.now();
  return (progress) => {
    const { percent, speed, leftMs } = meter.take(progress);
    const nowMs = performance.now();
    if (nowMs - lastMs < 2000) return;
    lastMs = nowMs;
    const parts = [
      ...(percent === null ? [] : [`${Math.floor(percent)} %`]),
      `${shortTime(progress.positionMs)}${progress.durationMs === null ? '' : ` of ${shortTime(progress.durationMs)}`}`,
      ...(speed === null ? [] : [`${speed.toFixed(1)} x`]),
      ...(leftMs === null ? [] : [`${shortTime(leftMs)} left`]),
    ];
    io.err(`${name}: ${parts.join(', ')}`);
  };
}

async function writeAll(path: string, transcript: Transcript, { formats, out, files }: TranscribeOptions): Promise<string[]> {
  if (formats.length === 0) return [];
  const folder = out ?? dirname(path);
  await mkdir(folder, { recursive: true });
  // Two files that differ only in their endings keep them.
  const stem = (file: string) => basename(file, extname(file));
  const twice = files.filter((file) => stem(file) === stem(path) && (out !== null || dirname(file) === folder)).length > 1;
  const outputs: string[] = [];
  for (const format of formats) {
    const target = join(folder, `${twice ? basename(path) : stem(path)}.${format}`);
    if (files.some((file) => resolve(file) === resolve(target)))
      throw new Error(`${target} is one of the files to transcribe; choose another folder with --out.`);
    await writeTranscript(transcript, format, target);
    outputs.push(target);
  }
  return outputs;
}

function show(transcript: Transcript, outputs: readonly string[], name: string, options: TranscribeOptions, io: CommandIo): void {
  if (transcript.segments.length === 0) io.err(`${name}: No speech was found.`);
  for (const output of outputs) io.err(`${name}: ${output} written.`);
  if (options.json) return;
  if (options.words) {
    for (const { words } of transcript.segments)
      for (const { startMs, endMs, confidence, text } of words) io.out([startMs, endMs, confidence.toFixed(2), text].join('\t'));
  } else if (options.formats.length === 0 && transcript.segments.length > 0) io.out(textOf(transcript).trimEnd());
}
