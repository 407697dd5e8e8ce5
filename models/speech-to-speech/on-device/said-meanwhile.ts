import { Scope } from '../../../electron/lifetime/scope.ts';

/** A pause that long asks for a word: whoever answers in conversation starts after 0.2 s, and says so when it takes a second. */
const PATIENCE_MS = 700;
const SENTENCE = 'Let me think for a moment.';

/**
 * One sentence, if what is to answer takes long to come: a small model that was not needed before is read for seconds (12 s,
 * measured with the voice on two busy cores).
 */
export async function* saidMeanwhile(coming: Promise<unknown>): AsyncGenerator<string> {
  const scope = new Scope('patience');
  const late = new Promise<'late'>((resolve) => void scope.timeout(() => resolve('late'), PATIENCE_MS));
  const first = await Promise.race([late, coming.catch(() => 'come')]);
  await scope.close();
  if (first === 'late') yield SENTENCE;
}
