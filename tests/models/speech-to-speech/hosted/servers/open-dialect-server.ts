import { customProfile } from '../../../../../models/speech-to-speech/hosted/custom-profile.ts';
import type { DialectId, EngineProfile } from '../../../../../models/speech-to-speech/hosted/engine-profile.ts';
import { ENGINE_PROFILES } from '../../../../../models/speech-to-speech/hosted/engine-profiles.ts';
import { GeminiBrain } from './gemini-server.ts';
import { LiveBrain } from './live-server.ts';
import { RealtimeFlatBrain } from './realtime-flat-server.ts';
import { RealtimeBrain } from './realtime-server.ts';
import { type Brain, type Script, ScriptedServer, type Wire } from './scripted-server.ts';
import { XaiBrain } from './xai-server.ts';

export const BRAINS: Readonly<Record<DialectId, new (wire: Wire, server: ScriptedServer, script: Script) => Brain>> = {
  realtime: RealtimeBrain,
  'realtime-flat': RealtimeFlatBrain,
  xai: XaiBrain,
  'gemini-live': GeminiBrain,
  'openai-live': LiveBrain,
};

/** A scripted server of a dialect. */
export function openDialectServer(dialect: DialectId, script: Script): Promise<ScriptedServer> {
  return ScriptedServer.open((wire, server) => new BRAINS[dialect](wire, server, script));
}

/** The published profile of a dialect, pointed at another address. */
export function profileFor(dialect: DialectId, url: string): EngineProfile {
  const published = ENGINE_PROFILES.find((profile) => profile.dialect === dialect && profile.url !== null);
  return published === undefined ? customProfile({ url, dialect }) : { ...published, url, key: 'optional' };
}
