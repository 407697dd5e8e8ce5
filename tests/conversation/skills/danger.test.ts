import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emergencyIn, readEmergency } from '../../../electron/conversation/skills/emergency-signs.ts';
import { emergencySkills } from '../../../electron/conversation/skills/emergency-skills.ts';

const surroundings = { knows: () => false, canvas: () => null, menu: () => null };
const dangers = dangersIn('spoken-danger.txt');
/**
 * Sets in the order in which they were written: each after the rules of its time and frozen before it was measured, then tuned on.
 * `first` is what was found at that first measurement and stays as it is; at least what is found now must stay found.
 */
const SETS = [
  { dangers: 'danger-held-out', lookAlikes: 'look-alikes-held-out', first: [7, 3], right: 29, mistaken: 0 },
  { dangers: 'danger-everyday', lookAlikes: 'look-alikes-everyday', first: [52, 5], right: 153, mistaken: 0 },
  { dangers: 'danger-second', lookAlikes: 'look-alikes-second', first: [26, 5], right: 59, mistaken: 0 },
  { dangers: 'danger-last', lookAlikes: 'look-alikes-last', first: [54, 5], right: 60, mistaken: 1 },
  // By somebody who knew nothing of the rules; the 400 are ordinary talk, half of it with words of danger in it.
  { dangers: 'danger-told', lookAlikes: 'look-alikes-told', first: [132, 55], right: 145, mistaken: 4 },
  { dangers: 'danger-told-second', lookAlikes: 'look-alikes-told-second', first: [58, 10], right: 58, mistaken: 0 },
  // Not tuned on.
  { dangers: 'danger-newest', lookAlikes: 'look-alikes-newest', first: [27, 4], right: 27, mistaken: 2 },
] as const;
/** SHA-256 of the frozen files, first 16 digits. */
const FROZEN: Readonly<Record<string, string>> = {
  'danger-everyday': 'fde830b5fb165c9f',
  'look-alikes-everyday': 'c808af8f837d6d5b',
  'danger-second': '849aec3cde93c108',
  'look-alikes-second': '0f8ae561180ee047',
  'danger-last': '47c901e9102bceb2',
  'look-alikes-last': '7645e87b74eb2df5',
  'danger-told': '0ec603c58bb41783',
  'look-alikes-told': 'b230d514e150e0e1',
  'danger-told-second': '0175523184415463',
  'look-alikes-told-second': 'c4033b6c33483604',
  'danger-newest': 'a05a88d36f93c347',
  'look-alikes-newest': '3cead5d9b3b97bc1',
};
const lookAlikes = lines('danger-look-alikes.txt');

describe('danger', () => {
  it('is written down in 150 ways, and as many that only sound like it', () => {
    expect([new Set(dangers.map(({ said }) => said)).size, new Set(lookAlikes).size]).toEqual([150, 150]);
  });

  it.each(dangers)('"$said" asks for the first step of $kind', ({ kind, said }) => {
    expect(emergencyIn(said)).toBe(kind);
  });

  it.each(lookAlikes)('"%s" is none', (said) => {
    expect(emergencyIn(said)).toBeNull();
  });

  it.each(SETS)('is recognised in other words no less than it was: $dangers', (set) => {
    const said = dangersIn(`${set.dangers}.txt`);
    const found = said.filter(({ kind, said: words }) => kind.split('|').includes(emergencyIn(words) ?? 'none'));
    expect(found.length).toBeGreaterThanOrEqual(set.right);
    expect(lines(`${set.lookAlikes}.txt`).filter((words) => emergencyIn(words) !== null).length).toBeLessThanOrEqual(set.mistaken);
  });

  it.each(Object.entries(FROZEN))('is judged by sentences that are not changed afterwards: %s', (name, digits) => {
    const bytes = readFileSync(new URL(`./danger/${name}.txt`, import.meta.url));
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe(digits);
  });

  it.each([
    'Mam will kill me if she sees the state of this kitchen.',
    "I'm gasping for a cup of tea.",
    'The new girl on the desk is dead sound.',
    'She beat me seven to two.',
    "He thinks he's died and gone to heaven.",
  ])('%s is no danger', (said) => expect(emergencyIn(said)).toBeNull());

  it('is not found in what people say otherwise', () => {
    const others = ['../spoken-for-none.txt', '../declining/small-talk.txt'].flatMap(lines);
    const questions = lines('../declining/unknowable.txt').map((line) => line.replace(/^[a-z]+: /, ''));
    expect([...others, ...questions].filter((said) => emergencyIn(said) !== null)).toEqual([]);
  });

  it('is understood when the recogniser wrote one word as another that sounds like it', () => {
    expect(emergencyIn('I have a bad pane in my chest and I feel faint')).toBe('medical');
    expect(emergencyIn('my chased hurts and I feel dizzy')).toBe('medical');
    expect(emergencyIn('he stopped at the shop')).toBeNull();
  });

  it.each([
    ['violence', 'my husband hit me over the head with a bottle'],
    ['violence', "my phone is dying and there's someone in my house"],
    ['breathing', "we played cards and he collapsed he's not breathing"],
    ['breathing', "it's the pollen my throat is closing up and I can't breathe"],
    ['violence', 'my husband is going to kill me if I go home'],
    ['violence', "he won't let me leave the house I'm sick of it"],
    ['poisoning', 'she swallowed the worming pills all of them'],
    ['breathing', "he choked up on a piece of meat and he can't breathe"],
  ])('%s is found beside what is harmless elsewhere: %s', (kind, said) => {
    expect(emergencyIn(said)).toBe(kind);
  });

  it.each([
    ['my brother left a goodbye note last night and he is not picking up', 'self-harm'],
    ['my dad left the stove on last night', null],
    ['there is six of us splitting a hundred and fourteen bucks what does each guy throw in', null],
    ['that guy by the bar keeps hitting us', 'violence'],
    ["I can't see the point any more and I'd sooner finish myself off", 'self-harm'],
    ['I could finish myself off with another slice of that cake', null],
    ["the old dust is choking me and I can't get my breath", 'breathing'],
    ['he keeps choking me', 'violence'],
    ["Nothing much going on over here, just thought I'd say hello.", null],
    ['there is not much point going on living', 'self-harm'],
  ])('tells apart what uses the same words: %s', (said, kind) => {
    expect(emergencyIn(said)).toBe(kind);
  });

  it('is not shouted about where words only sound like it, all together', () => {
    const said = dangersIn('danger-told.txt').find((danger) => readEmergency(danger.said)?.isDoubtful)?.said ?? '';
    const doubtful = readEmergency(said);
    const sure = readEmergency('I have a crushing pain in my chest');
    expect([doubtful?.isDoubtful, sure?.isDoubtful]).toEqual([true, false]);
    const [help] = emergencySkills;
    // Whatever is understood as a whole goes before a doubt.
    expect(help?.recognise?.(said, surroundings)).toBeNull();
    const matched = help?.recogniseWithin?.(said, surroundings);
    expect(matched).toMatchObject({ arguments: { doubtful: 'yes' } });
    expect(matched?.score).toBeLessThan(0.3);
  });
});

function dangersIn(name: string) {
  return lines(name).map((line) => {
    const [kind = '', said = ''] = line.split(/: (.*)/);
    return { kind, said };
  });
}

function lines(name: string): readonly string[] {
  return readFileSync(new URL(`./danger/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}
