import type { Reply } from './reply.ts';

/** More is not read by anybody, and would be sent again with every word. */
const MOST_CHARACTERS = 20_000;

/** Adds what the engine thinks to what it thought before. @returns all of it, and how long it has been thinking */
export function thoughtOf(reply: Reply, text: string, nowMs: number): { turnId: string; text: string; tookMs: number } {
  const { text: before, sinceMs } = reply.thoughts ?? { text: '', sinceMs: nowMs };
  reply.thoughts = { text: (before + text).slice(-MOST_CHARACTERS), sinceMs };
  return { turnId: reply.turnId, text: reply.thoughts.text, tookMs: nowMs - sinceMs };
}
