import { describe, expect, it } from 'vitest';
import { openStage, userText } from './stage.ts';

async function spoken() {
  const stage = await openStage();
  await stage.say(userText('Tell me something.'));
  await stage.say({ type: 'response.create' });
  stage.engine.reply('One two three four.');
  const item = stage.of('conversation.item.added').at(-1)?.item as { id: string };
  return { stage, id: item.id };
}

describe('items of the conversation', () => {
  it('are cut to what was heard', async () => {
    const { stage, id } = await spoken();
    await stage.say({ type: 'conversation.item.truncate', item_id: id, content_index: 0, audio_end_ms: 450 });
    expect(stage.of('conversation.item.truncated')).toEqual([
      { type: 'conversation.item.truncated', item_id: id, content_index: 0, audio_end_ms: 450 },
    ]);
    expect(stage.engine.calls.at(-1)).toBe('truncate "One two"');
    await stage.say({ type: 'conversation.item.retrieve', item_id: id });
    expect(stage.of('conversation.item.retrieved')[0]?.item).toMatchObject({ content: [{ transcript: 'One two' }] });
    await stage.say({ type: 'conversation.item.truncate', item_id: id, content_index: 0, audio_end_ms: 9_999 });
    expect(stage.of('error')[0]?.error).toMatchObject({ code: 'invalid_value', param: 'audio_end_ms' });
  });

  it('come with the audio the user sent', async () => {
    const stage = await openStage();
    await stage.hear(`${'s'.repeat(20)}${'.'.repeat(20)}`);
    const id = stage.of('input_audio_buffer.committed')[0]?.item_id;
    stage.engine.transcript('Hello.');
    await stage.say({ type: 'conversation.item.retrieve', item_id: id });
    const [{ item } = { item: {} }] = stage.of('conversation.item.retrieved');
    const [content] = (item as { content: { audio: string; transcript: string }[] }).content;
    expect(content?.transcript).toBe('Hello.');
    expect(Buffer.from(content?.audio ?? '', 'base64').length / 48).toBeGreaterThan(640);
  });

  it('that are deleted or put in between are what the engine knows next', async () => {
    const { stage, id } = await spoken();
    await stage.say({ type: 'conversation.item.delete', item_id: id });
    const earlier = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Welcome.' }] };
    await stage.say({ type: 'conversation.item.create', previous_item_id: 'root', item: earlier });
    await stage.say(userText('And now?'));
    await stage.say({ type: 'response.create' });
    expect(stage.engine.setup?.history).toEqual([{ role: 'assistant', text: 'Welcome.' }]);
    expect(stage.engine.calls.slice(-3)).toEqual(['text "Tell me something."', 'text "And now?"', 'respond']);
  });

  it('that the system says become facts', async () => {
    const stage = await openStage();
    const item = { type: 'message', role: 'system', content: [{ type: 'input_text', text: 'The user is called Igor.' }] };
    await stage.say({ type: 'conversation.item.create', item });
    await stage.say(userText('Who am I?'));
    expect(stage.engine.setup?.facts).toEqual(['The user is called Igor.']);
  });

  it('are named once and found by name', async () => {
    const stage = await openStage();
    const item = { ...userText('Hello.').item, id: 'mine' };
    await stage.say({ type: 'conversation.item.create', item });
    await stage.say({ type: 'conversation.item.create', item });
    await stage.say({ type: 'conversation.item.delete', item_id: 'other' });
    expect(stage.of('error').map(({ error }) => error.code)).toEqual(['item_already_exists', 'item_not_found']);
  });
});
