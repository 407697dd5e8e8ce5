import { soundsGlad } from './mood.ts';
import type { Mood, Topic } from './topic.ts';
import { GRAVE } from './topics/grave.ts';
import { PLAIN_NEWS } from './topics/plain-news.ts';

/** What weighs on somebody goes before what it happened to be about. */
const TOPICS: readonly Topic[] = [...GRAVE, ...PLAIN_NEWS];
const SHE =
  /\b(?:she|her|mum|mom|mother|sister|daughter|grand(?:ma|mother|daughter)|gran|granny|nan|aunt(?:ie)?|niece|wife|girlfriend|girl|fiancee|lady|woman)\b/;
const HE =
  /\b(?:he|him|his|dad|father|brother|son|grand(?:pa|father|son|ad)|grandad|uncle|nephew|husband|boyfriend|boy|fiance|lad|man|guy)\b/;
const SEVERAL = /\b(?:they|them|twins|kids|children|parents|friends|neighbou?rs|sisters|brothers|sons|daughters|dogs|cats)\b/;
const PRONOUNS = { she: ['She', 'her'], he: ['He', 'him'], they: ['They', 'them'] } as const;

/** What may be said to what was told; null when it is about nothing that is known here. */
export function topicLines(words: string, mood: Mood): readonly string[] | null {
  const topic = TOPICS.find(({ said }) => said.test(words));
  // Good news of what is bad as a rule, and the other way round, is for a listener who only says it back.
  if (topic === undefined || isAgainst(topic, words, mood)) return null;
  const felt = topic.mood ?? mood;
  const lines = topic[felt] ?? topic.plain ?? topic.glad ?? topic.sad ?? [];
  return lines.map((line) => named(line, words));
}

/** Loss stays loss, whatever nice was said of the service. */
function isAgainst(topic: Topic, words: string, mood: Mood): boolean {
  if (GRAVE.includes(topic)) return false;
  if (topic.mood === 'sad' && soundsGlad(words)) return true;
  if (mood === 'sad') return topic.sad === undefined;
  return mood === 'glad' && topic.glad === undefined;
}

function named(line: string, words: string): string {
  const [who, them] = PRONOUNS[SEVERAL.test(words) ? 'they' : SHE.test(words) ? 'she' : HE.test(words) ? 'he' : 'they'];
  return line.replaceAll('{They}', who).replaceAll('{them}', them);
}
