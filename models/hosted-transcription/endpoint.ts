import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';

export interface TranscriptionEndpoint {
  /** Up to and with the version: "https://host/v1". */
  readonly url: string;
  readonly model: string;
  /** Null where the server wants none. Never written anywhere. */
  readonly key: string | null;
  /** The largest upload it takes; 25 MB is what the well-known ones take. */
  readonly mostBytes?: number;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Where recordings may be sent: encrypted, or to this computer itself. Everything else is refused before a byte leaves.
 * @throws EngineFailure 'bad-input'
 */
export function checkedEndpoint({ url }: Pick<TranscriptionEndpoint, 'url'>): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) {
    throw refused(`"${url}" is no address of a transcription service.`, 'Give it like https://host/v1.');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw refused('The address holds a name or password.', 'Leave it out; the key comes from the environment.');
  }
  if (parsed.protocol === 'http:' && !LOOPBACK.test(parsed.hostname)) {
    throw refused(`The way to ${parsed.host} is not encrypted: recordings and key could be read by others.`, 'Use its https address.');
  }
  parsed.pathname = `${parsed.pathname.replace(/\/+$/, '')}/audio/transcriptions`;
  parsed.search = '';
  parsed.hash = '';
  return parsed;
}

function refused(message: string, whatToDo: string): EngineFailure {
  return new EngineFailure('bad-input', message, { retryable: false, whatToDo });
}
