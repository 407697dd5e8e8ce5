import { Scope } from '../../../electron/lifetime/scope.ts';
import { type EngineCapabilities, EngineFailure, type EngineSetup, type RealtimeModel } from '../realtime-model.ts';
import { checkedUrl } from './custom-profile.ts';
import type { WireTarget } from './dialects/codec.ts';
import { openCodec } from './dialects/open-codec.ts';
import { thinkingOf } from './dialects/thinking-models.ts';
import type { EngineProfile } from './engine-profile.ts';
import { openSession } from './handshake.ts';
import { worksAhead } from './hosted-connection.ts';
import { OpeningPatience } from './opening-patience.ts';
import { personaVoice } from './persona-voice.ts';

export interface HostedModelOptions {
  readonly profile: EngineProfile;
  /** Null where the endpoint wants none. */
  readonly key: string | null;
  /** Another address than the profile's. */
  readonly url?: string | null;
  readonly model?: string | null;
  readonly voice?: string | null;
  /** BCP 47; left out, the host finds out. */
  readonly language?: string | null;
  /** `http://[user:password@]host:port` */
  readonly proxyUrl?: string | null;
}

/** An engine somewhere else, by its profile. Nothing is opened before `connect`. */
export function openHostedModel(options: HostedModelOptions): RealtimeModel {
  const { profile } = options;
  const patience = new OpeningPatience();
  return {
    id: profile.id,
    label: profile.label,
    capabilities: capabilitiesOf(profile, options.model ?? profile.model),
    connect: async (setup, signal) => {
      signal.throwIfAborted();
      const target = targetOf(options, setup);
      const scope = new Scope(`hosted/${profile.id}`);
      try {
        return await openSession({ scope, target, setup, proxyUrl: options.proxyUrl ?? null, signal, patience, openCodec });
      } catch (failure) {
        await scope.close();
        throw failure;
      }
    },
  };
}

function capabilitiesOf({ dialect, abilities, limits }: EngineProfile, model: string | null): EngineCapabilities {
  return {
    runsOn: 'host',
    manualTurns: abilities.manualTurns,
    anticipation: worksAhead(abilities),
    truncation: abilities.truncate,
    textInput: abilities.textInput,
    partialTranscripts: true,
    wordTimes: false,
    thinks: thinkingOf(dialect, model) ?? false,
    images: abilities.images,
    keyterms: abilities.names === 'keywords',
    pronunciationMap: abilities.pronunciationMap,
    nativeTools: abilities.nativeTools,
    resumption: abilities.resumption,
    sessionCapMs: limits.sessionMs,
  };
}

/** @throws EngineFailure when the address or the key cannot be right */
function targetOf(options: HostedModelOptions, setup: EngineSetup): WireTarget {
  const { profile } = options;
  const url = checkedUrl(options.url ?? profile.url);
  const key = options.key?.trim() || null;
  if (key === null && profile.key === 'needed')
    throw new EngineFailure('refused', `No key is set for ${profile.label}.`, {
      retryable: false,
      whatToDo: 'Enter its key in the settings, or name the variable that holds it with --key-env.',
    });
  if (key !== null && !/^[\x21-\x7e]+$/.test(key))
    throw new EngineFailure('bad-input', `The key for ${profile.label} holds characters that no key has.`, {
      retryable: false,
      whatToDo: 'Copy it again, without spaces or line breaks.',
    });
  const model = options.model ?? profile.model;
  return {
    ...{ profile, url, key, model, thinking: thinkingOf(profile.dialect, model) },
    voice: options.voice ?? personaVoice(profile, setup.persona),
    language: options.language ?? null,
    resumeHandle: setup.resumeHandle ?? null,
  };
}
