import type { Random } from './random.ts';

/** A stretch of a sentence; `argument` names the parameter that stands in it. */
export interface SaidPiece {
  readonly text: string;
  readonly argument: string | null;
}

const CONTRACTED: readonly (readonly [RegExp, string])[] = [
  [/\b(what|that|it|how|where|who|there|here) is\b/g, "$1's"],
  [/\bi am\b/g, "i'm"],
  [/\b(you|we|they) are\b/g, "$1're"],
  [/\blet us\b/g, "let's"],
  [/\bcan not\b/g, "can't"],
  [/\b(do|did|does|is|are|was|could|would|should) not\b/g, "$1n't"],
  [/\b(i|you|we) would\b/g, "$1'd"],
  [/\b(i|you|we) will\b/g, "$1'll"],
  [/\b(i|you|we) have (?=got|been|lost|never)/g, "$1've "],
];

/** What the recogniser of this computer writes instead, and words that sound alike to any. */
const MISHEARD: Readonly<Record<string, readonly string[]>> = {
  set: ['said', 'sat', 'sets'],
  timer: ['time', 'timer', 'tighter'],
  to: ['two', 'too'],
  two: ['to', 'too'],
  for: ['four', 'or'],
  four: ['for'],
  a: ['the', ''],
  the: ['a', ''],
  an: ['a', ''],
  add: ['at', 'had', 'and'],
  put: ['but', 'puts'],
  list: ['least', 'lists'],
  table: ['tables', 'cable'],
  column: ['call him', 'columns'],
  row: ['roll'],
  write: ['right'],
  spell: ['spelled', 'smell'],
  sort: ['sword', 'sorts'],
  me: ['may', ''],
  coin: ['coined', 'coins'],
  dice: ['dies', 'ice'],
  roll: ['role', 'row'],
  by: ['buy'],
  are: ['our', 'or'],
  is: ['as', "'s"],
  of: ['off', ''],
  off: ['of'],
  than: ['then'],
  in: ['and', 'an'],
  and: ['an', 'in'],
  louder: ['loud', 'lauder'],
  cancel: ['canceled', 'council'],
  remind: ['mind', 'reminds'],
  undo: ['and do', 'on do'],
  show: ['so', 'sure'],
  wake: ['make', 'weak'],
  take: ['takes', 'tech'],
  total: ['totally', 'totals'],
  read: ['red', 'reed'],
  note: ['not', 'notes'],
  please: ['police', ''],
};

const OPENINGS = [
  'um',
  'so',
  'okay',
  'hey',
  'well',
  'oh',
  'uh',
  'right',
  'alright',
  'listen',
  'hey {persona}',
  '{persona}',
  'please',
  'and',
  'now',
  'yeah',
  'hmm',
  'say',
];
const POLITE_OPENINGS = [
  'can you',
  'could you',
  'would you',
  'can you please',
  'could you please',
  'i want you to',
  'would you mind to',
  'i need you to',
  'go ahead and',
  'just',
  "i'd like you to",
];
const ENDINGS = [
  'please',
  'thanks',
  'thank you',
  'for me',
  'if you can',
  'would you',
  'okay',
  'will you',
  'right now',
  'real quick',
  'when you can',
  'for me please',
];
const ASIDES = [
  'my hands are full',
  "i'm in the kitchen",
  "i'm in a hurry",
  "we're about to leave",
  'before i forget',
  'one more thing',
  'while i think of it',
  'the kids are waiting',
  "i can't reach my phone",
  'my hands are wet',
];
const QUESTION = /^(?:what|who|where|when|why|how|which|is|are|can|could|do|does|did|will|would|has|have|am|should)\b/i;
const NO_REQUEST =
  /^(?:what|who|where|when|why|how|which|is|are|am|can|could|do|does|did|will|would|has|have|i|i'm|it|it's|the|that|that's|you|you're|my|we|he|she|no|not|there|so|don't|let's)\b/i;

/**
 * As somebody says it in passing, and as a recogniser writes it down.
 * @param manner.asks whether something is asked for: then it may be asked politely
 */
export function asHeard(
  pieces: readonly SaidPiece[],
  random: Random,
  manner: { readonly persona: string; readonly asks: boolean },
): SaidPiece[] {
  let heard = pieces.map((piece) => (piece.argument === null ? { ...piece, text: contracted(piece.text, random) } : piece));
  if (random.chance(0.25))
    heard = heard.map((piece) => ({ ...piece, text: misheard(piece.text, random, piece.argument === null ? 0.12 : 0.03) }));
  heard = framed(heard, random, manner).filter(({ text }) => text.trim() !== '');
  return random.chance(0.62) ? written(heard, random) : heard;
}

export function joined(pieces: readonly SaidPiece[]): string {
  return pieces
    .map(({ text }) => text.trim())
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.?!]|'s\b)/g, '');
}

function contracted(text: string, random: Random): string {
  return random.chance(0.2) ? text : CONTRACTED.reduce((told, [from, to]) => told.replaceAll(from, to), text);
}

function misheard(text: string, random: Random, share: number): string {
  return text
    .split(' ')
    .map((word) => {
      const instead = MISHEARD[word];
      return instead !== undefined && random.chance(share) ? random.pick(instead) : word;
    })
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function framed(pieces: readonly SaidPiece[], random: Random, { persona, asks }: Parameters<typeof asHeard>[2]): SaidPiece[] {
  const plain = (text: string): SaidPiece => ({ text: text.replaceAll('{persona}', persona), argument: null });
  const first = joined(pieces);
  const framedPieces = [...pieces];
  if (asks && !NO_REQUEST.test(first) && random.chance(0.15)) framedPieces.unshift(plain(random.pick(POLITE_OPENINGS)));
  if (random.chance(0.14)) framedPieces.unshift(plain(random.pick(OPENINGS)));
  if (asks && random.chance(0.05)) framedPieces.unshift(plain(`${random.pick(ASIDES)}${random.pick([',', '', ' so'])}`));
  if (asks && !QUESTION.test(first) && random.chance(0.14)) framedPieces.push(plain(random.pick(ENDINGS)));
  if (asks && random.chance(0.03)) framedPieces.push(plain(random.pick(ASIDES)));
  return framedPieces;
}

/** With capitals and marks, as most recognisers write. */
function written(pieces: readonly SaidPiece[], random: Random): SaidPiece[] {
  const whole = joined(pieces);
  const mark = QUESTION.test(whole) ? random.pick(['?', '?', '?', '.']) : random.pick(['.', '.', '.', '!', '']);
  const marked = pieces.map(({ text, argument }, index) => {
    const self = text.replaceAll(/\bi\b(?!\.)/g, 'I');
    return { argument, text: index === 0 ? self.charAt(0).toUpperCase() + self.slice(1) : self };
  });
  return mark === '' ? marked : [...marked, { text: mark, argument: null }];
}
