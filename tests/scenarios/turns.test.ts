import { afterEach, describe, expect, it, vi } from 'vitest';
import { HEARING_FRAME_MS } from '../../electron/ipc/audio-frame.ts';
import { scriptedTurnEnd } from '../../models/scripted/scripted-turn-end.ts';
import type { TurnEnd } from '../../models/turn-end/turn-end.ts';
import { HostDouble } from './host-double.ts';
import { Stage, settled } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const speech = (ms: number) => 's'.repeat(Math.round(ms / HEARING_FRAME_MS));
const silence = (ms: number) => '.'.repeat(Math.round(ms / HEARING_FRAME_MS));

async function handsFree(turnEnd?: TurnEnd): Promise<void> {
  stage = await Stage.open({ preferences: { talkMode: 'hands-free' }, ...(turnEnd === undefined ? {} : { turnEnd }) });
  stage.calls();
}

/** Hears silence until the turn ends. @returns how long that took; null = it did not within the time */
function silenceUntilCommit(longestMs = 4000, isCommitted = () => stage.engine.calls.includes('commit')): number | null {
  for (let ms = HEARING_FRAME_MS; ms <= longestMs; ms += HEARING_FRAME_MS) {
    stage.hear('.');
    if (isCommitted()) return ms;
  }
  return null;
}

/** Says something, falls silent, and the recogniser has got all of it. */
async function say(words: string): Promise<void> {
  stage.hear(`....${speech(640)}${silence(96)}`);
  stage.engine.partial(words, true);
  await settled();
}

describe('the end of a turn', () => {
  it('comes soon after words and a voice that both sound over', async () => {
    await handsFree(scriptedTurnEnd([0.95]));
    await say('What time is it?');
    expect((silenceUntilCommit() ?? 0) + 96).toBeLessThanOrEqual(384);
  });

  it.each([
    ['words that stop in the middle of a phrase', 'Set a timer for', 0.95, 1000],
    ['a voice that goes on', 'I went to the market.', 0.05, 600],
    ['letters', 'My name is spelled S A', 0.9, 1200],
    ['somebody who asks for time', 'Hold on.', 0.99, 2400],
  ])('waits for %s', async (_what, words, turnEnd, atLeastMs) => {
    await handsFree(scriptedTurnEnd([turnEnd]));
    await say(words);
    expect(silenceUntilCommit()).toBeGreaterThan(atLeastMs);
  });

  it('comes by silence alone where there is no judge, and where the words are late', async () => {
    await handsFree();
    stage.hear(`....${speech(640)}`);
    stage.engine.partial('What time');
    expect(silenceUntilCommit()).toBeGreaterThan(600);
    expect(stage.engine.calls).toContain('commit');
  });

  it.each([
    ['soonest where this computer hears a whole question', 'What time is it?', 256, 320],
    ['soon where it hears other whole words', 'It is a fine morning.', 320, 384],
    ['late where it hears that more is coming', 'Set a timer for', 1400, 2000],
    ['by voice and silence where it hears nothing', null, 500, 640],
  ])('of an engine that tells no words before it comes %s', async (_when, words, atLeastMs, atMostMs) => {
    const host = new HostDouble({ times: { openMs: 0 } });
    stage = await Stage.open({
      model: host,
      preferences: { talkMode: 'hands-free' },
      turnEnd: scriptedTurnEnd([0.95]),
      ears: { hear: async (samples) => (samples.length === 0 ? null : words) },
    });
    await vi.waitFor(() => host.line);
    stage.hear(`....${speech(640)}${silence(96)}`);
    await settled();
    const waitedMs = silenceUntilCommit(4000, () => host.line.calls.includes('commit'));
    expect((waitedMs ?? 0) + 96).toBeGreaterThan(atLeastMs);
    expect((waitedMs ?? 0) + 96).toBeLessThanOrEqual(atMostMs);
  });

  it('does not come in push-to-talk, however long the pause', async () => {
    stage = await Stage.open();
    stage.session.talkKey('down');
    stage.hear(`${speech(640)}${silence(6000)}${speech(640)}`);
    expect(stage.calls()).not.toContain('commit');
    stage.session.talkKey('up');
    stage.hear(silence(200));
    expect(stage.calls()).toContain('commit');
  });

  it('asks the voice anew after a pause that was none', async () => {
    const judge = scriptedTurnEnd([0.9, 0.1]);
    await handsFree(judge);
    await say('I think');
    stage.hear(`${speech(320)}${silence(96)}`);
    stage.engine.partial('I think it is fine.', true);
    await settled();
    expect(silenceUntilCommit()).toBeGreaterThan(450);
    judge.finish();
  });
});

describe('a turn that was cut off', () => {
  it('is answered together with its rest, also when its answer had begun', async () => {
    await handsFree();
    await say('Tell me a joke.');
    silenceUntilCommit();
    stage.engine.transcript('Tell me a joke.');
    stage.engine.reply('Why did the hen cross the road?');
    stage.played(300);
    stage.hear('v'.repeat(20));
    stage.engine.partial('the one about cats');
    stage.hear('vv');
    stage.played(340, 'stopped');
    await settled();
    expect(stage.calls()).toContain('continue');
    stage.hear(silence(1600));
    stage.engine.transcript('the one about cats.');
    expect(stage.calls()).toContain('respond');
    stage.engine.tell(
      { type: 'response-started', responseId: 'next' },
      { type: 'tool-called', responseId: 'next', callId: 'call', name: 'user.name', arguments: {} },
    );
    expect(stage.words().slice(0, 3)).toEqual(['user: Tell me a joke.', 'assistant: Why', 'user: the one about cats.']);
  });

  it('is not what an interruption is', async () => {
    await handsFree();
    await say('Tell me a joke.');
    silenceUntilCommit();
    stage.engine.transcript('Tell me a joke.');
    stage.engine.reply('Why did the hen cross the road?');
    stage.played(1500);
    stage.hear('v'.repeat(20));
    stage.engine.partial('the one about cats');
    stage.hear('vv');
    expect(stage.calls()).toContain('cancel');
    expect(stage.engine.calls).not.toContain('continue');
  });

  it('is not one whose short answer was heard to its end', async () => {
    await handsFree();
    await say('Tell me a joke.');
    silenceUntilCommit();
    stage.engine.transcript('Tell me a joke.');
    stage.engine.reply('No.');
    stage.played(300);
    stage.played(400, 'finished');
    await settled();
    stage.calls();
    stage.hear(`.........${speech(640)}`);
    expect(stage.calls()).not.toContain('continue');
  });

  it('makes the next silence longer', async () => {
    await handsFree();
    await say('I went to the market.');
    const before = silenceUntilCommit() ?? 0;
    stage.hear(speech(640));
    stage.calls();
    stage.hear(silence(96));
    stage.engine.partial('I went to the market.', true);
    expect(silenceUntilCommit()).toBeGreaterThan(before);
  });
});
