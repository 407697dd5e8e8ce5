import { soundsGlad } from './mood.ts';
import type { Mood, Topic } from './topic.ts';
import { GRAVE } from './topics/grave.ts';
import { PLAIN_NEWS } from './topics/plain-news.ts';

/** What weighs on somebody goes before what it happened to be about. */
const TOPICS: readonly Topic[] = [...GRAVE, ...PLAIN_NEWS];
/** Said of what is still to come. */
const AHEAD =
  /\b(?:will|going to|gonna|tomorrow|next (?:week|month|year|summer|winter|spring|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tonight|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|this weekend|soon|can't wait|looking forward|booked|off to|coming (?:over|up|round|for)|planning|about to|in (?:two|three|a few|ten|six) (?:days|weeks|months)|i've got an? \w+ (?:on|at|in))\b(?!.*\b(?:was|were|went|had|came|did|got|caught|lost|made|saw|ran|said|told|\w{3,}ed)\b)/;

const SHE =
  /\b(?:she|her|mum|mom|mother|sister|daughter|grand(?:ma|mother|daughter)|gran|granny|nan|aunt(?:ie)?|niece|wife|girlfriend|girl|fiancee|lady|woman)\b/;
const HE =
  /\b(?:he|him|his|dad|father|brother|son|grand(?:pa|father|son|ad)|grandad|uncle|nephew|husband|boyfriend|boy|fiance|lad|man|guy)\b/;
const SEVERAL = /\b(?:they|them|twins|kids|children|parents|friends|neighbou?rs|sisters|brothers|sons|daughters|dogs|cats)\b/;
const PRONOUNS = { she: ['she', 'her', 'her'], he: ['he', 'him', 'his'], they: ['they', 'them', 'their'] } as const;

/** What may be said to what was told; null when it is about nothing that is known here. */
export function topicLines(words: string, mood: Mood): readonly string[] | null {
  const topic = TOPICS.find(({ said }) => said.test(words));
  // Good news of what is bad as a rule, and the other way round, is for a listener who only says it back.
  if (topic === undefined || isAgainst(topic, words, mood)) return null;
  const felt = topic.mood ?? mood;
  const ahead = felt !== 'sad' && AHEAD.test(words) ? topic.ahead : undefined;
  const lines = ahead ?? topic[felt] ?? topic.plain ?? topic.glad ?? topic.sad ?? [];
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
  const [they, them, their] = PRONOUNS[SEVERAL.test(words) ? 'they' : SHE.test(words) ? 'she' : HE.test(words) ? 'he' : 'they'];
  const filled = line.replaceAll('{they}', they).replaceAll('{them}', them).replaceAll('{their}', their);
  return filled.replaceAll('{They}', capital(they)).replaceAll('{Their}', capital(their));
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
