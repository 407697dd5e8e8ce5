import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai/core/error';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { httpFailure, openFailure } from '../speech-to-speech/hosted/line-failure.ts';

/** What is meant by a role in sentences: "the recogniser". */
export interface EndpointRole {
  readonly url: string;
  readonly role: string;
}

/** An error of the client, by the layer it came from, in one sentence and what to do. */
export function endpointFailure(failure: unknown, { url, role }: EndpointRole): EngineFailure {
  if (failure instanceof EngineFailure) return failure;
  const { hostname, port, protocol, host } = new URL(url);
  const to = { host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80), proxy: null };
  if (failure instanceof APIConnectionTimeoutError) return tooSlow(host, role);
  if (failure instanceof APIConnectionError) {
    if (/redirect/i.test(messagesOf(failure))) return redirected(host);
    return openFailure(to, connectionCause(failure));
  }
  if (failure instanceof APIError && typeof failure.status === 'number') return statusFailure(failure, host, to);
  // A stream that broke: the connection's own error, or what no parser understands.
  if (failure instanceof SyntaxError) return notTheInterface(host);
  if (failure instanceof APIError) return midwayFailure(host, role, failure.message);
  return brokeOff(host, failure);
}

/** True for the end that was asked for. */
export function isAbort(failure: unknown, signal: AbortSignal | undefined): boolean {
  return failure instanceof APIUserAbortError || signal?.aborted === true;
}

export function brokeOff(host: string, cause?: unknown): EngineFailure {
  return new EngineFailure('network', `The connection to ${host} broke off in the middle of an answer.`, {
    layer: 'line',
    retryable: true,
    whatToDo: 'Say it once more.',
    cause,
  });
}

export function tooSlow(host: string, role: string): EngineFailure {
  return new EngineFailure('network', `${host} did not answer in time as ${role}.`, {
    layer: 'http',
    retryable: true,
    whatToDo: 'Try again in a moment; it may be loading its model.',
  });
}

export function notTheInterface(host: string): EngineFailure {
  return new EngineFailure('refused', `${host} answers with something else than OpenAI's HTTP interface.`, {
    layer: 'protocol',
    retryable: false,
    whatToDo: 'Check the address; it usually ends with /v1.',
  });
}

function redirected(host: string): EngineFailure {
  return new EngineFailure('refused', `${host} sends requests on to another address, and they are not followed.`, {
    layer: 'http',
    retryable: false,
    whatToDo: 'Enter the address it leads to.',
  });
}

function midwayFailure(host: string, role: string, message: string): EngineFailure {
  return new EngineFailure('refused', `${host} gave up in the middle of its work as ${role}: ${short(message)}.`, {
    layer: 'protocol',
    retryable: true,
    whatToDo: 'Say it once more.',
  });
}

function statusFailure(failure: APIError, host: string, to: Parameters<typeof httpFailure>[0]): EngineFailure {
  const { status = 0, headers } = failure;
  const body = JSON.stringify({ error: { message: messageOf(failure) } });
  // What the server says about a request is worth more than a guess; of pages it says nothing.
  if ([400, 413, 415, 422].includes(status)) {
    return new EngineFailure('refused', `${host} refused the request: ${short(messageOf(failure))}.`, {
      layer: 'http',
      retryable: false,
      whatToDo: 'Check the model and its settings.',
    });
  }
  return httpFailure({ ...to, host }, status, Object.fromEntries(headers ?? []), body);
}

function messageOf(failure: APIError): string {
  const { error } = failure as { error?: { message?: unknown; detail?: unknown } | string };
  const told = typeof error === 'string' ? error : (error?.message ?? error?.detail);
  return typeof told === 'string' ? told : `HTTP ${failure.status}`;
}

/** A server's own words: short, on one line, without anything that could be a key. */
function short(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/\b(sk|xai|gsk|ek|AIza|Bearer)[-_ ]?[\w.*-]{6,}|\b(?=\w*\d)(?=\w*[a-z])\w{24,}\b/gi, '(hidden)')
    .trim()
    .replace(/[.!]+$/, '')
    .slice(0, 160);
}

/** `fetch` hides what happened one or two causes deep. */
function connectionCause(failure: Error): unknown {
  let cause: unknown = failure;
  while (cause instanceof Error && cause.cause !== undefined) cause = cause.cause;
  return cause;
}

function messagesOf(failure: unknown): string {
  return failure instanceof Error ? `${failure.message} ${messagesOf(failure.cause)}` : '';
}
