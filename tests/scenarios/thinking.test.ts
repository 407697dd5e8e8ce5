import { afterEach, describe, expect, it } from 'vitest';
import { Stage } from './stage.ts';

let stage: Stage;
afterEach(() => stage.close());

/** The engine thinks twice, two seconds apart, and answers. */
function thinkAndAnswer(responseId: string): void {
  stage.engine.tell({ type: 'response-started', responseId }, { type: 'thinking', responseId, text: 'Six by seven' });
  stage.nowMs += 2000;
  stage.engine.tell({ type: 'thinking', responseId, text: ' is forty-two.' });
  stage.engine.reply('Forty-two.', responseId);
}

describe('thinking', () => {
  it('is shown with its time and neither spoken nor kept', async () => {
    stage = await Stage.open();
    await stage.session.sendText('What is six by seven, and why?');
    thinkAndAnswer('r1');
    stage.played(900, 'finished');
    const [user, reply] = stage.told;
    expect(stage.thoughts).toEqual([
      { turnId: reply?.id, text: 'Six by seven', tookMs: 0 },
      { turnId: reply?.id, text: 'Six by seven is forty-two.', tookMs: 2000 },
    ]);
    expect([user?.text, reply?.text]).toEqual(['What is six by seven, and why?', 'Forty-two.']);
    expect(JSON.stringify(stage.told)).not.toContain('Six by seven');
    expect(stage.speaker.filter(({ kind }) => kind === 'play')).not.toEqual([]);
  });

  it('is dropped when it belongs to a reply that was cut off', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Think about it.');
    stage.engine.tell({ type: 'response-started', responseId: 'r1' });
    await stage.session.cancel();
    await stage.session.sendText('Never mind.');
    stage.engine.tell({ type: 'response-started', responseId: 'r2' }, { type: 'thinking', responseId: 'r1', text: 'Late.' });
    expect(stage.thoughts).toEqual([]);
  });

  it('is asked for from the next reply on, and offered because this engine thinks', async () => {
    stage = await Stage.open();
    expect(stage.session.state.thinking).toEqual({ efforts: ['low', 'high'], effort: 'low' });
    expect(stage.engine.setup?.thinkHarder).toBeUndefined();
    stage.thinking.choose(stage.engine, 'high');
    stage.session.memoryChanged();
    expect(stage.session.state.thinking?.effort).toBe('high');
    expect(stage.engine.setup?.thinkHarder).toBe(true);
  });

  it('is counted from the moment the engine was asked, for many tell their thoughts in one piece', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Think about it.');
    stage.nowMs += 4000;
    stage.engine.tell({ type: 'response-started', responseId: 'r1' }, { type: 'thinking', responseId: 'r1', text: 'So it is.' });
    expect(stage.thoughts.map(({ tookMs }) => tookMs)).toEqual([4000]);
  });
});
