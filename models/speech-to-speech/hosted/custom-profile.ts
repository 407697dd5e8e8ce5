import { EngineFailure } from '../realtime-model.ts';
import { DIALECTS, type DialectId, type EngineProfile } from './engine-profile.ts';
import { findProfile, REALTIME_ABILITIES } from './engine-profiles.ts';

/** What a person fills in for an endpoint of their own. */
export interface CustomEndpoint {
  readonly url: string;
  /** One of {@link DIALECTS}. */
  readonly dialect: string;
  readonly id?: string;
  readonly label?: string;
  readonly model?: string;
  readonly voice?: string;
  readonly transcriptionModel?: string;
  readonly omitFields?: readonly string[];
}

/** A profile for an endpoint without one. @throws EngineFailure with one sentence when the form cannot be right */
export function customProfile(endpoint: CustomEndpoint): EngineProfile {
  const { host } = checkedUrl(endpoint.url);
  const dialect = checkedDialect(endpoint.dialect);
  const known = findProfile(BASES[dialect]);
  if (known === undefined) throw new Error(`No profile to begin with for ${dialect}`);
  return {
    ...known,
    id: endpoint.id ?? 'custom',
    label: endpoint.label ?? host,
    dialect,
    url: endpoint.url.trim(),
    model: endpoint.model ?? null,
    key: 'optional',
    keyVariable: 'PARLEY_ENGINE_KEY',
    voices: endpoint.voice === undefined ? [] : [endpoint.voice],
    voice: endpoint.voice ?? null,
    transcriptionModel: endpoint.transcriptionModel ?? null,
    abilities: { ...abilitiesOf(dialect, known), omitFields: endpoint.omitFields ?? [] },
    limits: { sessionMs: null, contextTokens: null, idleMs: null },
    prices: null,
  };
}

const BASES: Record<DialectId, string> = {
  realtime: 'self-hosted',
  'realtime-flat': 'self-hosted',
  xai: 'xai',
  'gemini-live': 'gemini-live',
  'openai-live': 'openai-live',
};

function abilitiesOf(dialect: DialectId, known: EngineProfile) {
  // Servers with the older names differ in so much that only what all of them have is believed.
  if (dialect !== 'realtime-flat') return known.abilities;
  return { ...REALTIME_ABILITIES, truncate: false, deleteItems: false, images: false, names: 'none' as const };
}

/**
 * The address of an endpoint, or one sentence why it cannot be one.
 * @throws EngineFailure for anything but wss://, or ws:// to this computer and the own network
 */
export function checkedUrl(text: string | null): URL {
  const address = text?.trim() ?? '';
  if (address === '')
    throw wrong('No address is set for this engine.', 'Enter its address; it begins with wss:// or, on this computer, ws://.');
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw wrong('What was entered is no address.', 'An address looks like wss://host/v1/realtime.');
  }
  if (url.protocol !== 'wss:' && url.protocol !== 'ws:')
    throw wrong('The address does not begin with wss:// or ws://.', 'An address looks like wss://host/v1/realtime.');
  if (url.username !== '' || url.password !== '')
    throw wrong('The address holds a user name or a password.', 'Leave it out of the address and enter the key in its own field.');
  if (url.protocol === 'ws:' && !isOwnNetwork(url.hostname))
    throw wrong(`ws:// to ${url.hostname} would send speech and key unprotected over the internet.`, 'Use wss:// for this host.');
  return url;
}

function checkedDialect(dialect: string): DialectId {
  const known = DIALECTS.find((id) => id === dialect);
  if (known === undefined) throw wrong(`There is no dialect "${dialect.slice(0, 40)}".`, `It is one of ${DIALECTS.join(', ')}.`);
  return known;
}

function wrong(message: string, whatToDo: string): EngineFailure {
  return new EngineFailure('bad-input', message, { retryable: false, whatToDo });
}

/** Loopback, private and link-local addresses, and names that only the own network knows. */
function isOwnNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (host === 'localhost' || host === '::1' || /\.(local|lan|internal|localhost|home\.arpa)$/.test(host)) return true;
  if (/^(fe80|fc|fd)[0-9a-f]*:/.test(host)) return true;
  if (/^(127|10)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)) return /^[\d.]+$/.test(host);
  return !host.includes('.') && !host.includes(':');
}
