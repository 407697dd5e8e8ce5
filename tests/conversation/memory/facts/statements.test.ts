import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../../../electron/conversation/memory/facts/statements.ts';

describe('what is asked for after a statement is none of it', () => {
  it.each([
    ["I've got an early flight tomorrow so get me up at quarter to five", ["I've got an early flight tomorrow"]],
    ['I live in Berlin, can you set a timer for five minutes', ['I live in Berlin']],
    ["I'm allergic to nuts so please put almond milk off the list", ["I'm allergic to nuts"]],
    ['I have a dentist appointment on Monday, remind me the day before', ['I have a dentist appointment on Monday']],
    // What one does oneself is no request.
    ['I set the table and make the coffee every morning', ['I set the table and make the coffee every morning']],
    ['I have a dog, a cat and a fish', ['I have a dog, a cat and a fish']],
    ['My sister is called Anna and I like tea', ['My sister is called Anna', 'I like tea']],
  ])('%s', (said, statements) => {
    expect(statementsOf(said).map(({ words }) => words)).toEqual(statements);
  });
});
