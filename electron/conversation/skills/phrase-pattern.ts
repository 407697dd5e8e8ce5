import { isSlotKind, type SlotKindName } from './slot-kinds.ts';

/** A phrase taken apart: words, groups of alternatives and slots, in order. */
export type PhrasePiece =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'group'; readonly options: readonly (readonly PhrasePiece[])[] }
  | { readonly kind: 'slot'; readonly name: string; readonly slotKind: SlotKindName };

/**
 * Takes a phrase such as `(set|start) [a] timer for {duration}` or `switch to {name:persona}` apart. A slot called `_` must be
 * filled but is no parameter.
 * @throws SyntaxError naming the phrase and what is wrong with it: phrases are source code
 */
export function parsePhrase(phrase: string): readonly PhrasePiece[] {
  const tokens = phrase.match(/[()[\]|]|\{[^}]*\}|[^\s()[\]|{}]+/g) ?? [];
  const parser = { tokens, at: 0, phrase };
  const pieces = parseSequence(parser);
  if (parser.at < tokens.length) throw new SyntaxError(`The phrase "${phrase}" has a stray "${tokens[parser.at]}".`);
  if (pieces.length === 0) throw new SyntaxError('A phrase needs words.');
  return pieces;
}

/** For each part that must be there, the words of which one must: what tells quickly that a phrase does not fit. */
export function neededWords(pieces: readonly PhrasePiece[]): readonly (readonly string[])[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'word') return [[piece.text]];
    if (piece.kind === 'slot') return [];
    const options = piece.options.map((option) => neededWords(option)[0]);
    return options.every((words) => words !== undefined) ? [options.flat()] : [];
  });
}

interface Parser {
  readonly tokens: readonly string[];
  readonly phrase: string;
  at: number;
}

function parseSequence(parser: Parser): readonly PhrasePiece[] {
  const pieces: PhrasePiece[] = [];
  for (;;) {
    const token = parser.tokens[parser.at];
    if (token === undefined || token === ')' || token === ']' || token === '|') return pieces;
    parser.at += 1;
    if (token === '(') pieces.push({ kind: 'group', options: parseOptions(parser, ')') });
    else if (token === '[') pieces.push({ kind: 'group', options: [...parseOptions(parser, ']'), []] });
    else if (token.startsWith('{')) pieces.push(parseSlot(token, parser.phrase));
    else pieces.push({ kind: 'word', text: token });
  }
}

function parseOptions(parser: Parser, closing: string): readonly (readonly PhrasePiece[])[] {
  const options = [parseSequence(parser)];
  while (parser.tokens[parser.at] === '|') {
    parser.at += 1;
    options.push(parseSequence(parser));
  }
  if (parser.tokens[parser.at] !== closing) throw new SyntaxError(`The phrase "${parser.phrase}" lacks a "${closing}".`);
  parser.at += 1;
  return options;
}

function parseSlot(token: string, phrase: string): PhrasePiece {
  const [name = '', kind = name] = token.slice(1, -1).split(':');
  if (!isSlotKind(kind)) throw new SyntaxError(`The phrase "${phrase}" names a slot kind "${kind}" that does not exist.`);
  return { kind: 'slot', name, slotKind: kind };
}
