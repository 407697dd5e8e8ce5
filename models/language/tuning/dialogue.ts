/** What one training example holds: the beginning of a prompt and what follows it, in the form of `prompt.ts`. */
export interface Dialogue {
  /** The persona's sentence, the list of skills and the facts, each a line. */
  readonly header: string;
  /** Text in order; `learned` text is what the model is to write. */
  readonly segments: readonly { readonly text: string; readonly learned: boolean }[];
  /** What kind of example it is, for counting. */
  readonly kind: 'call' | 'talk' | 'near-miss' | 'unknown' | 'facts' | 'result';
}

/** A call as the model writes it: `@timer.set {"duration":"five minutes"}`; without arguments the name alone. */
export function callLine(name: string, args: Readonly<Record<string, string>>): string {
  return Object.keys(args).length === 0 ? `@${name}` : `@${name} ${JSON.stringify(args)}`;
}
