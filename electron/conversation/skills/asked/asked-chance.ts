import { askingIn } from '../entity-request.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { WITHIN_SCORES } from '../within-scores.ts';
import { readNumberAt } from '../words/number-words.ts';

const DRAWN =
  /\b(?:random number|(?:choose|pick|draw|generate|think of|come up with|give me|give us|need|want) (?:\w+ ){0,3}numbers?|(?:say|tell me|tell us|name|shout) (?:me |us )?(?:any|some|a) (?:\w+ )?number)\b/;
const NOT_DRAWN = /\b(?:was|were|drew|picked|chose|won|lost|phone|house|lucky|room|pin|number of|what number (?:is|comes|lies))\b/;

/** "I need somebody to choose a random number between ten and twenty for the raffle." */
export function numberAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !DRAWN.test(asking.asked) || NOT_DRAWN.test(asking.text)) return null;
  const limits = limitsIn(asking.words.map(({ text }) => text));
  if (limits !== null) return { arguments: { ...limits }, score: WITHIN_SCORES.asked };
  return /\brandom number\b/.test(asking.asked) ? { arguments: {}, score: WITHIN_SCORES.asked } : null;
}

/** "Between ten and twenty", "up to six": what a number is drawn from; null when it was not said. */
export function limitsIn(words: readonly string[]): { readonly from?: string; readonly to: string } | null {
  for (const [at, word] of words.entries()) {
    const limits = /^(?:between|from|of)$/.test(word) ? pairAt(words, at + 1) : null;
    if (limits !== null) return limits;
    if (!/^(?:below|under|than|to)$/.test(word) || (word === 'to' && words[at - 1] !== 'up')) continue;
    const most = readNumberAt(words, at + 1);
    if (most !== null) return { to: plainNumber(words.slice(at + 1, at + 1 + most.wordCount)) };
  }
  return null;
}

/** "Below twenty *for* the kids" is not below twenty-four. */
function plainNumber(words: readonly string[]): string {
  return words.join(' ').replace(/ (?:to|too|for|fore|won|ate)$/, '');
}

function pairAt(words: readonly string[], at: number): { readonly from: string; readonly to: string } | null {
  // "One to six" is not one and two and six.
  const first = readNumberAt(words.slice(0, joinAfter(words, at)), at);
  if (first === null) return null;
  const join = at + first.wordCount;
  const next = words[join] === 'up' || words[join] === 'right' ? join + 1 : join;
  const second = /^(?:and|to|through|till|until)$/.test(words[next] ?? '') ? readNumberAt(words, next + 1) : null;
  if (second === null) return null;
  return { from: words.slice(at, join).join(' '), to: plainNumber(words.slice(next + 1, next + 1 + second.wordCount)) };
}

/** Where the first of two numbers ends: before "and" or "to", but not inside "a hundred and ten and two hundred". */
function joinAfter(words: readonly string[], at: number): number {
  const rest = words.slice(at);
  const to = rest.findIndex((word) => /^(?:to|through|till|until)$/.test(word));
  const and = rest.indexOf('and');
  const join = to >= 0 ? to : and;
  return join < 0 ? words.length : at + join;
}

const TO_FLIP = /\b(?:(?:flip|toss|throw|spin) (?:a coin|something|one|it)\b|(?:flip|toss) for it\b|coin (?:flip|toss)|heads or tails)/;
const THROWN_ALREADY = /\b(?:was|were|flipped|tossed|threw|won|lost|always|every|used to)\b/;

/** "Settle an argument for us with heads or tails." */
export function coinAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !TO_FLIP.test(asking.asked) || THROWN_ALREADY.test(asking.text)) return null;
  return /\b(?:coin|heads|tails|decide|settle|agree|choose|both|either|argument)\b/.test(asking.text)
    ? { arguments: {}, score: WITHIN_SCORES.asked }
    : null;
}

const TO_ROLL = /\b(?:roll|rolled|rolling|throw|thrown|throwing|chuck|cast|shake|a (?:go|spin))\b/;
const COUNTED = /\b(two|three|four|five|six|seven|eight|nine|ten|a couple of|a pair of) (?:\w+ )?(?:dice|of them)\b/;

/** "It's her turn in the game and we need three dice rolled." */
export function diceAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (
    asking === null ||
    !TO_ROLL.test(asking.asked) ||
    !/\b(?:dice|die)\b/.test(asking.text) ||
    /\b(?:threw|lost every|loaded|if|dying|to die)\b/.test(asking.text)
  )
    return null;
  const count = COUNTED.exec(asking.asked)?.[1]?.replace(/^a (?:couple|pair) of$/, 'two');
  return { arguments: count === undefined ? {} : { count }, score: WITHIN_SCORES.asked };
}
