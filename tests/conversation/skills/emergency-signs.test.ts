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
