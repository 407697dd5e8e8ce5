import type { Mood, Topic } from './topic.ts';
import { BODY } from './topics/body.ts';
import { GRAVE } from './topics/grave.ts';
import { HOME } from './topics/home.ts';
import { LEISURE } from './topics/leisure.ts';
import { OUTDOORS } from './topics/outdoors.ts';
import { PEOPLE } from './topics/people.ts';
import { WORK_AND_TOWN } from './topics/work-and-town.ts';

/** Said of what is still to come. */
const AHEAD =
  /\b(?:will|going to|gonna|tomorrow|next (?:week|month|year|summer|winter|spring|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tonight|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|this weekend|soon|can't wait|looking forward|booked|off to|coming (?:over|up|round|for)|planning|about to|in (?:two|three|a few|ten|six) (?:days|weeks|months)|i've got an? \w+ (?:on|at|in))\b(?!.*\b(?:was|were|went|had|came|did|got|caught|lost|made|saw|ran|said|told|\w{3,}ed)\b)/;
/** Whose joy or sorrow it is counts for more than two things that it came about by. */
const WHO_WEIGHT = 2.5;
const TOPICS: readonly Topic[] = [...PEOPLE, ...BODY, ...HOME, ...OUTDOORS, ...LEISURE, ...WORK_AND_TOWN];

const SHE =
  /\b(?:she|her|mum|mom|mother|sister|daughter|grand(?:ma|mother|daughter)|gran|granny|nan|aunt(?:ie)?|niece|wife|girlfriend|girl|fiancee|lady|woman)\b/;
const HE =
  /\b(?:he|him|his|dad|father|brother|son|grand(?:pa|father|son|ad)|grandad|uncle|nephew|husband|boyfriend|boy|fiance|lad|man|guy)\b/;
const SEVERAL = /\b(?:they|them|twins|kids|children|parents|friends|neighbou?rs|sisters|brothers|sons|daughters|dogs|cats)\b/;
const PRONOUNS = { she: ['she', 'her', 'her'], he: ['he', 'him', 'his'], they: ['they', 'them', 'their'] } as const;

/** What may be said to what was told; null when it is about nothing that is known here. */
export function topicLines(words: string, mood: Mood): readonly string[] | null {
  // What weighs on somebody goes before what it happened to be about.
  const topic = GRAVE.find((grave) => grave.said.test(words)) ?? mostSpokenOf(words, mood);
  if (topic === null) return null;
  const felt = topic.mood ?? mood;
  const ahead = felt !== 'sad' && AHEAD.test(words) ? topic.ahead : undefined;
  const lines = ahead ?? topic[felt] ?? topic.plain ?? topic.glad ?? topic.sad ?? [];
  return lines.map((line) => named(line, words));
}

/** The topic with the most words, among several the one that was named first. */
function mostSpokenOf(words: string, mood: Mood): Topic | null {
  const found = TOPICS.map((topic) => {
    const places = [...words.matchAll(new RegExp(topic.said, 'g'))];
    const weight = topic.isWho !== true ? 1 : mood === 'plain' ? 0.5 : WHO_WEIGHT;
    return { topic, weight: places.length * weight, at: places[0]?.index ?? words.length };
  }).filter(({ weight }) => weight > 0);
  found.sort((one, other) => other.weight - one.weight || one.at - other.at);
  return found[0]?.topic ?? null;
}

function named(line: string, words: string): string {
  const [they, them, their] = PRONOUNS[SEVERAL.test(words) ? 'they' : SHE.test(words) ? 'she' : HE.test(words) ? 'he' : 'they'];
  const filled = line.replaceAll('{they}', they).replaceAll('{them}', them).replaceAll('{their}', their);
  return filled.replaceAll('{They}', capital(they)).replaceAll('{Their}', capital(their));
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
