import type { Reply } from './reply.ts';

/** More is not read by anybody, and would be sent again with every word. */
const MOST_CHARACTERS = 20_000;

/**
 * Adds what the engine thinks to what it thought before. Many tell their thoughts in one piece, when they are through with
 * them: so the time is that since the engine was asked.
 * @returns all of it, and how long it has been thinking
 */
export function thoughtOf(reply: Reply, text: string, nowMs: number): { turnId: string; text: string; tookMs: number } {
  reply.thoughts = (reply.thoughts + text).slice(-MOST_CHARACTERS);
  return { turnId: reply.turnId, text: reply.thoughts, tookMs: nowMs - reply.askedAtMs };
}
