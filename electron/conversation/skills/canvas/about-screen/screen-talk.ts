import type { Canvas } from '../../../../ipc/canvas-schema.ts';
import { type SpokenWord, spokenWords } from '../../words/spoken-words.ts';
import { type Mention, mentionsIn } from './mentions.ts';

/** Longer ones are stories. */
const MOST_WORDS = 40;

/** What was said while something is shown, with what it mentions of it. */
export interface ScreenTalk {
  readonly canvas: Canvas | null;
  /**
   * The words parted by blanks, contractions opened; `<2>` stands where row 2 is mentioned, `<2.1>` for its cell in column 1,
   * `<c1>` for column 1, all counted from 0. Frames are patterns over this.
   */
  readonly text: string;
  /** A stretch of `text` as it was written. */
  written(from: number, to: number): string;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** @returns null for what is too long to be a request */
export function screenTalk(utterance: string, canvas: Canvas | null): ScreenTalk | null {
  const words = spokenWords(utterance);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const tokens = tokensOf(words, canvas === null ? [] : mentionsIn(words, canvas));
  const places: { readonly at: number; readonly token: Token }[] = [];
  let text = '';
  for (const token of tokens) {
    if (text !== '') text += ' ';
    places.push({ at: text.length, token });
    text += token.text;
  }
  const written = (from: number, to: number) => {
    const meant = places.filter(({ at, token }) => at + token.text.length > from && at < to);
    const [first, last] = [meant[0]?.token, meant.at(-1)?.token];
    return first === undefined || last === undefined ? '' : utterance.slice(first.start, last.end).trim();
  };
  return { canvas, text, written };
}

function tokensOf(words: readonly SpokenWord[], mentions: readonly Mention[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const mention = mentions.find(({ from }) => from === at);
    const [first, last] = [words[at], words[mention === undefined ? at : mention.to - 1]];
    if (first !== undefined && last !== undefined) tokens.push({ text: mention?.token ?? first.text, start: first.start, end: last.end });
    at = mention?.to ?? at + 1;
  }
  return tokens;
}
