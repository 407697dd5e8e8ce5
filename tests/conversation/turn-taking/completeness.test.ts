import { expect, it } from 'vitest';
import { completenessOf } from '../../../electron/conversation/turn-taking/completeness.ts';

it.each([
  ['', 'unsure'],
  ['What time is it?', 'complete'],
  ['Set a timer for five minutes.', 'complete'],
  ['Set a timer for', 'open'],
  ['Set a timer for.', 'open'],
  ['I would like to go to the', 'open'],
  ['Tell me about Paris and', 'open'],
  ['What is that?', 'complete'],
  ['Who are you?', 'complete'],
  ['Could you please', 'open'],
  ['Hold on', 'open'],
  ['Let me think.', 'open'],
  ['Wait...', 'open'],
  ['My name is spelled S A O', 'open'],
  ['tell me a joke', 'unsure'],
])('judges %j as %s', (text, judgement) => {
  expect(completenessOf(text)).toBe(judgement);
});
