import { customProfile } from '../../models/speech-to-speech/hosted/custom-profile.ts';
import type { EngineProfile } from '../../models/speech-to-speech/hosted/engine-profile.ts';
import { ENGINE_PROFILES, findProfile } from '../../models/speech-to-speech/hosted/engine-profiles.ts';
import { environmentProxy } from '../../models/speech-to-speech/hosted/environment-proxy.ts';
import { openHostedModel } from '../../models/speech-to-speech/hosted/hosted-model.ts';
import type { RealtimeModel } from '../../models/speech-to-speech/realtime-model.ts';

const ON_DEVICE = 'on-device';

/** What the command line says about the engine to talk with. */
export interface TalkEngine {
  /** `on-device`, the id of a profile, or any name where `url` and `dialect` say the rest. */
  readonly engine: string;
  readonly url: string | null;
  readonly dialect: string | null;
  readonly model: string | null;
  /** The name of the variable that holds the key: keys never stand on a command line. */
  readonly keyEnv: string | null;
}

/**
 * The engine that was asked for; null = the one of this computer.
 * @throws Error or EngineFailure with one sentence when it cannot be meant
 */
export function talkEngine(asked: TalkEngine, environment: Readonly<Record<string, string | undefined>>): RealtimeModel | null {
  if (asked.engine === ON_DEVICE && asked.url === null) return null;
  const profile = profileOf(asked);
  const variable = asked.keyEnv ?? profile.keyVariable;
  const key = environment[variable] ?? null;
  if (key === null && asked.keyEnv !== null) throw new Error(`The variable ${variable} is not set: it should hold the key.`);
  const proxyUrl = environmentProxy(asked.url ?? profile.url, environment);
  return openHostedModel({ profile, key, url: asked.url, model: asked.model, proxyUrl });
}

function profileOf({ engine, url, dialect, model }: TalkEngine): EngineProfile {
  const known = findProfile(engine);
  if (dialect === null && known !== undefined) return known;
  if (url === null) {
    const ids = [ON_DEVICE, ...ENGINE_PROFILES.map(({ id }) => id)].join(', ');
    throw new Error(`There is no engine "${engine}"; it is one of ${ids}, or any server with --url and --dialect.`);
  }
  return customProfile({ url, dialect: dialect ?? 'realtime', id: engine, ...(model === null ? {} : { model }) });
}
