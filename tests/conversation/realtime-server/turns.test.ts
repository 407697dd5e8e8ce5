import { describe, expect, it } from 'vitest';
import { manual, openStage, userText } from './stage.ts';

const SPEECH = 's'.repeat(20);
const withTranscripts = {
  type: 'session.update',
  session: { type: 'realtime', audio: { input: { transcription: { model: 'any', keywords: ['Niamh'] } } } },
};

describe('turns that the server finds', () => {
  it('tells everything in the order of the protocol, once', async () => {
    const stage = await openStage();
    await stage.say(withTranscripts);
    stage.news();
    await stage.hear(`....${SPEECH}`);
    expect(stage.news()).toEqual(['input_audio_buffer.speech_started']);
    await stage.hear('.'.repeat(20));
    expect(stage.news()).toEqual([
      'input_audio_buffer.speech_stopped',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
    ]);
    stage.engine.transcript('Hello there.');
    expect(stage.news()).toEqual([
      'conversation.item.input_audio_transcription.delta',
      'conversation.item.input_audio_transcription.completed',
      'response.created',
    ]);
    stage.engine.reply('Good morning.');
    expect(stage.news().filter((type) => type !== 'response.output_audio.delta')).toEqual([
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
      'response.output_audio_transcript.delta',
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'response.output_item.done',
      'conversation.item.done',
      'response.done',
    ]);
    const [said] = stage.of('conversation.item.input_audio_transcription.completed');
    expect(said).toMatchObject({ transcript: 'Hello there.', item_id: stage.of('input_audio_buffer.speech_started')[0]?.item_id });
    expect(stage.of('response.done')[0]?.response).toMatchObject({ status: 'completed', output: [{ role: 'assistant' }] });
    expect(stage.engine.setup?.names).toMatchObject([{ written: 'Niamh' }]);
  });

  it('places speech by the audio that was sent, the padding included', async () => {
    const stage = await openStage();
    await stage.hear('.'.repeat(50));
    await stage.hear(`${SPEECH}${'.'.repeat(20)}`);
    const [started] = stage.of('input_audio_buffer.speech_started');
    expect(started?.audio_start_ms).toBeGreaterThanOrEqual(1600 - 300 - 64);
    expect(started?.audio_start_ms).toBeLessThanOrEqual(1600 - 200);
    expect(stage.of('input_audio_buffer.speech_stopped')[0]?.audio_end_ms).toBeGreaterThanOrEqual(1600 + 640 + 500);
  });

  it('answers nothing when nothing was said, and takes a click for no speech', async () => {
    const stage = await openStage();
    await stage.hear('...ss......');
    expect(stage.types()).toEqual(['session.created']);
    await stage.hear(`${SPEECH}${'.'.repeat(20)}`);
    stage.engine.transcript('');
    expect(stage.types()).not.toContain('response.created');
  });

  it('ends a reply that is talked into, after it said that somebody speaks', async () => {
    const stage = await openStage();
    await stage.say(userText('A story.'));
    await stage.say({ type: 'response.create' });
    stage.engine.tell(
      { type: 'response-started', responseId: 'r' },
      { type: 'reply-audio', responseId: 'r', itemId: 'i', samples: new Float32Array(24_000) },
      { type: 'reply-words', responseId: 'r', itemId: 'i', words: [{ text: 'Once ', startMs: 0, endMs: 500 }] },
    );
    stage.news();
    await stage.hear(SPEECH);
    expect(stage.news()[0]).toBe('input_audio_buffer.speech_started');
    expect(stage.of('response.done')[0]?.response).toMatchObject({
      status: 'cancelled',
      status_details: { reason: 'turn_detected' },
      output: [{ status: 'incomplete', content: [{ transcript: 'Once' }] }],
    });
    expect(stage.engine.calls).toContain('cancel');
    expect(stage.engine.calls).toContain('truncate "Once"');
  });

  it('lets a reply go on and answers afterwards where the client wants it so', async () => {
    const stage = await openStage();
    const turn_detection = { type: 'server_vad', interrupt_response: false };
    await stage.say({ type: 'session.update', session: { type: 'realtime', audio: { input: { turn_detection } } } });
    await stage.say(userText('A story.'));
    await stage.say({ type: 'response.create' });
    await stage.hear(`${SPEECH}${'.'.repeat(20)}`);
    stage.engine.transcript('And then?');
    expect(stage.of('response.created')).toHaveLength(1);
    stage.engine.reply('Once upon a time.');
    expect(stage.of('response.done')[0]?.response.status).toBe('completed');
    expect(stage.of('response.created')).toHaveLength(2);
  });
});

describe('turns that the client ends', () => {
  it('commits, and a response asked for at once waits for the words', async () => {
    const stage = await openStage();
    await stage.say(manual);
    await stage.hear(`..${SPEECH}..`);
    expect(stage.types()).not.toContain('input_audio_buffer.speech_started');
    stage.news();
    await stage.say({ type: 'input_audio_buffer.commit' });
    await stage.say({ type: 'response.create' });
    expect(stage.news()).toEqual(['input_audio_buffer.committed', 'conversation.item.added', 'conversation.item.done', 'response.created']);
    expect(stage.engine.calls).not.toContain('respond');
    stage.engine.transcript('What is new?');
    await Promise.resolve();
    expect(stage.engine.calls.at(-1)).toBe('respond');
  });

  it('refuses to commit nothing, and forgets what is cleared', async () => {
    const stage = await openStage();
    await stage.say(manual);
    await stage.hear('ss');
    await stage.say({ type: 'input_audio_buffer.commit', event_id: 'mine' });
    expect(stage.of('error')[0]?.error).toMatchObject({ code: 'input_audio_buffer_commit_empty', event_id: 'mine' });
    await stage.hear(SPEECH);
    await stage.say({ type: 'input_audio_buffer.clear' });
    await stage.say({ type: 'input_audio_buffer.commit' });
    expect(stage.of('error')).toHaveLength(2);
    expect(stage.engine.calls).toContain('discard');
  });

  it('says that it heard nothing where the client wants an answer to nothing', async () => {
    const stage = await openStage();
    await stage.say(manual);
    await stage.hear('.'.repeat(10));
    await stage.say({ type: 'input_audio_buffer.commit' });
    await stage.say({ type: 'response.create' });
    stage.engine.transcript('');
    await Promise.resolve();
    expect(stage.engine.calls.slice(-2)).toEqual(['say "I heard nothing."', 'respond']);
  });

  it('keeps two minutes of speech and no more', async () => {
    const stage = await openStage();
    await stage.say(manual);
    for (let part = 0; part < 20; part++) await stage.hear('s'.repeat(200));
    expect(stage.of('error')[0]?.error).toMatchObject({ code: 'input_audio_buffer_full' });
  });
});
