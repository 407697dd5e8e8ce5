import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { type TranscriptionOptions, transcriptionOptionsSchema } from '../../../ipc/transcription-schema.ts';
import { EngineFailure } from '../../../lifetime/engine-failure.ts';
import type { Scope } from '../../../lifetime/scope.ts';
import { RunningText } from '../running-text.ts';
import { PLAIN_LINES } from '../sealed-lines.ts';
import { type FileOutcome, type TranscribeFile, transcribeFile } from '../transcribe-file.ts';
import { type Answer, answerOf, json, RESPONSE_FORMATS, type ResponseFormat, spokenText } from './answers.ts';
import { FormError, readForm, type UploadedForm } from './multipart.ts';
import { type Refusal, refusalOf } from './request-guard.ts';

const PATH = '/v1/audio/transcriptions';
/** More of a refused upload is not waited for. */
const MOST_DROPPED_BYTES = 16 * 1024 * 1024;
/** A refused client may take so long to read why, and to hang up. */
const REFUSED_MS = 2000;

export interface TranscriptionServerParts {
  readonly scope: Scope;
  readonly token: string;
  /** 0 = any that is free. */
  readonly port: number;
  /** Uploads lie here while they are worked on, each deleted with its answer. */
  readonly folder: string;
  readonly engine: Pick<TranscribeFile, 'reader' | 'recognisers'>;
  /** Takes WebSocket connections of programs that know the token; absent = there are none here. */
  readonly upgrade?: UpgradePath;
}

export interface UpgradePath {
  readonly path: string;
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/**
 * Answers OpenAI's POST /v1/audio/transcriptions on 127.0.0.1 for programs that know the token. One recording at a time,
 * others wait in order; a client that hangs up stops its work. The scope closes it.
 */
export async function serveTranscriptions(parts: TranscriptionServerParts): Promise<{ readonly port: number }> {
  await mkdir(parts.folder, { recursive: true, mode: 0o700 });
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    answer(request, response, { ...parts, port, inOrder }).catch((failure: unknown) => refuse(request, response, failure));
  });
  const endServer = endingOf(server);
  const { upgrade, scope } = parts;
  if (upgrade !== undefined) {
    server.on('upgrade', (request, socket, head) => {
      const refusal = refusalOf(request, (server.address() as AddressInfo).port, parts.token);
      takeUpgrade({ request, socket, head, scope }, upgrade, refusal);
    });
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, '127.0.0.1', resolve);
  });
  parts.scope.add(async () => {
    await endServer();
    await last;
  });
  return { port: (server.address() as AddressInfo).port };
}

/**
 * Ends a server whatever its clients do: a connection that was to become another protocol is not counted among the server's
 * own any more, and one that stays open would keep the program alive for ever.
 */
function endingOf(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly scope: Scope;
}

function takeUpgrade({ request, socket, head, scope }: Upgrade, upgrade: UpgradePath, refusal: Refusal | null): void {
  socket.on('error', () => socket.destroy());
  const [path] = (request.url ?? '').split('?');
  if (refusal === null && path === upgrade.path) {
    upgrade.take(request, socket, head);
    return;
  }
  const status = refusal?.status ?? 404;
  const { body, contentType } = problem(refusal?.message ?? `There is nothing at this address; it is ${upgrade.path}.`);
  const headers = [`content-type: ${contentType}`, `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  // Read on, or nobody notices that the other side hung up.
  socket.resume();
  const stop = scope.timeout(() => socket.destroy(), REFUSED_MS);
  socket.once('close', () => void stop());
}

interface Serving extends TranscriptionServerParts {
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const refusal = refusalOf(request, serving.port, serving.token);
  if (refusal !== null) return send(response, refusal.status, problem(refusal.message));
  const [path] = (request.url ?? '').split('?');
  if (path !== PATH) return send(response, 404, problem(`There is nothing at this address; it is ${PATH}.`));
  if (request.method !== 'POST') return send(response, 405, problem('Use POST.'));
  const file = join(serving.folder, randomUUID());
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const form = await readForm(request, request.headers['content-type'] ?? '', file);
    const wanted = wantedOf(form);
    await serving.inOrder(() => transcribeUpload(response, file, wanted, serving, gone.signal));
  } finally {
    await rm(file, { force: true });
    await rm(`${file}.journal`, { force: true });
  }
}

interface Wanted {
  readonly format: ResponseFormat;
  readonly stream: boolean;
  readonly words: boolean;
  readonly segments: boolean;
  readonly options: TranscriptionOptions;
}

/** @throws FormError */
function wantedOf({ fields, fileName }: UploadedForm): Wanted {
  if (fileName === null) throw new FormError('The form has no part called file.');
  const field = (name: string) => fields.get(name)?.[0] ?? null;
  const format = RESPONSE_FORMATS.find((known) => known === (field('response_format') ?? 'json'));
  if (format === undefined) throw new FormError(`response_format is one of ${RESPONSE_FORMATS.join(', ')}.`);
  const language = field('language') ?? 'en';
  if (!/^en(-|$)/i.test(language)) throw new FormError(`The recogniser of this computer knows English only, not "${language}".`);
  const kinds = [...(fields.get('timestamp_granularities[]') ?? []), ...(fields.get('timestamp_granularities') ?? [])];
  const words = kinds.includes('word');
  const options = transcriptionOptionsSchema.parse({ language: 'en' });
  return { format, stream: field('stream') === 'true', words, segments: !words || kinds.includes('segment'), options };
}

async function transcribeUpload(
  response: ServerResponse,
  path: string,
  wanted: Wanted,
  serving: Serving,
  gone: AbortSignal,
): Promise<void> {
  const running = wanted.stream ? new RunningText() : null;
  const tell = (event: unknown) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const delta = (text: string) => {
    if (text !== '') tell({ type: 'transcript.text.delta', delta: text });
  };
  const outcome: FileOutcome = await transcribeFile({
    path,
    options: wanted.options,
    ...serving.engine,
    journal: { path: `${path}.journal`, lines: PLAIN_LINES },
    signal: AbortSignal.any([gone, serving.scope.signal]),
    progress: () => undefined,
    ...(running === null ? {} : { recognised: (window) => delta(running.take(window)) }),
  });
  if (outcome.kind === 'stopped') return;
  if (running === null) return send(response, 200, answerOf(outcome.transcript, wanted.format, wanted));
  delta(running.end());
  tell({ type: 'transcript.text.done', text: spokenText(outcome.transcript.segments) });
  response.end('data: [DONE]\n\n');
}

function refuse(request: IncomingMessage, response: ServerResponse, failure: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  request.unpipe();
  send(response, statusOf(failure), problem(sentenceOf(failure)));
}

function statusOf(failure: unknown): number {
  if (failure instanceof FormError) return failure.status;
  return failure instanceof EngineFailure && failure.kind === 'bad-input' ? 400 : 500;
}

function sentenceOf(failure: unknown): string {
  if (failure instanceof EngineFailure) return `${failure.message} ${failure.whatToDo}`;
  return failure instanceof Error ? failure.message : String(failure);
}

/** Errors in the shape of the interface, which its clients show. */
function problem(message: string): Answer {
  return json({ error: { message, type: 'invalid_request_error', param: null, code: null } });
}

function send(response: ServerResponse, status: number, { contentType, body }: Answer): void {
  const close = status === 200 ? {} : { connection: 'close' };
  const length = { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { 'content-type': contentType, 'x-content-type-options': 'nosniff', ...length, ...close });
  response.write(body);
  afterUpload(response.req, () => response.end());
}

/**
 * A connection closed on bytes that nobody read is reset, and the client never sees why it was refused: the rest of its
 * upload is read and dropped first, as far as that is reasonable.
 */
function afterUpload(request: IncomingMessage, end: () => void): void {
  if (request.complete) {
    end();
    return;
  }
  let dropped = 0;
  request.on('data', (bytes: Buffer) => {
    dropped += bytes.length;
    if (dropped > MOST_DROPPED_BYTES) end();
  });
  request.once('end', end);
  request.once('close', end);
  request.resume();
}
