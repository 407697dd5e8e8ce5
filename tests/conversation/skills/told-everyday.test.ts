import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../../models/language/language-model.ts';
import { openConversation } from '../../bench/answer-request.ts';
import { verdictOf } from '../../bench/judge-request.ts';
import { requestOf } from '../../recordings/spoken-requests.ts';

/** What reaches the model was understood by no skill. */
const silent: LanguageModel = {
  id: 'silent',
  isTuned: true,
  async *generate() {
    yield 'I see.';
  },
  prefill: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** Other ways to say what requests of the seventh and of later authors failed at, by the author of the rules; each a whole conversation. */
describe('a request in everyday words', () => {
  it.each([...linesOf('seventh.txt'), ...linesOf('later.txt')])('%s', async (line) => {
    const { given, said, expected, takesOrders } = requestOf(line);
    const { say, shelf } = await openConversation(silent, { takesOrders });
    for (const before of given) await say(before);
    const answered = await say(said);
    expect([answered.skill, answered.sentence, verdictOf(expected, answered, shelf.current)].join(': ')).toMatch(/: right$/);
  });
});

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(`./told/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}
