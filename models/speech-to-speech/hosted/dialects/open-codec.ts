import type { DialectId } from '../engine-profile.ts';
import type { Codec, WireTarget } from './codec.ts';
import { GeminiLiveCodec } from './gemini-live.ts';
import { OpenAiLiveCodec } from './openai-live.ts';
import { RealtimeCodec } from './realtime.ts';
import { RealtimeFlatCodec } from './realtime-flat.ts';
import { XaiCodec } from './xai.ts';

const CODECS: Readonly<Record<DialectId, new (target: WireTarget) => Codec>> = {
  realtime: RealtimeCodec,
  'realtime-flat': RealtimeFlatCodec,
  xai: XaiCodec,
  'gemini-live': GeminiLiveCodec,
  'openai-live': OpenAiLiveCodec,
};

/** The codec of the profile's dialect, for one connection. */
export function openCodec(target: WireTarget): Codec {
  return new CODECS[target.profile.dialect](target);
}
