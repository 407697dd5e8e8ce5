import { afterEach, describe, expect, it } from 'vitest';
import { EngineFailure } from '../../models/speech-to-speech/realtime-model.ts';
import { PuppetEngine } from './puppet-engine.ts';
import { Stage, settled } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

/** Speech enough for a turn, then the silence that ends it hands-free. */
const SAID = `${'s'.repeat(20)}${'.'.repeat(24)}`;

describe('push-to-talk', () => {
  it('answers what was said while the key was held, with the half second before it', async () => {
    stage = await Stage.open();
    stage.calls();
    stage.hear('..........ssssss');
    stage.session.talkKey('down');
    expect(stage.session.state.capturing).toBe(true);
    stage.hear('s'.repeat(30));
    stage.session.talkKey('up');
    stage.hear('.....');
    expect(stage.calls()).toEqual(['audio', 'anticipate', 'audio', 'commit']);
    expect(stage.presence).toBe('thinking');
    stage.engine.transcript('Hello there.');
    expect(stage.calls()).toEqual(['respond']);
    stage.engine.reply('Hello to you.');
    stage.played(900, 'finished');
    expect(stage.words()).toEqual(['user: Hello there.', 'assistant: Hello to you.']);
    expect(stage.presence).toBe('idle');
  });

  it('hears nothing while the key is up', async () => {
    stage = await Stage.open();
    stage.calls();
    stage.hear(SAID);
    expect(stage.calls()).toEqual([]);
    expect(stage.session.state.capturing).toBe(false);
  });

  it('stays open after a tap until the next tap', async () => {
    stage = await Stage.open();
    stage.session.talkKey('down');
    stage.wait(100);
    stage.session.talkKey('up');
    stage.hear(`${'s'.repeat(20)}${'.'.repeat(80)}`);
    expect(stage.session.state.capturing).toBe(true);
    stage.session.talkKey('down');
    stage.hear('......');
    expect(stage.calls().at(-1)).toBe('commit');
  });

  it('keeps the audio on disk until the words are committed', async () => {
    stage = await Stage.open();
    stage.session.talkKey('down');
    stage.hear('s'.repeat(30));
    stage.session.talkKey('up');
    stage.hear('.....');
    expect([...stage.spooled.values()]).toEqual(['kept']);
    stage.engine.transcript('Keep this.');
    expect([...stage.spooled.values()]).toEqual(['forgotten']);
  });

  it('takes back what is being said at Esc and sends nothing', async () => {
    stage = await Stage.open();
    stage.calls();
    stage.session.talkKey('down');
    stage.hear('s'.repeat(30));
    await stage.session.cancel();
    stage.session.talkKey('up');
    stage.hear('.....');
    expect(stage.calls()).toEqual(['audio', 'discard']);
    expect(stage.discarded).toEqual(['cancelled']);
    expect(stage.words()).toEqual([]);
  });

  it('does not ask the recogniser about a held key without a voice', async () => {
    stage = await Stage.open();
    stage.session.talkKey('down');
    stage.hear('.'.repeat(30));
    stage.session.talkKey('up');
    stage.hear('......');
    expect(stage.discarded).toEqual(['nothing-heard']);
    expect(stage.calls()).not.toContain('commit');
  });

  it('answers what was said until then when the microphone goes away', async () => {
    stage = await Stage.open();
    stage.session.talkKey('down');
    stage.hear('s'.repeat(30));
    stage.session.microphoneLost();
    expect(stage.calls().at(-1)).toBe('commit');
  });

  it('stops the reply when the key goes down and remembers only what was heard', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Tell me something long.');
    stage.engine.reply('One two three four five.');
    stage.played(700);
    stage.session.talkKey('down');
    expect(stage.speaker.at(-1)).toEqual({ kind: 'stop', fadeMs: 15 });
    stage.played(760, 'stopped');
    await settled();
    expect(stage.calls()).toEqual(expect.arrayContaining(['cancel', 'truncate "One two three"']));
    expect(stage.store.turns.at(-1)).toMatchObject({ text: 'One two three', unheardText: 'four five.', interrupted: true });
  });
});

describe('hands-free', () => {
  it('finds the end of the turn by itself', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    stage.calls();
    stage.hear(`......${SAID}`);
    expect(stage.calls()).toEqual(['audio', 'anticipate', 'audio', 'commit']);
  });

  it('does not answer the first half when the user goes on', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    stage.hear(`......${SAID}`);
    stage.calls();
    stage.hear('ssssssssss');
    stage.engine.transcript('I would like');
    expect(stage.calls()).toEqual(['continue', 'audio']);
    stage.hear(`${SAID}${'.'.repeat(10)}`);
    stage.engine.transcript('some tea.');
    expect(stage.calls()).toContain('respond');
    expect(stage.words()).toEqual(['user: I would like', 'user: some tea.']);
  });

  it('ducks for a cough and rises again', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    await stage.session.sendText('Talk.');
    stage.engine.reply('One two three four five.');
    stage.hear('ssss......');
    const gains = stage.speaker.flatMap((command) => (command.kind === 'gain' ? [command.gain] : []));
    expect(gains).toEqual([1, 0.126, 1]);
    expect(stage.speaker.some(({ kind }) => kind === 'stop')).toBe(false);
  });

  it('stops within 224 ms of speech and takes the words from their beginning', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    await stage.session.sendText('Talk.');
    stage.engine.reply('One two three four five.');
    stage.calls();
    const from = stage.nowMs;
    for (let frame = 0; frame < 12 && stage.speaker.at(-1)?.kind !== 'stop'; frame++) stage.hear('s');
    expect(stage.nowMs - from).toBeLessThanOrEqual(224);
    expect(stage.calls()).toEqual(['cancel', 'audio']);
    expect(stage.session.state.capturing).toBe(true);
  });
});

describe('the reply', () => {
  it('runs the skill the engine calls and speaks its sentence', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Please speak a little more slowly.');
    stage.engine.tell(
      { type: 'response-started', responseId: 'r' },
      { type: 'tool-called', responseId: 'r', callId: 'c', name: 'speech.slower', arguments: {} },
      { type: 'response-ended', responseId: 'r', end: 'called-tools' },
    );
    await settled();
    expect(stage.calls().slice(-3)).toEqual(['update', 'result "I will speak more slowly."', 'respond']);
    stage.engine.reply('I will speak more slowly.');
    stage.played(1500, 'finished');
    expect(stage.store.turns.at(-1)).toMatchObject({ role: 'assistant', skill: 'speech.slower' });
  });

  it('plays nothing that is left of a cancelled response', async () => {
    stage = await Stage.open();
    await stage.session.sendText('First.');
    stage.engine.tell({ type: 'response-started', responseId: 'old' });
    await stage.session.cancel();
    await stage.session.sendText('Second.');
    stage.engine.tell({ type: 'response-started', responseId: 'new' });
    stage.engine.tell({ type: 'reply-audio', responseId: 'old', itemId: 'i', samples: new Float32Array(100) });
    expect(stage.speaker).toEqual([]);
  });

  it('takes the last play-head when the speaker does not say where it stopped', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Talk.');
    stage.engine.reply('One two three four five.');
    stage.played(700);
    await stage.session.cancel();
    expect(stage.store.turns.at(-1)).toMatchObject({ text: 'One two', interrupted: true });
  });
});

describe('the engine', () => {
  it('gets everything in order that was said while it was loading', async () => {
    const engine = new PuppetEngine({ held: true });
    stage = await Stage.open({ engine });
    expect(stage.presence).toBe('starting');
    stage.session.talkKey('down');
    stage.hear('s'.repeat(20));
    stage.session.talkKey('up');
    stage.hear('.....');
    expect(engine.calls).toEqual([]);
    engine.release();
    await settled();
    expect(stage.calls()).toEqual(['connect', 'audio', 'anticipate', 'audio', 'commit']);
  });

  it('says in a sentence what failed and is ready for the next turn', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Hello.');
    const failure = new EngineFailure('worker-died', 'The part that runs the voice stopped.', {
      retryable: true,
      whatToDo: 'Say it once more.',
    });
    stage.engine.tell({ type: 'failed', failure });
    expect(stage.notices).toEqual([
      { id: 'engine-worker-died', message: 'The part that runs the voice stopped.', whatToDo: 'Say it once more.', severity: 'error' },
    ]);
    expect(stage.presence).toBe('idle');
  });

  it('keeps the audio of words that a failure swallowed', async () => {
    stage = await Stage.open();
    stage.session.talkKey('down');
    stage.hear('s'.repeat(30));
    stage.session.talkKey('up');
    stage.hear('.....');
    stage.engine.tell({ type: 'failed', failure: new EngineFailure('worker-died', 'x', { retryable: true, whatToDo: 'y' }) });
    expect([...stage.spooled.values()]).toEqual(['kept']);
  });

  it('commits the words of audio a crash left behind without answering them', async () => {
    stage = await Stage.open();
    const forgotten: string[] = [];
    stage.session.recover({ turnId: 'old-turn', conversationId: 'old', frames: [], forgetAudio: () => void forgotten.push('old-turn') });
    stage.calls();
    stage.engine.transcript('What I said before the crash.');
    expect(stage.words()).toEqual(['user: What I said before the crash.']);
    expect([stage.calls(), forgotten]).toEqual([[], ['old-turn']]);
  });
});

it('keeps a conversation going over a change of persona and tells main', async () => {
  stage = await Stage.open();
  stage.session.switchPersona('winston');
  expect(stage.engine.setup?.persona.name).toBe('Winston');
  expect(stage.session.state.persona.id).toBe('winston');
  expect(stage.preferencesChanged).toEqual([{ personaId: 'winston' }]);
});
