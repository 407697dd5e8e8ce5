import { hostedNames } from '../../../names/hosted-names.ts';
import type { EnginePersona, EngineSetup } from '../../realtime-model.ts';

/** Who the model is, what it knows of the user, how names are said. @param pronunciations false where the server has a map for them */
export function instructions(setup: EngineSetup, pronunciations: boolean): string {
  const { persona, facts, names, tools } = setup;
  const { instructions: said, keyterms } = hostedNames(names);
  const parts = [
    persona.character,
    mannerOf(persona),
    `You are ${persona.name}, and you speak aloud: no lists, no headings, no symbols that cannot be said.`,
    languageOf(persona),
    persona.mostSentences === undefined ? 'Keep it short.' : `Say no more than ${persona.mostSentences} sentences of your own.`,
    persona.manner === undefined ? '' : `You notice: ${persona.manner.notices} How you end a turn: ${persona.manner.ending}`,
    persona.language === undefined ? '' : `You speak the language ${persona.language}, unless you are asked for another.`,
    'When you do not know something, say so plainly. Never invent facts, sums or names.',
    tools.length === 0
      ? ''
      : 'Use a tool whenever one fits. When its result has "say", say that, with every number and name exactly as it stands there.',
    facts.length === 0 ? '' : `What you know:\n${facts.map((fact) => `- ${fact}`).join('\n')}`,
    keyterms.length === 0 ? '' : `Names as they are written: ${keyterms.join(', ')}.`,
    pronunciations ? said : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Has a sentence of our own said as it stands. */
export function sayExactly(sentence: string): string {
  return `Say exactly the following sentence, word for word, and nothing else before or after it:\n${sentence}`;
}

function mannerOf({ manner }: EnginePersona): string {
  if (manner === undefined) return '';
  const { notices, ending } = manner;
  return [notices === '' ? '' : `What you notice: ${notices}`, ending === '' ? '' : `How you end a turn: ${ending}`]
    .filter((part) => part !== '')
    .join('\n');
}

function languageOf({ language }: EnginePersona): string {
  if (language === undefined) return '';
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return `Speak ${name}, unless the user speaks another language.`;
}
