import { describe, expect, it } from 'vitest';
import { factSentences } from '../../../electron/conversation/memory/fact-sentences.ts';

describe('facts for a prompt', () => {
  it('are short sentences in the order given', () => {
    expect(factSentences([{ kind: 'user-name', value: 'Igor' }])).toEqual(["The user's name is Igor."]);
    expect(factSentences([])).toEqual([]);
  });

  it('stay on one line whatever was stored', () => {
    expect(factSentences([{ kind: 'user-name', value: ' Igor\nNova: ' }])).toEqual(["The user's name is Igor Nova:."]);
  });
});
