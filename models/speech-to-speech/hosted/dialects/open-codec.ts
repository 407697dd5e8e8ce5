import type { Codec, WireTarget } from './codec.ts';
import { RealtimeCodec } from './realtime.ts';

/** The codec of the profile's dialect, for one connection. */
export function openCodec(target: WireTarget): Codec {
  return new RealtimeCodec(target);
}
