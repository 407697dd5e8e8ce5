import { setTimeout as waitMs } from 'node:timers/promises';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { type HostedText, readEvents, readJson } from './read-answer.ts';

/** What a service offers is found out by what it refuses, best first. */
export type AnswerWay = 'words' | 'stream' | 'text';

const TRIES = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** The longest upload is ten minutes of sound; some servers take as long for it. */
const TIMEOUT_MS = 600_000;
const MOST_ANSWER_BYTES = 16 * 1024 * 1024;

export interface Upload {
  readonly url: URL;
  readonly key: string | null;
  readonly model: string;
  readonly language: string;
  readonly wav: Uint8Array;
  readonly way: AnswerWay;
  readonly signal: AbortSignal | undefined;
  /** Told before each try: what goes out has left, whatever comes back. */
  readonly leaving: (bytes: number) => void;
}

/** What became of an upload: words, or a reason to ask in another way. */
export type Sent =
  | { readonly kind: 'heard'; readonly heard: HostedText }
  /** The service does not know this way of answering. */
  | { readonly kind: 'other-way' }
  | { readonly kind: 'too-large' };

/**
 * Sends one piece of sound. Busy and failing services are asked again, with growing patience; refusals are not.
 * @throws EngineFailure 'refused' | 'network'
 */
export async function sendRecording(upload: Upload): Promise<Sent> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await sendOnce(upload).catch((cause: unknown) => unreachable(upload, cause));
    if ('kind' in outcome) return outcome;
    if (attempt === TRIES || !outcome.failure.retryable) throw outcome.failure;
    // Not all at once: whoever was told to wait comes back at another moment.
    const ownMs = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
    await waitMs(
      Math.min(LONGEST_WAIT_MS, outcome.waitMs ?? ownMs),
      undefined,
      upload.signal === undefined ? {} : { signal: upload.signal },
    );
  }
}

interface Refusal {
  readonly failure: EngineFailure;
  /** As the service asked. */
  readonly waitMs: number | null;
}

async function sendOnce(upload: Upload): Promise<Sent | Refusal> {
  const { url, key, wav, way, signal } = upload;
  const form = formOf(upload);
  upload.leaving(wav.length);
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    // Another address than the one that was agreed on gets neither sound nor key.
    redirect: 'error',
    signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal === undefined ? [] : [signal])]),
  });
  const body = await boundedText(response);
  if (!response.ok) return refusal(upload, response, body);
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const heard = isStream ? readEvents(body) : readJson(body);
  if (heard !== null) return { kind: 'heard', heard };
  return {
    failure: failed(`The answer of ${url.host} is no transcription.`, 'Check the address of the service.', way === 'stream'),
    waitMs: null,
  };
}

function formOf({ wav, model, language, way }: Upload): FormData {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(wav)], { type: 'audio/wav' }), 'recording.wav');
  form.set('model', model);
  form.set('language', language);
  form.set('response_format', way === 'words' ? 'verbose_json' : 'json');
  if (way === 'stream') form.set('stream', 'true');
  if (way === 'words') for (const kind of ['word', 'segment']) form.append('timestamp_granularities[]', kind);
  return form;
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MOST_ANSWER_BYTES) throw new Error('the answer is longer than any transcription');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function refusal({ url, way }: Upload, response: Response, body: string): Sent | Refusal {
  const host = url.host;
  const said = serviceSentence(body);
  const stop = (message: string, whatToDo: string): Refusal => ({ failure: failed(message, whatToDo, false), waitMs: null });
  switch (response.status) {
    case 400:
    case 422:
      if (way !== 'text' && /response_format|timestamp_granularities|stream/i.test(body)) return { kind: 'other-way' };
      return stop(`${host} refused the recording${said}.`, 'Check model and language.');
    case 401:
      return stop(`The key was not accepted by ${host}.`, 'Give another key.');
    case 403:
      return stop(`${host} does not allow this${said}.`, 'Check what the key may do there.');
    case 404:
      return stop(`There is no transcription at ${host}${said}.`, 'Check the address (it ends in /v1 as a rule) and the model.');
    case 413:
      return { kind: 'too-large' };
    case 429:
      if (/quota|billing|credit/i.test(body))
        return stop(`The account at ${host} is used up${said}.`, 'Top it up, or use the recogniser of this computer.');
      return {
        failure: failed(`${host} is asked too often.`, 'Try again later; what was done is kept.', true),
        waitMs: retryAfterMs(response),
      };
    default:
      if (response.status >= 500)
        return {
          failure: failed(`${host} fails (${response.status}).`, 'Try again later; what was done is kept.', true),
          waitMs: retryAfterMs(response),
        };
      return stop(`${host} answered ${response.status}${said}.`, 'Check the address of the service.');
  }
}

/** The service's own words, short and on one line; nothing where it sent a page. */
function serviceSentence(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown } | string };
    const message = typeof error === 'string' ? error : error?.message;
    return typeof message === 'string' ? ` ("${message.replace(/\s+/g, ' ').slice(0, 200)}")` : '';
  } catch {
    return '';
  }
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function unreachable({ url, signal }: Upload, cause: unknown): Refusal {
  if (signal?.aborted) throw cause;
  const { code } = ((cause as Error).cause ?? {}) as NodeJS.ErrnoException;
  if ((cause as Error).name === 'TimeoutError') return { failure: network(`${url.host} does not answer.`, cause), waitMs: null };
  if (code === 'ENOTFOUND') return { failure: network(`${url.host} cannot be found.`, cause), waitMs: null };
  if (/redirect/i.test(String((cause as Error).cause))) {
    return {
      failure: failed(`${url.host} sends uploads elsewhere; nothing was sent there.`, 'Check the address of the service.', false),
      waitMs: null,
    };
  }
  return { failure: network(`${url.host} cannot be reached (${code ?? (cause as Error).message}).`, cause), waitMs: null };
}

function failed(message: string, whatToDo: string, retryable: boolean): EngineFailure {
  return new EngineFailure('refused', message, { retryable, whatToDo });
}

function network(message: string, cause: unknown): EngineFailure {
  return new EngineFailure('network', message, { retryable: true, whatToDo: 'Check the connection; what was done is kept.', cause });
}
