import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import { isHere, isNearby } from '../../http-endpoint/endpoint.ts';
import { openHttpChat } from '../../language/http-chat.ts';
import { openHttpTranscription } from '../../speech-to-text/http-transcription.ts';
import { openHttpSpeech } from '../../text-to-speech/http-speech.ts';
import type { RealtimeModel } from '../realtime-model.ts';
import { createOnDeviceModel, type OnDeviceLook, type OnDeviceOpeners } from './on-device-model.ts';

/** Where one role goes. */
export interface RoleEndpoint {
  readonly url: string;
  readonly model: string;
  /** Where the key is found, never the key: `environment:GROQ_API_KEY`, `kept:groq`. null = the server wants none. */
  readonly key: string | null;
  /** Every request counts; null = outside this computer's own network it does. */
  readonly metered: boolean | null;
}

/** Which roles of the engine are done elsewhere, as data; null = on this computer. */
export interface CascadeProfile {
  readonly speechToText: (RoleEndpoint & { readonly language: string | null }) | null;
  readonly language: (RoleEndpoint & { readonly mostTokens: number | null; readonly temperature: number | null }) | null;
  readonly textToSpeech:
    | (RoleEndpoint & {
        readonly voice: string;
        readonly format: 'pcm' | 'wav';
        readonly rateHz: number;
        readonly mostCharacters: number | null;
      })
    | null;
}

export interface CascadeParts {
  /** For the roles that stay here. */
  readonly local: OnDeviceOpeners;
  /** Finds a key by its reference; null = there is none. */
  readonly keyOf: (reference: string) => string | null;
  /** Makes the requests: whoever watches what leaves this computer hands in its own. */
  readonly send?: typeof fetch;
}

/**
 * The engine of this computer with roles that are done elsewhere. Nothing is asked of the endpoints before the first turn.
 * @throws EngineFailure 'bad-input' for an address, or a key, that cannot be meant
 */
export function createCascade({ speechToText, language, textToSpeech }: CascadeProfile, parts: CascadeParts) {
  const { local, send } = parts;
  const endpointOf = ({ url, model, key }: RoleEndpoint) => ({ url, model, key: foundKey(key, url, parts) });
  const openers: OnDeviceOpeners = {
    ...local,
    ...(speechToText === null
      ? {}
      : { openSpeechToText: () => openHttpTranscription({ ...speechToText, ...endpointOf(speechToText) }, send) }),
    ...(language === null ? {} : { openChatModel: () => openHttpChat({ ...language, ...endpointOf(language) }, send) }),
    ...(textToSpeech === null ? {} : { openTextToSpeech: () => openHttpSpeech({ ...textToSpeech, ...endpointOf(textToSpeech) }, send) }),
  };
  const metered = (role: RoleEndpoint | null) => role !== null && (role.metered ?? !isNearby(role.url));
  const look: OnDeviceLook = {
    ...placeOf([speechToText, language, textToSpeech].filter((role) => role !== null)),
    metered: { hearing: metered(speechToText), talk: metered(language), voice: metered(textToSpeech) },
  };
  return createOnDeviceModel(openers, look) satisfies RealtimeModel;
}

function placeOf(roles: readonly RoleEndpoint[]): Pick<OnDeviceLook, 'id' | 'label' | 'runsOn'> {
  const hosts = [...new Set(roles.filter(({ url }) => !isHere(url)).map(({ url }) => new URL(url).host))];
  if (hosts.length === 0) return { id: 'cascade', label: 'On this computer', runsOn: 'this-computer' };
  return { id: 'cascade', label: `This computer and ${hosts.join(', ')}`, runsOn: 'host' };
}

function foundKey(reference: string | null, url: string, { keyOf }: CascadeParts): string | null {
  if (reference === null) return null;
  const key = keyOf(reference);
  if (key !== null) return key;
  throw new EngineFailure('bad-input', `The key for ${new URL(url).host} is missing: there is none at ${reference}.`, {
    retryable: false,
    whatToDo: 'Enter it there, or leave the key out if the server wants none.',
  });
}
