import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';

const builtIns = join(import.meta.dirname, '../../../assets/personas');

describe('the built-in personas', () => {
  it('are two, unlike each other, and admit what they cannot know', async () => {
    const { personas, problems } = await loadPersonas(builtIns);
    expect(problems).toEqual([]);
    expect(personas.map(({ name }) => name)).toEqual(['Nova', 'Winston']);
    const [nova, winston] = personas;
    expect(nova?.tone).not.toBe(winston?.tone);
    expect(winston?.voice.pitch).toBeLessThan(nova?.voice.pitch ?? 0);
    expect(winston?.voice.rate).toBeLessThan(nova?.voice.rate ?? 0);
    for (const { name, character, greeting, refusal } of personas) {
      expect(character).toMatch(new RegExp(`^${name} is a .+[.]$`));
      expect(refusal).toMatch(/can(?:'|no)t know that here\. A larger model or a connected service could\.$/);
      expect(`${character}${greeting}${refusal}`).not.toContain('!');
    }
  });
});

describe('a folder of personas', () => {
  let folder: string;
  const persona = {
    id: 'ada',
    name: 'Ada',
    character: 'Ada is a patient teacher.',
    greeting: 'Hello.',
    refusal: "I can't know that here. A larger model or a connected service could.",
    voice: { voiceId: 'piper-en-us-joe-medium', rate: 1, pitch: 1 },
    patience: 1,
    tone: 'moss',
  };
  const write = (name: string, content: unknown) =>
    writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-personas-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives every good one although others are broken, and one sentence for each of those', async () => {
    await write('ada.json', persona);
    await write('again.json', persona);
    await write('broken.json', '{ "id": ');
    await write('fast.json', { ...persona, id: 'fast', voice: { ...persona.voice, rate: 9 } });
    await write('huge.json', { ...persona, id: 'huge', character: 'x'.repeat(30_000) });
    await write('list.json', []);
    await write('more.json', { ...persona, id: 'more', tools: ['shell'] });
    await write('notes.txt', 'no persona');
    const { personas, problems } = await loadPersonas(folder);
    expect(personas).toEqual([persona]);
    expect(problems).toHaveLength(6);
    expect(problems[0]).toBe('The persona file again.json was left out: another one has the id "ada". Give it an id of its own.');
    expect(problems[1]).toBe('The persona file broken.json was left out: it is not valid JSON. Mend or delete it.');
    expect(problems[2]).toContain('fast.json was left out: "voice.rate" is not as it should be');
    expect(problems[3]).toContain('too large');
    expect(problems[5]).toContain('more.json');
  });

  it('that does not exist is a sentence, not an exception', async () => {
    const { personas, problems } = await loadPersonas(join(folder, 'nowhere'));
    expect(personas).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('cannot be read');
  });

  it('reaches the engine with the pace of persona and user together, inside what stays clear', async () => {
    await write('ada.json', { ...persona, voice: { ...persona.voice, rate: 0.9 } });
    const [ada] = (await loadPersonas(folder)).personas;
    if (ada === undefined) throw new Error('Ada did not load.');
    expect(enginePersona(ada, 1.2)).toEqual({
      id: 'ada',
      name: 'Ada',
      character: persona.character,
      refusal: persona.refusal,
      voice: { ...persona.voice, rate: 1.08 },
    });
    expect(enginePersona(ada, 3).voice.rate).toBe(1.5);
    expect(enginePersona(ada, 0.1).voice.rate).toBe(0.65);
  });
});
