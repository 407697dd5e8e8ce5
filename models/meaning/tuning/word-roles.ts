import { plainWords } from '../../speech-to-speech/on-device/skill-choice.ts';

/** Round what a request needs and what is new in it: things or the one thing, a name, names of columns. */
const MARKS: Readonly<Record<string, string>> = { '<': 'thing', '>': 'thing', '(': 'name', ')': 'name', '*': 'columns' };
const ANY_MARK = /[<>()*]/;

export interface WordRoles {
  /** Without the marks, as `plainWords` writes them. */
  readonly words: string;
  /** `none`, `thing`, `in-thing`, ...: one for each word, as `mini_lm.py` names them. */
  readonly roles: readonly string[];
}

/** Reads "stick <brown bread> on there": the first word of a mark begins its role, the others are in it. */
export function wordRoles(marked: string): WordRoles {
  const said: { word: string; role: string }[] = [];
  for (const { text, role, clings } of stretchesOf(marked)) {
    const words = plainWords(text)
      .split(' ')
      .filter((word) => word !== '');
    // "<Hallelujah>'s": what clings to a word belongs to it.
    const first = clings ? words.shift() : undefined;
    const last = said.at(-1);
    if (first !== undefined && last !== undefined) last.word += first;
    for (const [at, word] of words.entries()) said.push({ word, role: role === null ? 'none' : at === 0 ? role : `in-${role}` });
  }
  return { words: said.map(({ word }) => word).join(' '), roles: said.map(({ role }) => role) };
}

const LETTER = /[\p{L}\p{M}\p{N}'’%]/u;

/** What stands in a mark and what stands between marks. */
function stretchesOf(marked: string) {
  let role: string | null = null;
  let before = '';
  const stretches: { readonly text: string; readonly role: string | null; readonly clings: boolean }[] = [];
  for (const part of marked.split(/(?=[<>()*])|(?<=[<>()*])/)) {
    if (ANY_MARK.test(part)) {
      const named: string = MARKS[part] ?? '';
      role = role === named ? null : named;
      continue;
    }
    stretches.push({ text: part, role, clings: role === null && LETTER.test(before.slice(-1)) && LETTER.test(part.slice(0, 1)) });
    before = part;
  }
  return stretches;
}

/** Puts marks round the first place of each argument among the words; null when one of them does not stand there. */
export function markArguments(words: string, given: readonly (readonly [role: string, text: string])[]): string | null {
  let text = ` ${words} `;
  for (const [role, value] of given) {
    const [open = '', close = open] = Object.keys(MARKS).filter((mark) => MARKS[mark] === role);
    const plain = plainWords(value);
    const at = text.indexOf(` ${plain} `);
    if (plain === '' || at < 0) return null;
    text = `${text.slice(0, at)} ${open}${plain}${close}${text.slice(at + plain.length + 1)}`;
  }
  return text.trim();
}
