import type OpenAI from 'openai';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';

/** Where one role's work is done instead of on this computer: a server that speaks OpenAI's HTTP interface. */
export interface Endpoint {
  /** Up to the version: `https://api.groq.com/openai/v1`, `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Secret; null for servers that want none. */
  readonly key: string | null;
}

/** What a server does not answer to within this time, it does not answer at all; a model may be loaded meanwhile. */
const ANSWER_MS = 60_000;
const HERE = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const NEARBY =
  /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|\[f[cde].*\]|[\w-]+|.*\.(local|lan|home\.arpa|internal))$/i;

export function isHere(url: string): boolean {
  return HERE.test(new URL(url).hostname);
}

/** True for an address on this computer or in its own network: nobody counts requests there. */
export function isNearby(url: string): boolean {
  const { hostname } = new URL(url);
  return HERE.test(hostname) || NEARBY.test(hostname);
}

/**
 * The official client for one endpoint, loaded when first needed. It is told everything that it would otherwise read from
 * the environment: keys and organisations of another service must not go to this one.
 * @param send for tests and for whoever watches what leaves this computer
 * @throws EngineFailure 'bad-input' for an address that cannot be meant
 */
export async function openEndpoint({ url, key }: Pick<Endpoint, 'url' | 'key'>, send: typeof fetch = fetch): Promise<OpenAI> {
  const baseURL = checkedUrl(url, key !== null);
  const { default: Client } = await import('openai');
  return new Client({
    baseURL,
    apiKey: key ?? 'none',
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: ANSWER_MS,
    fetch: onceMore(send),
    // A key follows no redirection to another host.
    fetchOptions: { redirect: 'error' },
    ...(key === null ? { defaultHeaders: { authorization: null } } : {}),
  });
}

/** A kept connection that the server closed meanwhile fails before anything was done: it is tried on a new one. */
function onceMore(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    try {
      return await send(input, init);
    } catch (failure) {
      const { code } = ((failure as Error).cause ?? {}) as { code?: string };
      if (!['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(code ?? '') || init?.signal?.aborted) throw failure;
      return await send(input, init);
    }
  };
}

function checkedUrl(text: string, withKey: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.search !== '') {
    throw badAddress(`"${text.slice(0, 200)}" is no address of an HTTP endpoint.`, 'Write it like http://127.0.0.1:11434/v1.');
  }
  if (withKey && url.protocol === 'http:' && !isNearby(text)) {
    throw badAddress(`${url.host} would get the key without encryption.`, 'Write the address with https.');
  }
  return url.href.replace(/\/+$/, '');
}

function badAddress(message: string, whatToDo: string): EngineFailure {
  return new EngineFailure('bad-input', message, { retryable: false, whatToDo });
}
