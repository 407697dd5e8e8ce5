import { afterEach, describe, expect, it } from 'vitest';
import type { Canvas } from '../../electron/ipc/canvas-schema.ts';
import { Stage, settled } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const shown = (): Canvas | null => stage.session.canvases.current;
const rows = () => shown()?.rows.map(({ cells }) => cells.join(' | '));

/** The user speaks, the recogniser writes this, and the engine answers by calling a tool; its sentence is spoken to the end. */
async function ask(text: string, name: string, args: Record<string, unknown>): Promise<string> {
  stage.session.talkKey('down');
  stage.hear('s'.repeat(30));
  stage.session.talkKey('up');
  stage.hear('.....');
  stage.engine.transcript(text, null);
  const responseId = `tool-${stage.engine.calls.length}`;
  stage.calls();
  stage.engine.tell(
    { type: 'response-started', responseId },
    { type: 'tool-called', responseId, callId: responseId, name, arguments: args },
    { type: 'response-ended', responseId, end: 'called-tools' },
  );
  await settled();
  const result = stage.engine.calls.join('\n');
  stage.engine.reply('Here you are.');
  stage.played(900, 'finished');
  await settled();
  return result;
}

const NEW_YORK = 'Saturday | 10:00 | Central Park\nSaturday | 14:00 | Museum of Modern Art\nSunday | 11:00 | Brooklyn Bridge';
const ATLANTA = 'Saturday | 10:00 | Piedmont Park\nSaturday | 14:00 | High Museum of Art\nSunday | 11:00 | BeltLine';

describe('an itinerary asked by voice, on an engine that calls tools', () => {
  it('is put in a table, given a column of prices, and done again for another city', async () => {
    stage = await Stage.open();
    await ask('Plan a weekend in New York in a table.', 'canvas.make', {
      kind: 'plan',
      name: 'Weekend in New York',
      columns: 'Day | Time | What',
      rows: NEW_YORK,
    });
    expect(rows()).toEqual(NEW_YORK.split('\n'));
    expect(stage.canvases.at(-1)?.firstShownMs).toBeLessThan(1000);
    await ask('Add a column with the price.', 'canvas.add-column', { name: 'Price', values: '$0 | $30 | $0' });
    expect(rows()?.[1]).toBe('Saturday | 14:00 | Museum of Modern Art | $30');
    await ask('Now the same for Atlanta.', 'canvas.duplicate', { for: 'Atlanta', rows: ATLANTA });
    expect(shown()?.name).toBe('Weekend in Atlanta');
    expect(rows()?.[0]).toBe('Saturday | 10:00 | Piedmont Park | ');
    await ask('Take that back.', 'canvas.undo', {});
    await ask('Show me the New York plan.', 'canvas.open', { name: 'New York plan' });
    expect(rows()?.[1]).toBe('Saturday | 14:00 | Museum of Modern Art | $30');
  });

  it('says why where the model asks for what is not there, and changes nothing', async () => {
    stage = await Stage.open();
    await ask('Make a list.', 'canvas.make', { kind: 'list', name: 'Shopping list', items: 'milk and eggs' });
    const before = shown();
    const result = await ask('Remove the tea.', 'canvas.remove', { which: 'tea' });
    expect(result).toContain("I don't see tea on the Shopping list.");
    expect(shown()).toBe(before);
  });
});

describe('where canvases are kept', () => {
  it('outlive their conversation in the store, and go with it when it is deleted', async () => {
    stage = await Stage.open();
    await ask('Make a list.', 'canvas.make', { kind: 'list', name: 'Shopping list', items: 'milk' });
    const conversationId = stage.session.conversationId ?? '';
    expect(shown()?.conversationId).toBe(conversationId);
    await stage.session.newConversation('kept');
    expect(shown()).toBeNull();
    expect(stage.canvases.at(-1)).toBeNull();
    expect(stage.session.canvases.list('').map(({ name }) => name)).toEqual(['Shopping list']);
    stage.session.canvases.removeOf(conversationId);
    expect(stage.session.canvases.list('')).toEqual([]);
  });

  it('leave nothing of a private conversation', async () => {
    stage = await Stage.open();
    await stage.session.newConversation('private');
    await ask('Make a list.', 'canvas.make', { kind: 'list', name: 'Secret gifts', items: 'a ring' });
    expect(rows()).toEqual(['Ring']);
    expect(stage.store.documents.list('canvas')).toEqual([]);
    await stage.session.newConversation('kept');
    expect(stage.session.canvases.list('')).toEqual([]);
  });
});
