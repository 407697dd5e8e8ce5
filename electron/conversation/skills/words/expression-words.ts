import { type ExactNumber, fraction } from './exact-number.ts';
import { SMALL_NUMBER_WORDS } from './number-speech.ts';
import { readNumberAt, readOrdinal } from './number-words.ts';
import { spokenWords } from './spoken-words.ts';

/** A sum as it was said, before anything is worked out. */
export type Expression =
  | { readonly kind: 'number'; readonly value: ExactNumber }
  | { readonly kind: 'percent'; readonly share: Expression }
  | { readonly kind: 'one'; readonly operator: UnaryOperator; readonly of: Expression }
  | { readonly kind: 'two'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression };

export type UnaryOperator = 'minus' | 'squared' | 'cubed' | 'the square root of' | 'the cube root of' | 'twice' | 'three times';
export type BinaryOperator =
  | 'plus'
  | 'minus'
  | 'times'
  | 'divided by'
  | 'modulo'
  | 'to the power of'
  | 'of'
  | 'percent off'
  | 'as a percentage of';

const SUM_OPERATORS: readonly (readonly [words: readonly string[], operator: BinaryOperator])[] = [
  [['plus'], 'plus'],
  [['added', 'to'], 'plus'],
  [['minus'], 'minus'],
  [['less'], 'minus'],
  [['take', 'away'], 'minus'],
];
const PRODUCT_OPERATORS: readonly (readonly [words: readonly string[], operator: BinaryOperator])[] = [
  [['times'], 'times'],
  [['time'], 'times'],
  [['x'], 'times'],
  [['lots', 'of'], 'times'],
  [['multiplied', 'by'], 'times'],
  [['multiplied', 'with'], 'times'],
  [['divided', 'by'], 'divided by'],
  [['shared', 'between'], 'divided by'],
  [['divided', 'between'], 'divided by'],
  [['split', 'between'], 'divided by'],
  [['shared', 'by'], 'divided by'],
  [['over'], 'divided by'],
  [['as', 'a', 'percentage', 'of'], 'as a percentage of'],
  [['modulo'], 'modulo'],
  [['mod'], 'modulo'],
];
/** Said after a number; the last letter is what recognisers miss ("cubes", "double"). */
const SUFFIXES: readonly (readonly [words: readonly string[], operator: UnaryOperator])[] = [
  [['squared'], 'squared'],
  [['cubed'], 'cubed'],
  [['cubes'], 'cubed'],
  [['doubled'], 'twice'],
  [['double'], 'twice'],
  [['twice'], 'twice'],
  [['tripled'], 'three times'],
];
const PREFIXES: readonly (readonly [words: readonly string[], operator: UnaryOperator])[] = [
  [['minus'], 'minus'],
  [['negative'], 'minus'],
  [['square', 'root', 'of'], 'the square root of'],
  [['cube', 'root', 'of'], 'the cube root of'],
  [['square', 'of'], 'squared'],
  [['cube', 'of'], 'cubed'],
  [['double'], 'twice'],
  [['twice'], 'twice'],
  [['triple'], 'three times'],
];
const PLURALS = new Map(SMALL_NUMBER_WORDS.slice(2, 13).map((word) => [word === 'six' ? 'sixes' : `${word}s`, word]));
/** "multiply six by seven": verb, operator, words between the operands, and whether the operands change places. */
const COMMANDS: readonly {
  verb: readonly string[];
  operator: BinaryOperator;
  between: readonly string[];
  swapped?: boolean;
}[] = [
  { verb: ['add'], operator: 'plus', between: ['and', 'to', 'with'] },
  { verb: ['sum', 'of'], operator: 'plus', between: ['and'] },
  { verb: ['subtract'], operator: 'minus', between: ['from'], swapped: true },
  { verb: ['take'], operator: 'minus', between: ['from', 'away from', 'off'], swapped: true },
  { verb: ['take', 'away'], operator: 'minus', between: ['from'], swapped: true },
  { verb: ['difference', 'between'], operator: 'minus', between: ['and'] },
  { verb: ['difference', 'of'], operator: 'minus', between: ['and'] },
  { verb: ['multiply'], operator: 'times', between: ['by', 'with', 'and', 'times'] },
  { verb: ['product', 'of'], operator: 'times', between: ['and'] },
  { verb: ['divide'], operator: 'divided by', between: ['by', 'into'] },
  { verb: ['split'], operator: 'divided by', between: ['by', 'into'] },
];

/** Reads `two plus three times four`, `20% of 50`, `divide 96 by 8`; null when the text is not a sum with an operator in it. */
export function readExpression(text: string): Expression | null {
  return expressionOf(spokenWords(text).map((word) => word.text));
}

/** The whole of the words as a sum; a lone number is none. */
export function expressionOf(words: readonly string[]): Expression | null {
  const reader = new ExpressionReader(timesTable(words).filter((word, index) => word !== 'the' || words[index - 1] === 'to'));
  const expression = reader.readWhole();
  return expression === null || isPlain(expression) ? null : expression;
}

/** "Seven eights" of the times table, opened. */
function timesTable(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const one = PLURALS.get(word);
    return one === undefined || readNumberAt(words.slice(0, at), at - 1) === null ? [word] : ['times', one];
  });
}

function isPlain(expression: Expression): boolean {
  if (expression.kind === 'one' && expression.operator === 'minus') return isPlain(expression.of);
  return expression.kind === 'number' || expression.kind === 'percent';
}

/** Recursive descent over words: sums, products, powers, operands. */
class ExpressionReader {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  readWhole(): Expression | null {
    const expression = this.#command() ?? this.#sum();
    return this.#at === this.#words.length ? expression : null;
  }

  #command(): Expression | null {
    const command = COMMANDS.find(({ verb }) => this.#accept(verb));
    if (command === undefined) return null;
    let left = this.#sum();
    let operands = 1;
    while (left !== null && this.#at < this.#words.length) {
      if (!command.between.some((words) => this.#accept(words.split(' ')))) return null;
      const right = this.#sum();
      if (right === null) return null;
      const [first, second] = command.swapped ? [right, left] : [left, right];
      left = { kind: 'two', operator: command.operator, left: first, right: second };
      operands += 1;
    }
    return operands > 1 ? left : null;
  }

  #sum(): Expression | null {
    return this.#chain(SUM_OPERATORS, () => this.#product());
  }

  #product(): Expression | null {
    return this.#chain(PRODUCT_OPERATORS, () => this.#signed());
  }

  #chain(operators: readonly (readonly [readonly string[], BinaryOperator])[], operand: () => Expression | null): Expression | null {
    let left = operand();
    while (left !== null) {
      const operator = this.#acceptOne(operators);
      if (operator === null) return left;
      const right = operand();
      if (right === null) return null;
      left = { kind: 'two', operator, left, right };
    }
    return null;
  }

  #signed(): Expression | null {
    if (this.#accept(['halve'])) return this.#half();
    const prefix = this.#acceptOne(PREFIXES);
    if (prefix === null) return this.#power();
    const of = this.#signed();
    return of && { kind: 'one', operator: prefix, of };
  }

  #half(): Expression | null {
    const right = this.#signed();
    return right && { kind: 'two', operator: 'of', left: { kind: 'number', value: fraction(1n, 2n) }, right };
  }

  #power(): Expression | null {
    let base = this.#operand();
    while (base !== null) {
      const suffix = this.#acceptOne(SUFFIXES) ?? (this.#acceptSquare() ? 'squared' : null);
      if (suffix !== null) base = { kind: 'one', operator: suffix, of: base };
      else {
        const exponent = this.#exponent();
        if (exponent === null) return base;
        base = { kind: 'two', operator: 'to the power of', left: base, right: exponent };
      }
    }
    return null;
  }

  /** Recognisers drop the end of "nine squared"; a square root is another thing. */
  #acceptSquare(): boolean {
    const next = this.#words[this.#at + 1];
    return next !== 'root' && next !== 'of' && this.#accept(['square']);
  }

  #exponent(): Expression | null {
    if (this.#accept(['to', 'the', 'power', 'of']) || this.#accept(['to', 'the', 'power'])) return this.#signed();
    const [to, the, ordinal, power] = this.#words.slice(this.#at, this.#at + 4);
    const count = to === 'to' && the === 'the' && power === 'power' ? readOrdinal([ordinal ?? '']) : null;
    if (count === null) return null;
    this.#at += 4;
    return { kind: 'number', value: { numerator: BigInt(count), denominator: 1n } };
  }

  #operand(): Expression | null {
    if (this.#accept(['('])) {
      const inner = this.#sum();
      return inner !== null && this.#accept([')']) ? inner : null;
    }
    const number = readNumberAt(this.#words, this.#at);
    if (number === null) return null;
    this.#at += number.wordCount;
    return this.#share({ kind: 'number', value: number.value });
  }

  /** "twenty percent of fifty", "half of nine", "ten percent off eighty", "a twenty percent tip on ninety". */
  #share(number: Expression): Expression | null {
    const percent = this.#accept(['percent']) || this.#accept(['per', 'cent']);
    const share: Expression = percent ? { kind: 'percent', share: number } : number;
    const tip = percent && ['tip', 'tax', 'discount', 'fee'].some((word) => this.#accept([word, 'on']));
    const operator = tip || this.#accept(['of']) ? 'of' : percent && this.#accept(['off']) ? 'percent off' : null;
    if (operator === null) return share;
    const of = this.#signed();
    return of && { kind: 'two', operator, left: share, right: of };
  }

  #acceptOne<Operator>(operators: readonly (readonly [readonly string[], Operator])[]): Operator | null {
    return operators.find(([words]) => this.#accept(words))?.[1] ?? null;
  }

  #accept(words: readonly string[]): boolean {
    if (!words.every((word, index) => this.#words[this.#at + index] === word)) return false;
    this.#at += words.length;
    return true;
  }
}
