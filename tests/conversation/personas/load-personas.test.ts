import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import type { Persona } from '../../../electron/ipc/persona-schema.ts';
import { ada } from './some-persona.ts';

const builtIns = join(import.meta.dirname, '../../../assets/personas');

describe('the built-in personas', () => {
  it('are ten, each with a manner of its own, and admit what they cannot know', async () => {
    const { personas, problems } = await loadPersonas(builtIns);
    expect(problems).toEqual([]);
    expect(personas.map(({ id }) => id)).toEqual([
      'alder',
      'carlo',
      'dash',
      'hazel',
      'juniper',
      'mia',
      'nova',
      'parley',
      'robin',
      'winston',
    ]);
    const different = [
      ({ name }: Persona) => name,
      ({ character }: Persona) => character,
      ({ avatar }: Persona) => avatar,
      ({ greeting }: Persona) => greeting,
      ({ refusal }: Persona) => refusal,
      ({ voice }: Persona) => `${voice.rate} ${voice.pitch} ${voice.formant}`,
      ({ manner }: Persona) => manner.notices,
      ({ manner }: Persona) => manner.ending,
    ];
    for (const of of different) expect(new Set(personas.map(of)).size).toBe(personas.length);
    for (const { name, character, greeting, refusal, about, hostedVoices } of personas) {
      expect(character).toMatch(new RegExp(`^${name} is a .+[.]$`));
      expect(refusal).toMatch(/ A larger model or a connected service could\.$/);
      expect(`${character}${greeting}${refusal}${about}`).not.toContain('!');
      expect(Object.keys(hostedVoices)).toEqual(['openai', 'xai', 'gemini']);
    }
  });

  it('say word for word what the adapter of the embedded model was tuned on', async () => {
    const { personas } = await loadPersonas(builtIns);
    const character = (id: string) => personas.find((persona) => persona.id === id)?.character;
    expect(character('nova')).toBe('Nova is a warm, cheerful voice assistant.');
    expect(character('winston')).toBe('Winston is a polite and formal butler.');
    expect(character('alder')).toBe('Ms. Alder is a patient school teacher who explains things simply.');
    expect(character('mia')).toBe('Mia is a sporty coach who is full of energy.');
    expect(character('carlo')).toBe('Chef Carlo is a passionate cook who loves food.');
  });

  it('send to a real doctor where health is at stake', async () => {
    const { personas } = await loadPersonas(builtIns);
    for (const id of ['hazel', 'mia']) {
      const limit = personas.find((persona) => persona.id === id)?.limits.find(({ topic }) => topic === 'health');
      expect(limit?.sentence).toContain('a real doctor');
    }
  });
});

describe('a folder of personas', () => {
  let folder: string;
  const persona = { format: 'parley-persona', ...ada };
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
    await write('huge.json', { ...persona, id: 'huge', character: 'x'.repeat(1_100_000) });
    await write('list.json', []);
    await write('more.json', { ...persona, id: 'more', tools: ['shell'] });
    await write('notes.txt', 'no persona');
    const { personas, problems } = await loadPersonas(folder);
    expect(personas).toEqual([ada]);
    expect(problems).toHaveLength(6);
    expect(problems[0]).toBe('The persona file again.json was left out: another one has the id "ada". Give it an id of its own.');
    expect(problems[1]).toBe('The persona file broken.json was left out: it is not valid JSON. Mend or delete it.');
    expect(problems[2]).toContain('fast.json was left out: "voice.rate" is not as it should be');
    expect(problems[3]).toContain('larger than 1 MB');
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
    const [slow] = (await loadPersonas(folder)).personas;
    if (slow === undefined) throw new Error('Ada did not load.');
    expect(enginePersona(slow, 1.2)).toEqual({
      id: 'ada',
      name: 'Ada',
      character: persona.character,
      refusal: persona.refusal,
      mostSentences: 2,
      manner: { notices: 'What is loose.', ending: 'Names the next screw.' },
      language: 'en-US',
      hostedVoices: { openai: 'marin' },
      voice: { ...persona.voice, rate: 1.08 },
    });
    expect(enginePersona(slow, 3).voice.rate).toBe(1.5);
    expect(enginePersona(slow, 0.1).voice.rate).toBe(0.65);
  });
});
