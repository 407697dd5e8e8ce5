import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { mentionsIn } from '../canvas/about-screen/mentions.ts';
import { spokenWords } from '../words/spoken-words.ts';

/** What stands for every row and every column. No meaning has to know what prawns are to know that they should come off. */
const ROW = 'this one';
const COLUMN = 'that column';
const BEFORE = '(?:\\b(?:the|my|our|your|his|her|their|that|those|this|these) )?';
const MARKED_ROW = new RegExp(`${BEFORE}\\{[^}]*\\}`, 'gi');
const MARKED_COLUMN = new RegExp(`${BEFORE}\\[[^\\]]*\\](?: column)?`, 'gi');

/** "The {prawns} had better come off" -> "this one had better come off"; `[ ]` is round names of columns. */
export function withoutMarks(marked: string): { readonly plain: string; readonly words: string } {
  return {
    plain: marked.replaceAll(MARKED_ROW, ROW).replaceAll(MARKED_COLUMN, COLUMN),
    words: marked.replaceAll(/[{}[\]]/g, ''),
  };
}

/** The utterance with marks round what it names of the canvas. */
export function marked(utterance: string, canvas: Canvas): string {
  const words = spokenWords(utterance);
  let text = '';
  let done = 0;
  for (const { from, to, token } of mentionsIn(words, canvas)) {
    const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
    if (start < done) continue;
    const [open, close] = token.startsWith('<c') ? '[]' : '{}';
    // "Salmon's gone up": what it does is no part of its name.
    const [, name = '', rest = ''] = /^(.*?)((?:['’]s)?)$/su.exec(utterance.slice(start, end)) ?? [];
    text += `${utterance.slice(done, start)}${open}${name}${close}${rest}`;
    done = end;
  }
  return text + utterance.slice(done);
}

/** The words as the choice of skills reads them: what is shown is called alike, whatever it is. */
export function plainlyNamed(utterance: string, canvas: Canvas | null): string {
  return canvas === null ? utterance : withoutMarks(marked(utterance, canvas)).plain;
}
