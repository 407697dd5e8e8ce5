import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import type { LanguageModel } from '../../../models/language/language-model.ts';
import { openLlama } from '../../../models/language/llama.ts';
import { companyReply } from '../../../models/speech-to-speech/on-device/company/company-reply.ts';
import { smallTalk } from '../../../models/speech-to-speech/on-device/small-talk.ts';
import { isMissing, projectFolder, realPlaces } from '../../models/real-places.ts';

const { personas } = await loadPersonas(`${projectFolder}/assets/personas`);

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
});

describe('a persona of this computer', () => {
  it('takes good news and bad in words of its own', () => {
    const said = personas.map((persona) => {
      const reply = (utterance: string) => companyReply(utterance, { persona: enginePersona(persona, 1), earlierReplies: [] });
      return [reply('The train was packed again.'), reply('My roses are in bloom.')];
    });
    expect(new Set(said.map(([sad]) => sad)).size).toBeGreaterThanOrEqual(personas.length - 2);
    expect(new Set(said.map(([, glad]) => glad)).size).toBeGreaterThanOrEqual(personas.length - 2);
  });
});
