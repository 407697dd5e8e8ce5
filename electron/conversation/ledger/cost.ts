import type { EngineEvent } from '../../../models/speech-to-speech/realtime-model.ts';
import type { PriceList } from '../../ipc/engine-schema.ts';

/** What is charged for: tokens as the host counted them, and time. */
export interface Charged {
  readonly openMs: number;
  readonly audioSentMs: number;
  readonly usage: readonly Pick<Extract<EngineEvent, { type: 'usage' }>, 'inputTokens' | 'outputTokens' | 'detail'>[];
}

/**
 * In millionths of a US dollar, rounded up; null when no price is known.
 *
 * Where a host does not say what kind of tokens it counted they are taken for audio, the dearest: the sum may be too high,
 * never too low.
 */
export function costMicros(charged: Charged, prices: PriceList | null): number | null {
  if (prices === null) return null;
  const tokens = charged.usage.reduce((sum, usage) => sum + tokenDollars(usage, prices), 0);
  const sessionMinutes = charged.openMs / 60_000;
  const time = sessionMinutes * prices.sessionMinute + transcribedMinutes(charged) * prices.transcribedMinute;
  return Math.ceil(Math.round((tokens + time) * 1e9) / 1e3);
}

function tokenDollars({ inputTokens, outputTokens, detail = {} }: Charged['usage'][number], prices: PriceList): number {
  const { textIn = 0, audioIn = 0, imageIn = 0, cachedTextIn = 0, cachedAudioIn = 0, textOut = 0, audioOut = 0, thinkingOut = 0 } = detail;
  const unknownIn = Math.max(0, inputTokens - textIn - audioIn - imageIn);
  const unknownOut = Math.max(0, outputTokens - textOut - audioOut - thinkingOut);
  const perMillion =
    Math.max(0, textIn + imageIn - cachedTextIn) * prices.textIn +
    (Math.max(0, audioIn - cachedAudioIn) + unknownIn) * prices.audioIn +
    (cachedTextIn + cachedAudioIn) * prices.cachedIn +
    (textOut + thinkingOut) * prices.textOut +
    (audioOut + unknownOut) * prices.audioOut;
  return perMillion / 1e6;
}

function transcribedMinutes({ audioSentMs, usage }: Charged): number {
  const told = usage.filter(({ detail }) => detail?.transcribedSeconds !== undefined);
  if (told.length === 0) return audioSentMs / 60_000;
  return told.reduce((sum, { detail }) => sum + (detail?.transcribedSeconds ?? 0), 0) / 60;
}
