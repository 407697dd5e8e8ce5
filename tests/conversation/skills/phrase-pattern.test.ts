import { describe, expect, it } from 'vitest';
import { phraseMatcher } from '../../../electron/conversation/skills/phrase-matcher.ts';
import { parsePhrase } from '../../../electron/conversation/skills/phrase-pattern.ts';

describe('phrases', () => {
  it('have alternatives, optional words and slots', () => {
    const match = phraseMatcher(['(set|start) [a] timer for {duration}']);
    expect(match('Start timer for 5 minutes')?.arguments).toEqual({ duration: '5 minutes' });
    expect(match('Set a timer for half an hour')?.arguments).toEqual({ duration: 'half an hour' });
    expect(match('Set a timer for the pasta')).toBeNull();
  });

  it('give names as they were written', () => {
    expect(phraseMatcher(['switch to {name:persona}'])("Switch to Jean-Luc O'Neill.")?.arguments).toEqual({ name: "Jean-Luc O'Neill" });
  });

  it('pass over slots without a name', () => {
    expect(phraseMatcher(['not {_:persona} but {name:persona}'])('Not Ivan but Igor.')?.arguments).toEqual({ name: 'Igor' });
  });

  it('are free of politeness, but account for every other word', () => {
    const match = phraseMatcher(['what time is it']);
    for (const polite of [
      'Um, hey Nova, could you please tell me... what time is it?',
      'What time is it right now, please?',
      'Nova, what time is it?',
      'What time is it, thank you very much?',
    ]) {
      expect(match(polite)?.score).toBe(1);
    }
    for (const other of [
      'What time is it in Tokyo?',
      'He asked what time is it',
      "Don't tell me what time is it",
      'What time is it that you mean?',
      'What time is',
    ]) {
      expect(match(other)).toBeNull();
    }
  });

  it('may be one sentence among others, at a lower score', () => {
    const match = phraseMatcher(['what time is it']);
    expect(match('I have to go soon. What time is it?')?.score).toBeCloseTo(4 / 9);
    expect(match(`${'This is a long story about a man and his dog. '.repeat(3)}What time is it?`)).toBeNull();
  });

  it('score words they spell out above words they only let pass', () => {
    const exact = phraseMatcher(['cancel all timers'])('Cancel all timers');
    const loose = phraseMatcher(['cancel {which:label} timers'])('Cancel all timers');
    expect(exact?.score).toBeGreaterThan(loose?.score ?? 1);
  });

  it.each([
    ['set (a timer', 'lacks a ")"'],
    ['set a) timer', 'stray ")"'],
    ['wait {while}', 'slot kind "while"'],
    ['', 'needs words'],
  ])('that are written wrong say so: "%s"', (phrase, problem) => {
    expect(() => parsePhrase(phrase)).toThrow(problem);
  });

  it('take no longer for a long line of words than for a request', () => {
    const match = phraseMatcher(['{expression}', '{measure} to {unit}', 'set a {label:label} timer for {duration} for {duration}']);
    const startedAtMs = performance.now();
    expect(match('two plus two plus '.repeat(13))).toBeNull();
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
  });
});
