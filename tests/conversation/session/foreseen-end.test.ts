import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Listening } from '../../../electron/conversation/session/listening.ts';
import { OwnPauses } from '../../../electron/conversation/turn-taking/own-pauses.ts';
import { HEARING_FRAME_MS } from '../../../electron/ipc/audio-frame.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { framesOf } from '../frames.ts';

describe('a turn whose end is likely', () => {
  let scope: Scope;
  let told: string[];
  let listening: Listening;
  let nowMs = 0;
  let sounding = false;
  /** How much the voice sounds finished. */
  let voice = 0.9;

  const nothing = () => undefined;
  const tell = (what: string) => () => void told.push(what);
  /** Frames: v = voice, . = silence. */
  const hear = (signs: string) => {
    for (const frame of framesOf(signs, nowMs)) {
      nowMs += HEARING_FRAME_MS;
      listening.hear({ ...frame, endMs: nowMs });
    }
  };
  /** The recogniser has all words. */
  const words = (text: string) => {
    const { utterance } = listening;
    if (utterance === null) throw new Error('Nobody speaks');
    utterance.text = text;
    utterance.textIsWhole = true;
  };
  const judged = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    scope = new Scope('foreseen');
    [told, nowMs, sounding, voice] = [[], 0, false, 0.9];
    listening = new Listening('hands-free', {
      scope,
      nowMs: () => nowMs,
      turnEnd: { id: 'told', probability: async () => voice, close: async () => undefined },
      patience: () => 1,
      manner: { pauses: new OwnPauses(), echo: null, listeningWords: new Set() },
      openSpool: () => ({ append: nothing, commit: nothing }),
      reply: () => ({ sounding, playedMs: 0, overAtMs: null, playedLevel: 0, text: '' }),
      heard: {
        ...{ overlapped: nothing, frame: nothing, duck: nothing, rise: nothing, hold: nothing, goOn: nothing, pausesLearned: nothing },
        began: tell('began'),
        paused: tell('paused'),
        likelyOver: tell('likely over'),
        ended: tell('ended'),
        discarded: tell('discarded'),
      },
    });
  });
  afterEach(() => scope.close());

  it('is told once words and voice say so, before the silence has lasted', async () => {
    hear('vvvvvvvvvv...');
    await judged();
    hear('.');
    expect(told).toEqual(['began', 'paused']);
    words('What is the capital of France?');
    hear('..');
    expect(told).toEqual(['began', 'paused', 'likely over']);
    hear('....................');
    expect(told).toEqual(['began', 'paused', 'likely over', 'ended']);
  });

  it('is told again after the user went on', async () => {
    hear('vvvvvvvvvv...');
    await judged();
    words('What is the capital of France?');
    hear('..vvvvvvvv...');
    expect(told).toEqual(['began', 'paused', 'likely over', 'paused']);
    await judged();
    words('What is the capital of France and of Spain?');
    hear('..');
    expect(told).toEqual(['began', 'paused', 'likely over', 'paused', 'likely over']);
  });

  it.each([
    ['the words are open', 'What is the capital of', 0.9],
    ['the voice goes on', 'What is the capital of France?', 0.1],
  ])('is not foreseen where %s', async (_where, text, probability) => {
    voice = probability;
    hear('vvvvvvvvvv...');
    await judged();
    words(text);
    hear('......');
    expect(told).toEqual(['began', 'paused']);
  });

  it('is not foreseen while the key says when it is over, and not over a reply', async () => {
    listening.press(0);
    hear('vvvvvvvvvv...');
    await judged();
    words('What is the capital of France?');
    hear('......');
    expect(told).not.toContain('likely over');
    listening.cancel();
    told.length = 0;
    sounding = true;
    hear('vvvvvvvv...');
    await judged();
    if (listening.utterance?.onTrial === true) words('Mhm.');
    hear('....');
    expect(told).not.toContain('likely over');
  });
});
