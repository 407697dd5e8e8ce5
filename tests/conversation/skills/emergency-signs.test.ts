import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emergencyIn } from '../../../electron/conversation/skills/emergency-signs.ts';

describe('signs of danger', () => {
  it('are found in one sentence whatever the others say', () => {
    expect(emergencyIn('I was watching a movie. Now my chest hurts. What is on next?')).toBe('medical');
    expect(emergencyIn('What are the signs of a stroke? My wife has a drooping face and her speech is slurred.')).toBe('medical');
  });

  it('are found in a long rush of words', () => {
    expect(emergencyIn(`${'so I was walking home and then I sat down and '.repeat(12)} now I can't breathe`)).toBe('breathing');
  });

  it('count when somebody asks what to do, not when somebody asks what it is', () => {
    expect(emergencyIn('What should I do, my son swallowed bleach')).toBe('poisoning');
    expect(emergencyIn('What is an asthma attack?')).toBeNull();
  });

  it('are not there when they are denied', () => {
    expect(emergencyIn("I don't have chest pain.")).toBeNull();
    expect(emergencyIn('There is no fire.')).toBeNull();
    expect(emergencyIn("I'm not suicidal.")).toBeNull();
  });

  it.each([
    ['self-harm', "This can't go on, I want to kill myself."],
    ['medical', "My knee can't go on and I have a crushing pain in my chest."],
    ['medical', 'I have never had such a pain in my chest in my life.'],
    ['medical', "I'm not moving off this sofa, there's a crushing pain in my chest."],
    ['self-harm', 'Please put bread on the list, I want to end my life tonight.'],
  ])('are found beside what is harmless: %s, %s', (kind, said) => {
    expect(emergencyIn(said)).toBe(kind);
  });

  it.each([
    "My knee can't go on stairs any more.",
    'I am not moving off this couch for anything, both kids are asleep.',
    'First winter in Canada and I have never been this cold in my life.',
    "I'm whispering because I'm scared to breathe.",
    'We have seen mice round the shed so put rat poison on the list.',
    'There is a fire in the fireplace.',
    'My boss sent an email at eleven last night.',
    'I had an argument with my sister and I keep going over it in my head.',
    "My daughter says she hates me because I won't let her get her nose pierced.",
  ])('are not in words that only sound like one: %s', (said) => {
    expect(emergencyIn(said)).toBeNull();
  });

  it('are looked for in any text without failing or taking long', () => {
    const words = fc.constantFrom(
      'i',
      'am',
      'my',
      'is',
      'a',
      'the',
      'chest',
      'pain',
      'fire',
      'gas',
      'not',
      'took',
      'pills',
      'dying',
      'kill',
      'has',
      'gun',
      'on',
    );
    const startedAtMs = performance.now();
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void emergencyIn(text)));
    fc.assert(fc.property(fc.array(words, { maxLength: 300 }), (list) => void emergencyIn(list.join(' '))));
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
  });
});
