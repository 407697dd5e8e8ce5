import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../electron/conversation/turn-taking/completeness.ts';

it.each([
  ['', 'unsure'],
  ['...', 'unsure'],
  ['What time is it?', 'asked'],
  ['Set a timer for five minutes.', 'complete'],
  ['Set a timer for', 'open'],
  ['Set a timer for.', 'open'],
  ['Set a timer for ten.', 'open'],
  ['Set a timer for an hour.', 'complete'],
  ['I would like to go to the', 'open'],
  ['I would like.', 'open'],
  ["I'd really like", 'open'],
  ['What would you like?', 'asked'],
  ['Tell me about Paris and', 'open'],
  ['Tell me.', 'open'],
  ['Can you remind me', 'open'],
  ['Remind me to call my mother.', 'complete'],
  ['What is that?', 'asked'],
  ['Who are you?', 'asked'],
  ['Yes, I do.', 'complete'],
  ['Yes.', 'complete'],
  ['So um', 'open'],
  ['Could you please', 'open'],
  ['It costs about,', 'open'],
  ['Never mind,', 'unsure'],
  ['No, thank you.', 'complete'],
  ['Yes, please.', 'complete'],
  ['I was thinking about you.', 'complete'],
  ['I was thinking about', 'open'],
  ['Can you tell me?', 'open'],
  ['Could you please turn?', 'open'],
  ['How do you say?', 'open'],
  ['Is there any way to?', 'open'],
  ['Who should I talk to?', 'asked'],
  ['What can you do?', 'asked'],
  ['Could you repeat that?', 'complete'],
  ['She told me that', 'open'],
  ['Remind me to call my mother at five.', 'complete'],
  ['tell me a joke', 'unsure'],
  ['Stop.', 'complete'],
])('judges %j as %s', (text, judgement) => {
  expect(completenessOf(text)).toBe(judgement);
});

describe('who asks for time, spells or dictates', () => {
  it.each(['Hold on', 'Let me think.', 'Wait a second.', 'Just a moment.', 'I want to, hang on.'])('gets time: %j', (text) => {
    expect(completenessOf(text)).toBe('holding');
  });

  it.each(['My name is spelled S A O', "It's written N G", 'My number is five five five', 'The code is 4 7', 'Call 555'])(
    'is waited for: %j',
    (text) => {
      expect(completenessOf(text)).toBe('dictating');
    },
  );

  it.each([
    ['My number is 555 013 2876.', 'complete'],
    ['Twelve times seven.', 'complete'],
    ['I have a dog.', 'complete'],
    ['Vitamin C.', 'complete'],
    ['That took a second.', 'holding'],
  ])('but not for long: %j is %s', (text, judgement) => {
    expect(completenessOf(text)).toBe(judgement);
  });
});
