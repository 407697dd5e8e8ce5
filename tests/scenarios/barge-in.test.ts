import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEARING_FRAME_MS } from '../../electron/ipc/audio-frame.ts';
import { Stage, settled } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
  await stage.session.sendText('Tell me a story.');
  stage.engine.reply('One two three four five six seven eight nine ten.');
  stage.played(900);
  stage.calls();
});
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const speech = (ms: number) => 'v'.repeat(Math.round(ms / HEARING_FRAME_MS));
const silence = (ms: number) => '.'.repeat(Math.round(ms / HEARING_FRAME_MS));
const commands = () => stage.speaker.map(({ kind }) => kind).filter((kind) => kind !== 'play' && kind !== 'end');
const isHeard = () => !commands().includes('stop');

describe('speech over a reply', () => {
  it('is ducked for, then held for within 160 ms, and takes the floor once its words are known', async () => {
    const from = stage.nowMs;
    for (let frame = 0; frame < 12 && stage.speaker.at(-1)?.kind !== 'hold'; frame++) stage.hear('v');
    expect(stage.nowMs - from).toBeLessThanOrEqual(160);
    expect(stage.speaker.at(-1)).toEqual({ kind: 'hold', fadeMs: 50 });
    expect(stage.session.state).toMatchObject({ capturing: true, presence: 'speaking' });
    expect(isHeard()).toBe(true);
    stage.hear(speech(512));
    stage.engine.partial('What about the');
    stage.hear('v');
    expect(commands().at(-1)).toBe('stop');
    expect(stage.presence).toBe('listening');
    stage.played(930, 'stopped');
    await settled();
    expect(stage.calls()).toEqual(expect.arrayContaining(['audio', 'cancel', 'truncate "One two three"']));
  });

  it('stops at once for "stop"', () => {
    stage.hear(speech(384));
    stage.engine.partial('Stop');
    stage.hear('v');
    expect(commands().at(-1)).toBe('stop');
  });

  it.each(['Mhm.', 'Yeah.', 'Okay.'])('goes on with the same reply after %j', async (words) => {
    stage.hear(`${speech(320)}${silence(96)}`);
    stage.engine.partial(words, true);
    stage.hear('..');
    expect(commands().slice(-2)).toEqual(['go-on', 'gain']);
    expect(isHeard()).toBe(true);
    expect(stage.calls()).toEqual(['audio', 'anticipate', 'audio', 'discard']);
    expect(stage.discarded).toEqual(['nothing-heard']);
    expect([...stage.spooled.values()]).not.toContain('kept');
    stage.played(3000, 'finished');
    expect(stage.words().at(-1)).toBe('assistant: One two three four five six seven eight nine ten.');
  });

  it('goes on after a hum or a laugh, whatever words a recogniser makes of it, and stops for a stop', () => {
    stage.hear('h'.repeat(30));
    stage.engine.partial('Thank you');
    stage.hear('...');
    stage.engine.partial('Thank you so', true);
    stage.hear('..');
    expect(commands().slice(-2)).toEqual(['go-on', 'gain']);
    expect(isHeard()).toBe(true);
    stage.hear(silence(500));
    stage.hear('h'.repeat(14));
    stage.engine.partial('Stop');
    stage.hear('h');
    expect(commands().at(-1)).toBe('stop');
  });

  it('goes on after a long laugh in which no words were heard at all', () => {
    stage.hear(speech(1200));
    stage.engine.partial('So', false, 0.1);
    stage.hear(silence(96));
    stage.engine.partial('', true, 0.05);
    stage.hear('..');
    expect(commands().slice(-2)).toEqual(['go-on', 'gain']);
    expect(isHeard()).toBe(true);
    expect(stage.discarded).toEqual(['nothing-heard']);
  });

  it('goes on through the second bout of a laugh, and stops for a question after it', () => {
    const bout = (words: string, likeness: number) => {
      stage.hear(`${speech(320)}${silence(96)}`);
      stage.engine.partial(words, true, likeness);
      stage.hear('..');
    };
    bout('Uh-huh.', 0.02);
    stage.hear(silence(500));
    bout('Good luck.', 0.7);
    expect(commands().slice(-2)).toEqual(['go-on', 'gain']);
    stage.hear(silence(500));
    bout('What time is it?', 0.9);
    expect(commands().at(-1)).toBe('stop');
  });

  it('takes the floor for two words as soon as they surely are words', () => {
    stage.hear(speech(768));
    stage.engine.partial('Next one', false, 0.97);
    stage.hear('v');
    expect(commands().at(-1)).toBe('stop');
  });

  it('goes on when it hears itself', () => {
    stage.hear(`${speech(640)}${silence(96)}`);
    stage.engine.partial('three four five', true);
    stage.hear('..');
    expect(commands().at(-2)).toBe('go-on');
  });

  it('is not held for what has no voice, and rises again', () => {
    stage.hear(`ssssss${silence(256)}`);
    expect(commands()).not.toContain('hold');
    stage.hear(silence(800));
    expect(isHeard()).toBe(true);
    expect(stage.speaker.at(-1)).toMatchObject({ kind: 'gain', gain: 1 });
  });

  it('is a turn when it is long and its words are late', () => {
    stage.hear(speech(1600));
    expect(isHeard()).toBe(false);
    stage.hear(silence(1600));
    expect(stage.calls()).toContain('commit');
  });

  it('is a turn when it is short, its words are late and it may be words', () => {
    stage.hear(`${speech(512)}${silence(1600)}`);
    expect(stage.calls().filter((call) => call === 'commit' || call === 'discard')).toEqual(['commit']);
  });

  it('belongs to the key when that goes down meanwhile: the voice alone ends it no more', () => {
    stage.hear(speech(256));
    stage.session.talkKey('down');
    expect(isHeard()).toBe(false);
    stage.hear(`${speech(320)}${silence(4000)}${speech(320)}`);
    expect(stage.calls()).not.toContain('commit');
    stage.session.talkKey('up');
    stage.hear(silence(200));
    expect(stage.calls()).toContain('commit');
  });

  it('is taken back by Esc together with the reply', async () => {
    stage.hear(speech(256));
    await Promise.race([stage.session.cancel(), settled()]);
    expect(isHeard()).toBe(false);
    expect(stage.calls()).toEqual(expect.arrayContaining(['discard', 'cancel']));
  });
});
