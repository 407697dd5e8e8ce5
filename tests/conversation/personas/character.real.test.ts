import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import type { LanguageModel } from '../../../models/language/language-model.ts';
import { openLlama } from '../../../models/language/llama.ts';
import { smallTalk } from '../../../models/speech-to-speech/on-device/small-talk.ts';
import { isMissing, projectFolder, realPlaces } from '../../models/real-places.ts';

const { personas } = await loadPersonas(`${projectFolder}/assets/personas`);

/** Characters the adapter of the embedded model was tuned on; of others it knows only the name. */
const TUNED = ['alder', 'carlo', 'mia', 'winston'];

describe.skipIf(isMissing('language'))('on the embedded model', () => {
  let model: LanguageModel;
  beforeAll(async () => {
    model = await openLlama(realPlaces);
  });
  afterAll(() => model.close());

  async function answer(id: string, utterance: string): Promise<string> {
    const persona = personas.find((candidate) => candidate.id === id);
    if (persona === undefined) throw new Error(`There is no ${id}.`);
    const setup = { persona: enginePersona(persona, 1), facts: [], names: [], tools: [], history: [] };
    const context = { setup, utterance, earlierReplies: [] };
    const clauses: string[] = [];
    for await (const clause of smallTalk(model, {
      context,
      history: [{ role: 'user', text: utterance }],
      signal: AbortSignal.timeout(20_000),
      onCall: (line) => {
        clauses.push(line.trim());
        return true;
      },
    }))
      clauses.push(clause);
    return clauses.join(' ');
  }

  it.each(personas.map(({ id, name }) => [id, name]))('%s says its own name, or calls the skill that does', async (id, name) => {
    expect(await answer(id, "what's your name")).toMatch(new RegExp(`${name}|^@persona\\.name$`));
  });

  it.each(TUNED)('%s feels like nobody else', async (id) => {
    const answers = await Promise.all(
      ['I am so tired', 'I got the job!', 'I lost my keys'].map(async (said) => [await answer(id, said), await answer('parley', said)]),
    );
    expect(answers.filter(([own, other]) => own !== other).length).toBeGreaterThanOrEqual(2);
  });
});
