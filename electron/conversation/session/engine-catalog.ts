import { checkedUrl, customProfile } from '../../../models/speech-to-speech/hosted/custom-profile.ts';
import type { EngineProfile } from '../../../models/speech-to-speech/hosted/engine-profile.ts';
import { ENGINE_PROFILES } from '../../../models/speech-to-speech/hosted/engine-profiles.ts';
import { environmentProxy } from '../../../models/speech-to-speech/hosted/environment-proxy.ts';
import { openHostedModel } from '../../../models/speech-to-speech/hosted/hosted-model.ts';
import type { CustomEndpoint, EngineAccess } from '../../ipc/engine-schema.ts';
import type { EngineEntry } from './engine-room.ts';

/** Engines of one service are opened by one key. */
const SERVICES: Readonly<Record<string, string>> = { OPENAI_API_KEY: 'openai', XAI_API_KEY: 'xai', GEMINI_API_KEY: 'google' };

/** Every engine there is besides this computer's: the known services first, the user's own endpoints after them. */
export function engineCatalog({ endpoints }: EngineAccess): readonly EngineEntry[] {
  // A profile without an address is only the pattern of an own endpoint.
  const known = ENGINE_PROFILES.filter(({ url }) => url !== null).map((profile) => entryOf(profile, serviceOf(profile), false));
  return [...known, ...endpoints.map(customEntry)];
}

function serviceOf({ id, keyVariable }: EngineProfile): string {
  return SERVICES[keyVariable] ?? id;
}

function entryOf(profile: EngineProfile, keyService: string, isCustom: boolean): EngineEntry {
  const { id, label, key, prices, url } = profile;
  return {
    ...{ id, label, key, prices, keyService, isCustom },
    address: addressOf(url),
    open: (secret) => openHostedModel({ profile, key: secret, proxyUrl: environmentProxy(url, process.env) }),
  };
}

/** One that cannot be right is shown, says why when it is chosen, and reaches nobody. */
function customEntry(endpoint: CustomEndpoint): EngineEntry {
  const { id, label } = endpoint;
  const profile = () => profileOf(endpoint);
  return {
    ...{ id, label, key: 'optional', keyService: id, isCustom: true, prices: null },
    address: addressOf(endpoint.url),
    open: (key) => openHostedModel({ profile: profile(), key, proxyUrl: environmentProxy(endpoint.url, process.env) }),
  };
}

function profileOf({ id, label, url, dialect, model, voice, inputRateHz, outputRateHz }: CustomEndpoint): EngineProfile {
  const profile = customProfile({
    ...{ id, label, url, dialect },
    ...(model === null ? {} : { model }),
    ...(voice === null ? {} : { voice }),
  });
  return { ...profile, inputRateHz, outputRateHz };
}

function addressOf(url: string | null): URL | null {
  try {
    return checkedUrl(url);
  } catch {
    return null;
  }
}
