import { soundsGlad } from './mood.ts';
import { named } from './named.ts';
import type { Mood, Topic } from './topic.ts';
import { GRAVE } from './topics/grave.ts';
import { PLAIN_NEWS } from './topics/plain-news.ts';

/** What weighs on somebody goes before what it happened to be about. */
const TOPICS: readonly Topic[] = [...GRAVE, ...PLAIN_NEWS];
/** Whatever it follows. */
const GRAVEST = GRAVE.filter(({ name }) =>
  ['death', 'missing somebody', 'illness of somebody close', 'separation', 'loneliness', 'low', 'tears'].includes(name),
);

/** What may be said to what was told; null when it is about nothing that is known here. */
export function topicLines(words: string, mood: Mood): readonly string[] | null {
  const topic = TOPICS.find(({ said }) => said.test(words));
  // "I've had enough of the rain, but the ducks are happy" is no complaint.
  if (topic !== undefined && !GRAVEST.includes(topic) && / but (?!i (?:can't|don't|didn't)\b)/.test(words)) return null;
  // Good news of what is bad as a rule, and the other way round, is for a listener who only says it back.
  if (topic === undefined || isAgainst(topic, words, mood)) return null;
  const felt = topic.mood ?? mood;
  const lines = topic[felt] ?? topic.plain ?? topic.glad ?? topic.sad ?? [];
  return lines.map((line) => named(line, words));
}

/** Only what weighs on somebody: that is heard in the middle of a talk as well. */
export function graveLines(words: string): readonly string[] | null {
  const topic = GRAVEST.find(({ said }) => said.test(words));
  return topic?.sad?.map((line) => named(line, words)) ?? null;
}

/** Loss stays loss, whatever nice was said of the service. */
function isAgainst(topic: Topic, words: string, mood: Mood): boolean {
  if (GRAVE.includes(topic)) return false;
  if (topic.mood === 'sad' && soundsGlad(words)) return true;
  if (mood === 'sad') return topic.sad === undefined;
  return mood === 'glad' && topic.glad === undefined;
}
