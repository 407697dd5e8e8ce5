import { describe, expect, it } from 'vitest';
import { openStage } from './stage.ts';

const update = (session: object) => ({ type: 'session.update', session: { type: 'realtime', ...session } });

describe('what a client gets wrong', () => {
  it.each([
    ['no JSON', '{', 'invalid_json', null],
    ['a list', '[1]', 'invalid_json', null],
    ['a bomb', '['.repeat(100_000), 'invalid_json', null],
    ['no type', {}, 'missing_required_parameter', 'type'],
    ['an unknown event', { type: 'conversation.explode' }, 'invalid_value', 'type'],
    ['a name every object has', { type: 'constructor' }, 'invalid_value', 'type'],
    ['an unknown field', { type: 'response.cancel', why: 1 }, 'unknown_parameter', 'why'],
    ['an unknown field of the session', update({ temperature: 1 }), 'unknown_parameter', 'session.temperature'],
    ['a deep unknown field', update({ audio: { input: { foo: 1 } } }), 'unknown_parameter', 'session.audio.input.foo'],
    ['the old flat session', update({ turn_detection: null }), 'unknown_parameter', 'session.turn_detection'],
    ['no session type', { type: 'session.update', session: {} }, 'missing_required_parameter', 'session.type'],
    ['both modalities', update({ output_modalities: ['text', 'audio'] }), 'invalid_value', 'session.output_modalities'],
    [
      'a threshold of 7',
      update({ audio: { input: { turn_detection: { type: 'server_vad', threshold: 7 } } } }),
      'invalid_value',
      'session.audio.input.turn_detection.threshold',
    ],
    [
      'another rate',
      update({ audio: { input: { format: { type: 'audio/pcm', rate: 16_000 } } } }),
      'invalid_value',
      'session.audio.input.format.rate',
    ],
    ['a tool server', update({ tools: [{ type: 'mcp', server_label: 'x' }] }), 'invalid_value', 'session.tools[0].type'],
    [
      'text where a number is',
      { type: 'conversation.item.truncate', item_id: 'a', content_index: 0, audio_end_ms: 'x' },
      'invalid_type',
      'audio_end_ms',
    ],
    ['no item', { type: 'conversation.item.retrieve' }, 'missing_required_parameter', 'item_id'],
    [
      'a picture',
      { type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_image', image_url: 'data:' }] } },
      'invalid_value',
      'item.content[0].type',
    ],
    ['no base64', { type: 'input_audio_buffer.append', audio: '!!' }, 'invalid_value', 'audio'],
    ['half a sample', { type: 'input_audio_buffer.append', audio: 'AAAA' }, 'invalid_value', 'audio'],
  ])('is said in a sentence, and the session goes on: %s', async (_, event, code, param) => {
    const stage = await openStage();
    await stage.say(event);
    expect(stage.of('error').map(({ error }) => ({ code: error.code, param: error.param }))).toEqual([{ code, param }]);
    expect(stage.of('error')[0]?.error.message).toMatch(/^[A-Z].*\.$/s);
    await stage.say(update({ instructions: 'Be kind.' }));
    expect(stage.of('session.updated')).toHaveLength(1);
  });

  it('changes nothing when an update is refused', async () => {
    const stage = await openStage();
    await stage.say(update({ instructions: 'Be rude.', nonsense: true }));
    await stage.say(update({}));
    expect(stage.of('session.updated')[0]?.session).toMatchObject({
      instructions: '',
      audio: { input: { turn_detection: { type: 'server_vad' } } },
    });
  });

  it('gives no responses in a session that only transcribes', async () => {
    const stage = await openStage();
    await stage.say({ type: 'session.update', session: { type: 'transcription' } });
    await stage.say({ type: 'response.create' });
    expect(stage.of('error')[0]?.error.code).toBe('invalid_session_type');
  });
});
