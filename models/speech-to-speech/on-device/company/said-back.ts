import { type Clause, clausesIn, sentencesIn, wordsIn } from './thoughts.ts';
import { toYou } from './to-you.ts';
import type { Mood } from './topic.ts';
import { thingNamed, withSubject } from './with-subject.ts';

/** As much as a listener says back in one breath; a joke or a contrast is only whole with both its halves. */
const MOST_WORDS = 18;
const FEWEST_LEFT = 4;
/** Said to the assistant itself: said back it would be about somebody else. */
const TO_ME =
  /\byou(?:r|rs|rself|'\w+)?\b|^(?:(?:so|and|but) )?(?:be|don't|wish me|please|tell|draw|forget|imagine|guess|bear|help|let me|say|cheer|talk|speak|keep (?:your|quiet)|hush|listen|wait|work that|go on|ask me|look at|thanks|thank)\b/i;
/** What somebody said to somebody: "you" in it is neither of us. */
const REPORTED = /\b(?:said|says|asked|told|goes|shouted|called|whispered|texted|wrote|shout|yelled)\b.*\byou(?!ng)/i;
const NOT_SAID_BACK =
  /\?|^(?:not that|if|when|whenever|what|who|how|why|where|please|let(?:'s| me| us)|work|go|come|look|imagine|guess|ask|tell|give|wait|try|call|stop|leave|make|be)\b/i;
/** Where the weight of a long sentence lies, whatever it began with. */
const WEIGHS =
  /\b(?:alone|without (?:him|her|them)|nobody|no one|any ?more|never|miss|wish|cried|lonely|remembered|realised|realized|invited|afraid|ashamed|died|quiet|empty|gone)\b/i;
const OPEN_END = /(?:,? (?:a|an|the|my|our|and|but|so|than|or|of))+$/i;

/**
 * The matter of what was told in the teller's own words, as a listener says it back: "My daughter wants to be called
 * Thunder." -> "Your daughter wants to be called Thunder". No mark at its end.
 * @param told as recognised; straight apostrophes
 * @returns null where it would be no sentence, or too long to say back
 */
export function saidBack(told: string): string | null {
  const sentences = sentencesIn(told).filter((sentence) => !REPORTED.test(sentence));
  for (const whole of [withSubject, thingNamed]) {
    for (const [at, sentence] of sentences.entries()) {
      // What is left of words to the assistant must stand by itself.
      if (at > 0 && TO_ME.test(sentences[0] ?? '') && wordsIn(sentence) < FEWEST_LEFT) continue;
      const back = sentenceBack(sentence, whole);
      if (back !== null) return back;
    }
  }
  return null;
}

function sentenceBack(sentence: string, asSentence: (matter: string) => string | null): string | null {
  const all = clausesIn(sentence);
  const clauses = all.filter(({ text }) => !TO_ME.test(text));
  const matter = (weightiest(clauses) ?? beginning(clauses))
    .replace(/^(?:and|but|so|because|since|though|although|then|while) /i, '')
    .replace(/,? (?:sort|kind) of$/i, '')
    .replace(OPEN_END, '')
    .trim();
  const whole = asSentence(matter);
  if (clauses[0] !== all[0] && wordsIn(matter) < FEWEST_LEFT) return null;
  if (whole === null || NOT_SAID_BACK.test(matter) || wordsIn(matter) > MOST_WORDS) return null;
  const back = toYou(whole).replace(/^you was\b/i, 'you were');
  return back.charAt(0).toUpperCase() + back.slice(1);
}

/** As many clauses as fit, from the first. */
function beginning(clauses: readonly Clause[]): string {
  let text = '';
  for (const { text: next, join } of clauses) {
    const longer = text === '' ? next : `${text}${join}${next}`;
    if (text !== '' && wordsIn(longer) > MOST_WORDS) break;
    text = longer;
  }
  return text;
}

/** Of a sentence that is too long: its end, where that is what it was told for. */
function weightiest(clauses: readonly Clause[]): string | null {
  const last = clauses.at(-1);
  if (last === undefined || clauses.length < 2) return null;
  if (wordsIn(clauses.map(({ text, join }) => join + text).join('')) <= MOST_WORDS) return null;
  const [first] = clauses;
  return WEIGHS.test(last.text) && !WEIGHS.test(first?.text ?? '') && withSubject(last.text) !== null ? last.text : null;
}

/** What a listener says who says the matter back. */
export function linesWith(back: string, mood: Mood, last = ''): readonly string[] {
  switch (mood) {
    case 'glad':
      return [`How nice! ${back}. Tell me more.`, `${back}? That is good to hear.`];
    case 'sad':
      return [`Oh dear. ${back}? Tell me more, if you like.`, `${back}? I can see why that bothers you.`];
    case 'plain': {
      const lines = [`${back}? Tell me more.`, `${back}? Go on, I am listening.`, `${back}? I would like to hear more.`];
      return lines.toSorted((one, other) => Number(endsAlike(one, last)) - Number(endsAlike(other, last)));
    }
  }
}

function endsAlike(line: string, last: string): boolean {
  return last.endsWith(line.slice(-10));
}
