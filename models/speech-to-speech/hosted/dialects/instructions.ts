import { hostedNames } from '../../../names/hosted-names.ts';
import type { EngineSetup } from '../../realtime-model.ts';

/** Who the model is, what it knows of the user, how names are said. @param pronunciations false where the server has a map for them */
export function instructions(setup: EngineSetup, pronunciations: boolean): string {
  const { persona, facts, names, tools } = setup;
  const { instructions: said } = hostedNames(names);
  const written = names.map(({ written: name }) => name.replaceAll(/[\s"]+/g, ' ').trim()).filter((name) => name !== '');
  const parts = [
    persona.character,
    `You are ${persona.name}, and you speak aloud: no lists, no headings, no symbols that cannot be said.`,
    persona.mostSentences === undefined ? 'Keep it short.' : `Say no more than ${persona.mostSentences} sentences of your own.`,
    'When you do not know something, say so plainly. Never invent facts, sums or names.',
    tools.length === 0
      ? ''
      : 'Use a tool whenever one fits. When its result has "say", say that, with every number and name exactly as it stands there.',
    facts.length === 0 ? '' : `What you know:\n${facts.map((fact) => `- ${fact}`).join('\n')}`,
    written.length === 0 ? '' : `Names as they are written: ${[...new Set(written)].slice(0, 100).join(', ')}.`,
    pronunciations ? said : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Has a sentence of our own said as it stands. */
export function sayExactly(sentence: string): string {
  return `Say exactly the following sentence, word for word, and nothing else before or after it:\n${sentence}`;
}
