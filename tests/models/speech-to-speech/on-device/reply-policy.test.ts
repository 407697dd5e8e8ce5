import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maySay, replyKind } from '../../../../models/speech-to-speech/on-device/reply-policy.ts';
import { plainSetup } from './setup.ts';

const context = { setup: plainSetup, utterance: 'hello', earlierReplies: [] };

describe('what the small model may be asked', () => {
  it.each([
    'Hello, how are you?',
    'Good morning!',
    'Tell me a story.',
    'Tell me a joke',
    'I had a long day.',
    'Thank you',
    'Good night.',
    "What's your name?",
    'Are you a robot?',
    'Do you like music?',
    'It is cold today.',
    'Never mind.',
  ])('company: %s', (utterance) => {
    expect(replyKind(utterance)).toBe('small-talk');
  });

  it.each([
    'What is the capital of France?',
    'Who wrote Hamlet?',
    'Hello, what is the capital of France?',
    'I wonder what the weather is like.',
    'Do you know who won?',
    'I have chest pain, what medicine helps?',
    'Should I sue my landlord?',
    'Send a message to Anna.',
    'My neighbour wants to know why the sky is blue',
    '',
    'banana',
  ])('not knowledge, advice or acts: %s', (utterance) => {
    expect(replyKind(utterance)).toBe('decline');
  });
});

describe('what the small model may say', () => {
  it.each(["I'm glad to hear that.", 'That sounds lovely!', 'Good night, sleep well.', 'Oh no, I am sorry.'])('company: %s', (clause) => {
    expect(maySay(clause, context)).toBe(true);
  });

  it.each([
    ['nothing', ' ... '],
    ['a call line', '@timer.set {"time":"five"}'],
    ['the form of the prompt', 'User: hello'],
    ['a number', 'There are fifty minutes in an hour.'],
    ['digits', 'It is 42.'],
    ['an act it did not do', "I've set your alarm."],
    ['an act it cannot do', "I'll send it now."],
    ['something about the user that nobody said', 'Your mother would be proud.'],
    ['a claim about the world', 'That is the capital of Spain.'],
    ['a name nobody brought up', 'It was found by Theodor Ballemberg.'],
    ['medical advice', 'You should take some aspirin.'],
  ])('never %s', (_, clause) => {
    expect(maySay(clause, context)).toBe(false);
  });

  it('may use names the user, the facts or the persona brought up', () => {
    const known = { ...context, utterance: 'I talked to Theodor', setup: { ...plainSetup, facts: ["The user's name is Anna."] } };
    expect(maySay('How nice, Anna, that Theodor called.', known)).toBe(true);
    expect(maySay("Well, I'm Nova.", context)).toBe(true);
  });

  it('does not say again what it said before', () => {
    expect(maySay('How nice!', { ...context, earlierReplies: ['how nice.'] })).toBe(false);
  });
});

describe('what ordinary talk is taken for', () => {
  /** By somebody who knew nothing of the rules. Before "which", "why" and third persons were read as talk: 96 and 81. */
  it.each([
    ['look-alikes-told', 23],
    ['look-alikes-told-second', 14],
  ])('is company, and a request in few of %s', (name, most) => {
    const said = readFileSync(new URL(`../../../conversation/skills/danger/${name}.txt`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    expect(said.filter((words) => replyKind(words) === 'decline').length).toBeLessThanOrEqual(most);
  });

  it('is never company where knowledge is asked for', () => {
    const asked = readFileSync(new URL('../../../conversation/skills/declining/unknowable.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    expect(asked.map((line) => line.replace(/^[a-z]+: /, '')).filter((words) => replyKind(words) !== 'decline')).toEqual([]);
  });
});
