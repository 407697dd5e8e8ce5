import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillers } from './fillers.ts';
import type { Random } from './random.ts';

type Mood = 'good' | 'bad' | 'neutral';

export interface Topic {
  readonly id: string;
  readonly mood: Mood;
  readonly said: readonly string[];
  readonly replies: readonly string[];
}

/** How one persona speaks: what it puts before and after a plain reply, and its own replies by topic. */
export interface Manner {
  readonly before: Readonly<Record<Mood, readonly string[]>>;
  readonly after: readonly string[];
  readonly own: ReadonlyMap<string, readonly string[]>;
}

/** @throws SyntaxError for a line that is neither a topic nor a reply */
export function readTopics(file: string): readonly Topic[] {
  const topics: { id: string; mood: Mood; said: string[]; replies: string[] }[] = [];
  for (const line of linesOf(file)) {
    const [, id, mood, said] = /^\[([\w-]+) (good|bad|neutral)\] (.+)$/.exec(line) ?? [];
    if (id !== undefined && said !== undefined) topics.push({ id, mood: mood as Mood, said: alternatives(said), replies: [] });
    else if (line.startsWith('= ')) topics.at(-1)?.replies.push(line.slice(2));
    else throw new SyntaxError(`${file} has a line that is neither a topic nor a reply: ${line}`);
  }
  return topics;
}

export function readManner(folder: string, personaId: string): Manner {
  const before: Record<string, readonly string[]> = { good: [], bad: [], neutral: [] };
  let after: readonly string[] = [];
  const own = new Map<string, readonly string[]>();
  for (const line of linesOf(join(folder, `${personaId}.txt`))) {
    const [, mood, openings] = /^before (good|bad|neutral): (.+)$/.exec(line) ?? [];
    const [, id, replies] = /^\[([\w-]+)\] (.+)$/.exec(line) ?? [];
    if (mood !== undefined && openings !== undefined) before[mood] = alternatives(openings);
    else if (line.startsWith('after: ')) after = alternatives(line.slice('after: '.length));
    else if (id !== undefined && replies !== undefined) own.set(id, alternatives(replies));
    else throw new SyntaxError(`${personaId}.txt has a line that cannot be read: ${line}`);
  }
  return { before: before as Manner['before'], after, own };
}

/** A reply in the persona's voice: its own where it has one, else a plain one with its words before or after. */
export function replyIn(manner: Manner, topic: Topic, random: Random): string {
  const own = manner.own.get(topic.id) ?? [];
  if (own.length > 0 && random.chance(0.75)) return random.pick(own);
  const plain = random.pick(topic.replies);
  const openings = manner.before[topic.mood];
  const withOpening = openings.length > 0 && random.chance(0.45) ? `${random.pick(openings)} ${plain}` : plain;
  return manner.after.length > 0 && random.chance(0.15) && !withOpening.endsWith('?')
    ? `${withOpening} ${random.pick(manner.after)}`
    : withOpening;
}

/** The same names in what is said and in the reply. @returns null when the reply names what was not said */
export function sameNames(said: string, reply: string, random: Random): { readonly said: string; readonly reply: string } | null {
  const fill = fillers(random);
  const bound = new Map<string, string>();
  const filledSaid = said.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const value = fill(slot);
    if (!bound.has(slot)) bound.set(slot, value);
    return value;
  });
  const missing = [...reply.matchAll(/\{(\w+)\}/g)].some(([, slot = '']) => !bound.has(slot));
  if (missing) return null;
  const filledReply = reply.replaceAll(/\{(\w+)\}/g, (_, slot: string) => bound.get(slot) ?? '');
  return { said: filledSaid, reply: filledReply.charAt(0).toUpperCase() + filledReply.slice(1) };
}

export function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function alternatives(text: string): string[] {
  return text.split('|').map((part) => part.trim());
}
