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
    }))
      clauses.push(clause);
    return clauses.join(' ');
  }

  it.each(personas.map(({ id, name }) => [id, name]))('%s says its own name', async (id, name) => {
    expect(await answer(id, "what's your name")).toContain(name);
  });

  it.each(TUNED)('%s greets, takes leave and feels like nobody else', async (id) => {
    for (const utterance of ['hello', 'how are you', 'goodbye'])
      expect(await answer(id, utterance)).not.toBe(await answer('parley', utterance));
  });
});
