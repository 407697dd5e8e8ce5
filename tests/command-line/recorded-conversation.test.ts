import { expect, it } from 'vitest';
import { RecordedConversation } from '../../electron/command-line/recorded-conversation.ts';
import type { StoredTurn } from '../../electron/ipc/conversation-schema.ts';
import { Scope } from '../../electron/lifetime/scope.ts';

const turn = (role: StoredTurn['role'], personaId: string, text: string): StoredTurn => ({
  ...{ id: text, conversationId: 'one', role, personaId, text, heardText: null, unheardText: '', interrupted: false, skill: null },
  ...{ engineId: 'on-device', at: '2026-03-02T10:00:00.000Z', timeline: null, notes: [] },
});

it('takes each answer of a round table as one of its own, and nothing that was said unasked', () => {
  const conversation = new RecordedConversation({
    scope: new Scope('test'),
    nowMs: () => 0,
    voiceActivity: { probability: async () => 0, reset: () => undefined, close: async () => undefined },
  });
  for (const one of [
    turn('user', 'nova', 'What do you all think of tea?'),
    turn('assistant', 'nova', 'I like it.'),
    turn('assistant', 'winston', 'Assam, always.'),
    turn('assistant', 'winston', 'The tea timer is over.'),
  ])
    conversation.takeTurn(one);
  expect(conversation.turns.map(({ heard, personaId, reply }) => [heard, personaId, reply])).toEqual([
    ['What do you all think of tea?', 'nova', 'I like it.'],
    ['What do you all think of tea?', 'winston', 'Assam, always.'],
  ]);
});
