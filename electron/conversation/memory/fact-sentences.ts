import type { Fact } from '../../ipc/conversation-schema.ts';

const SENTENCES: Readonly<Record<Fact['kind'], (value: string) => string>> = {
  'user-name': (name) => `The user's name is ${name}.`,
};

/**
 * Facts as short sentences for a prompt, in the order given. Each is one line whatever was stored: a line break would
 * let a value pass for an instruction.
 */
export function factSentences(facts: readonly Pick<Fact, 'kind' | 'value'>[]): readonly string[] {
  return facts.map(({ kind, value }) => SENTENCES[kind](value.replaceAll(/\s+/g, ' ').trim()));
}
