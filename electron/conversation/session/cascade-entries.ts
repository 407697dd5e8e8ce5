import type { CascadeProfile } from '../../../models/speech-to-speech/on-device/cascade.ts';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { CustomCascade, EngineAccess } from '../../ipc/engine-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { EngineEntry } from './engine-room.ts';

type OpenCascade = (profile: CascadeProfile, keyOf: (reference: string) => string | null) => RealtimeModel & { close(): Promise<void> };

/** The user's own cascades as engines: chosen, swapped to and raced like every other. */
export function cascadeEntries({ cascades, keys }: EngineAccess, open: OpenCascade): readonly EngineEntry[] {
  const keyOf = (reference: string) => keyAt(reference, keys);
  return cascades.map((cascade): EngineEntry => {
    const { id, label, roles } = cascade;
    const addresses = addressesOf(cascade);
    return {
      ...{ id, label, keyService: null, key: 'none', isCustom: true, prices: null },
      address: addresses[0] ?? null,
      host: [...new Set(addresses.map(({ host }) => host))].join(', '),
      problem: missingKey(cascade, keyOf),
      setUp: JSON.stringify([roles, referencesOf(cascade).map(keyOf)]),
      open: () => ({ ...open(roles, keyOf), id, label }),
    };
  });
}

/** `kept:NAME` is the key of that service among the kept ones, `environment:NAME` that variable. */
function keyAt(reference: string, keys: Readonly<Record<string, string>>): string | null {
  const [, place, name = ''] = /^(kept|environment):(.+)$/.exec(reference) ?? [];
  if (place === 'kept') return Object.hasOwn(keys, name) ? (keys[name] ?? null) : null;
  return place === 'environment' ? process.env[name] || null : null;
}

function endpointsOf({ roles }: CustomCascade) {
  return [roles.language, roles.speechToText, roles.textToSpeech].filter((role) => role !== null);
}

function missingKey(cascade: CustomCascade, keyOf: (reference: string) => string | null): EngineFailure | null {
  const without = endpointsOf(cascade).find(({ key }) => key !== null && keyOf(key) === null);
  if (without === undefined) return null;
  return new EngineFailure('bad-input', `The key for ${new URL(without.url).host} is missing: there is none at ${without.key}.`, {
    retryable: false,
    whatToDo: 'Enter it in Settings, under Engines.',
  });
}

function addressesOf(cascade: CustomCascade): URL[] {
  return endpointsOf(cascade).flatMap(({ url }) => (URL.canParse(url) ? [new URL(url)] : []));
}

function referencesOf(cascade: CustomCascade): string[] {
  return endpointsOf(cascade).flatMap(({ key }) => key ?? []);
}
