import { afterEach, describe, expect, it, vi } from 'vitest';
import { HEARING_FRAME_MS } from '../../electron/ipc/audio-frame.ts';
import { Stage, settled } from './stage.ts';

// The pitch of every frame over a reply is looked at: seconds of it take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const speech = (ms: number) => 'v'.repeat(Math.round(ms / HEARING_FRAME_MS));
const silence = (ms: number) => '.'.repeat(Math.round(ms / HEARING_FRAME_MS));
const commands = () => stage.speaker.map(({ kind }) => kind).filter((kind) => kind !== 'play' && kind !== 'end');
const count = (call: string) => stage.engine.calls.filter((each) => each === call).length;
const STORY = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.';

async function duringAStory(talkMode: 'hands-free' | 'push-to-talk'): Promise<void> {
  stage = await Stage.open({ preferences: { talkMode } });
  await stage.session.sendText('Tell me a story.');
  stage.engine.reply(STORY);
  stage.played(1200);
  stage.calls();
}

/** Frames the engine was sent, between two times of the stage's clock: all of them, one after the other. */
function expectAllHeard(fromMs: number, toMs: number): void {
  const heard = stage.engine.heardMs.filter((endMs) => endMs > fromMs && endMs <= toMs);
  expect(heard.length).toBe(Math.round((toMs - fromMs) / HEARING_FRAME_MS));
  expect(heard).toEqual([...new Set(heard)].sort((one, other) => one - other));
}

/** Whatever the turns: every frame that held speech reached the engine once. */
function expectSpeechHeard(fromMs: number, toMs: number): void {
  const heard = new Map<number, number>();
  for (const endMs of stage.engine.heardMs) heard.set(endMs, (heard.get(endMs) ?? 0) + 1);
  const missing = stage.spokenMs.filter((endMs) => endMs > fromMs && endMs <= toMs && heard.get(endMs) !== 1);
  expect(missing).toEqual([]);
}

describe('both speak for seconds', () => {
  it('the reply is silent from the first 160 ms on, and everything that was said is one turn', async () => {
    await duringAStory('hands-free');
    const fromMs = stage.nowMs;
    for (let second = 0; second < 4; second++) {
      stage.hear(speech(992));
      stage.engine.partial(
        ['I would', 'I would rather hear', 'I would rather hear the one', 'I would rather hear the one about cats'][second] ?? '',
      );
      // The speaker had sent out this much before it heard that it should be silent.
      stage.played(1230);
    }
    expect(commands().indexOf('hold')).toBeLessThan(commands().indexOf('stop'));
    expect(commands().filter((kind) => kind === 'stop')).toHaveLength(1);
    expect(commands().lastIndexOf('go-on')).toBeLessThan(commands().indexOf('stop'));
    stage.played(1230, 'stopped');
    const toMs = stage.nowMs;
    stage.hear(silence(96));
    stage.engine.partial('I would rather hear the one about cats.', true);
    await settled();
    stage.hear(silence(3000));
    expectAllHeard(fromMs, toMs);
    expect(count('commit')).toBe(1);
    expect(count('cancel')).toBe(1);
    stage.engine.transcript('I would rather hear the one about cats.');
    await settled();
    // History holds of the story what was heard of it.
    expect(stage.words()).toContain('assistant: One two three four');
    expect(stage.words().at(-1)).toBe('user: I would rather hear the one about cats.');
  });

  it('whoever is not understood has the floor after a second and a half', async () => {
    await duringAStory('hands-free');
    const fromMs = stage.nowMs;
    for (let frame = 0; frame < 100 && !commands().includes('stop'); frame++) stage.hear('v');
    expect(commands()).toContain('stop');
    expect(stage.nowMs - fromMs).toBeLessThanOrEqual(1760);
  });

  it('who gives way in time, and was only listening, gives the floor back', async () => {
    await duringAStory('hands-free');
    for (const words of ['Yeah.', 'Right.', 'Mhm.']) {
      stage.hear(`${speech(320)}${silence(96)}`);
      stage.engine.partial(words, true);
      stage.hear(silence(1000));
    }
    expect(commands()).not.toContain('stop');
    expect(commands().filter((kind) => kind === 'hold').length).toBe(commands().filter((kind) => kind === 'go-on').length);
    expect(count('commit')).toBe(0);
    expect(count('discard')).toBe(3);
  });
});

describe('the key during a reply', () => {
  it('held from before the reply is over until long after it: silent at once, one turn, no word of the reply comes back', async () => {
    await duringAStory('push-to-talk');
    stage.session.talkKey('down');
    expect(commands().at(-1)).toBe('stop');
    stage.played(1230, 'stopped');
    await settled();
    const [fromMs, heldAt] = [stage.nowMs, stage.speaker.length];
    stage.hear(`${silence(2000)}${speech(960)}${silence(5000)}${speech(640)}`);
    const toMs = stage.nowMs;
    expect(count('commit')).toBe(0);
    expect(stage.speaker.slice(heldAt).filter(({ kind }) => kind === 'play')).toEqual([]);
    stage.session.talkKey('up');
    stage.hear(silence(200));
    expect(count('commit')).toBe(1);
    expectAllHeard(fromMs, toMs);
    stage.engine.transcript('What about the cats?');
    await settled();
    expect(stage.words()).toContain('assistant: One two three four');
    expect(stage.words().at(-1)).toBe('user: What about the cats?');
  });

  it('pressed while the voice is on trial takes the same utterance: nothing of it is lost, it is told once', async () => {
    await duringAStory('hands-free');
    const fromMs = stage.nowMs;
    stage.hear(speech(256));
    stage.session.talkKey('down');
    stage.hear(speech(640));
    const toMs = stage.nowMs;
    stage.session.talkKey('up');
    stage.hear(silence(200));
    expect(count('commit')).toBe(1);
    expect(count('discard')).toBe(0);
    expectAllHeard(fromMs, toMs);
  });
});

describe('words that come late', () => {
  it('after the commit belong to the turn that was committed, and not to what is said next', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    stage.hear(`....${speech(640)}${silence(96)}`);
    stage.engine.partial('What time is it?', true);
    await settled();
    stage.hear(silence(2000));
    expect(count('commit')).toBe(1);
    // A guess that was under way, then the words: both of the first turn.
    stage.engine.partial('What time is');
    stage.engine.transcript('What time is it?');
    await settled();
    stage.engine.reply('Noon.');
    stage.played(300, 'finished');
    stage.hear(`${speech(640)}${silence(96)}`);
    stage.engine.partial('And in Rome?', true);
    await settled();
    stage.hear(silence(2500));
    stage.engine.transcript('And in Rome?');
    await settled();
    expect(count('commit')).toBe(2);
    expect(stage.words().filter((line) => line.startsWith('user'))).toEqual(['user: What time is it?', 'user: And in Rome?']);
  });

  it('spoken after the commit, before anything of the answer was heard, are answered together with it', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    stage.hear(`....${speech(640)}${silence(96)}`);
    stage.engine.partial('Tell me a joke.', true);
    await settled();
    stage.hear(silence(1000));
    expect(count('commit')).toBe(1);
    stage.engine.transcript('Tell me a joke.');
    await settled();
    const fromMs = stage.nowMs;
    stage.hear(speech(480));
    const toMs = stage.nowMs;
    stage.hear(silence(96));
    stage.engine.partial('about cats.', true);
    await settled();
    stage.hear(silence(3000));
    stage.engine.transcript('about cats.');
    await settled();
    expect(count('continue')).toBe(1);
    expect(count('commit')).toBe(2);
    expectAllHeard(fromMs, toMs);
    expect(stage.words().filter((line) => line.startsWith('user'))).toEqual(['user: Tell me a joke.', 'user: about cats.']);
  });
});

describe('a monologue of two minutes, hands-free', () => {
  it('with hesitations is a few turns, each answered once, and no frame of it is lost', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    stage.hear('....');
    const fromMs = stage.nowMs;
    let [turns, told] = [0, 0];
    for (let sentence = 0; stage.nowMs - fromMs < 120_000; sentence++) {
      stage.hear(`${speech(2400)}${silence(96)}`);
      // Two in three stop in the middle of a phrase, as people do who think while they speak.
      stage.engine.partial(sentence % 3 === 2 ? 'and that was the whole story.' : 'and then we went to the', true);
      await settled();
      stage.hear(silence(sentence % 3 === 2 ? 400 : 700));
      turns = count('commit');
      for (; told < turns; told++) {
        stage.engine.transcript(`Part ${told + 1}.`);
        await settled();
      }
    }
    const toMs = stage.nowMs - 1000;
    stage.hear(silence(3000));
    for (; told < count('commit'); told++) stage.engine.transcript(`Part ${told + 1}.`);
    await settled();
    expect(count('commit')).toBeGreaterThan(0);
    // Never in the middle of a phrase: a turn has at least three stretches of speech.
    expect(count('commit')).toBeLessThanOrEqual(14);
    expectSpeechHeard(fromMs, toMs);
    expect(stage.words().filter((line) => line.startsWith('user'))).toHaveLength(told);
    expect(stage.session.state).toMatchObject({ capturing: false });
  });
});
