import { describe, expect, it } from 'vitest';
import { BargeIn } from '../../../electron/conversation/turn-taking/barge-in.ts';
import { EchoGuard, type FrameSource } from '../../../electron/conversation/turn-taking/echo-guard.ts';
import { judgeOverlap } from '../../../electron/conversation/turn-taking/overlap-words.ts';
import { RecentLaughter } from '../../../electron/conversation/turn-taking/recent-laughter.ts';
import { levelOf, voicingOf } from '../../../models/overlap-sound/voicing.ts';
import { seededNoise } from '../../recordings/sound-making.ts';
import { framesOf } from '../frames.ts';

const hum = (hz: number) => Float32Array.from({ length: 512 }, (_, index) => 0.1 * Math.sin((2 * Math.PI * hz * index) / 16_000));
const hiss = (seed: number) => {
  const next = seededNoise(seed);
  return Float32Array.from({ length: 512 }, () => 0.1 * next());
};

function play(pattern: string, samples: () => Float32Array = () => hum(150), source: FrameSource = 'user') {
  const bargeIn = new BargeIn();
  return framesOf(pattern).flatMap((frame, index) => {
    const decision = bargeIn.hear(frame.speechProbability > 0.5 ? { ...frame, samples: samples() } : frame, source);
    return decision === null ? [] : [`${index + 1} ${decision}`];
  });
}

describe('BargeIn', () => {
  it('ducks at the second speech frame and holds the reply after 160 ms', () => {
    expect(play('ssssss')).toEqual(['2 duck', '5 hold']);
  });

  it('only listens to what has no voice', () => {
    let seed = 0;
    expect(play('ssssss', () => hiss(seed++))).toEqual(['2 duck', '5 listen']);
  });

  it('only listens to what may be our own voice, and is not moved by what is', () => {
    expect(play('ssssss', () => hum(150), 'unknown')).toEqual(['2 duck', '5 listen']);
    expect(play('ssssss', () => hum(150), 'echo')).toEqual([]);
  });

  it('holds for words that begin without a pitch and have one later', () => {
    const bargeIn = new BargeIn();
    const further = framesOf('ssvvvs').map((frame, index) =>
      bargeIn.hearFurther(index < 2 ? { ...frame, samples: hiss(index) } : frame, 'user'),
    );
    expect(further).toEqual([false, false, false, false, true, false]);
    expect(framesOf('vvvvv').some((frame) => bargeIn.hearFurther(frame, 'echo'))).toBe(false);
  });

  it('comes back up after a cough', () => {
    expect(play('ssss......')).toEqual(['2 duck', '9 release']);
  });

  it('is not moved by a click', () => {
    expect(play('s.....s.....')).toEqual([]);
  });

  it('does not add up separate coughs', () => {
    expect(play('ssss.....ssss.....')).toEqual(['2 duck', '9 release', '11 duck', '18 release']);
  });
});

describe('voicing', () => {
  it.each([80, 120, 210, 350])('is near 1 at %d Hz and low in noise', (hz) => {
    expect(voicingOf(hum(hz))).toBeGreaterThan(0.9);
    expect(voicingOf(hiss(hz))).toBeLessThan(0.4);
    expect(voicingOf(new Float32Array(512))).toBe(0);
  });
});

describe('EchoGuard', () => {
  /** A reply's loudness, syllable by syllable. */
  const reply = (frame: number) => (frame < 0 ? 0 : 0.1 * Math.abs(Math.sin(frame * 0.9) * Math.sin(frame * 0.23)));

  it.each([
    [0, 1],
    [96, 0.5],
    [224, 0.1],
    [320, 0.02],
  ])('knows our own voice %d ms late at %d of its loudness, and hears the user on top of it', (delayMs, gain) => {
    const guard = new EchoGuard();
    const delay = delayMs / 32;
    const echoes = Array.from({ length: 120 }, (_, frame) => guard.hear(0.0004 + gain * reply(frame - delay), reply(frame)));
    expect(echoes.slice(1, 20)).not.toContain('user');
    expect(echoes.slice(40).filter((source) => source !== 'echo').length).toBeLessThanOrEqual(2);
    const over = Array.from({ length: 20 }, (_, frame) => guard.hear(0.1 + gain * reply(120 + frame - delay), reply(120 + frame)));
    expect(over.filter((source) => source === 'user').length).toBeGreaterThan(gain === 1 ? 8 : 18);
  });

  it('knows an echo that was measured from its first frame on, and is never unsure', () => {
    const measured = new EchoGuard(() => ({ gain: 0.1, delayMs: 96 }));
    const sources = Array.from({ length: 24 }, (_, frame) => measured.hear(0.0004 + 0.1 * reply(frame - 3), reply(frame)));
    expect(sources.filter((source) => source === 'echo').length).toBeGreaterThan(20);
    const silent = new EchoGuard(() => ({ gain: 0, delayMs: 0 }));
    expect(Array.from({ length: 24 }, (_, frame) => silent.hear(0.1, reply(frame)))).not.toContain('unknown');
    const unmeasured = new EchoGuard();
    expect(Array.from({ length: 24 }, (_, frame) => unmeasured.hear(0.1, reply(frame)))).toContain('unknown');
  });

  it('takes nobody for an echo where there is none', () => {
    const guard = new EchoGuard();
    const next = seededNoise(4);
    const echoes = Array.from({ length: 300 }, (_, frame) => guard.hear(0.05 + 0.04 * next(), reply(frame)));
    expect(echoes.filter((source) => source === 'echo').length).toBeLessThan(15);
  });

  it('measures loudness as the root of the mean square', () => {
    expect(levelOf(new Float32Array(512).fill(0.5))).toBeCloseTo(0.5);
    expect(levelOf(new Float32Array(0))).toBe(0);
  });
});

describe('RecentLaughter', () => {
  const UNLIKE = { speechLikeness: 0.05, unknownShare: 0 };

  it('is remembered for two seconds', () => {
    const laughter = new RecentLaughter();
    expect(laughter.isBefore(0)).toBe(false);
    laughter.letGo(UNLIKE, 0, 1000);
    expect(laughter.isBefore(2900)).toBe(true);
    expect(laughter.isBefore(3100)).toBe(false);
  });

  it.each([
    ['may have been words', { ...UNLIKE, speechLikeness: 0.3 }, 0],
    ['nobody knows the sound of', { ...UNLIKE, speechLikeness: null }, 0],
    ['may be our own voice', { ...UNLIKE, unknownShare: 0.9 }, 0],
    ['is our own voice', UNLIKE, 0.9],
  ])('is nothing that %s', (_, sound, echoShare) => {
    const laughter = new RecentLaughter();
    laughter.letGo(sound, echoShare, 1000);
    expect(laughter.isBefore(1200)).toBe(false);
  });
});

describe('words over a reply', () => {
  const reply = 'There was once a boat on a wide and silent lake.';
  /** A voice was heard, and it sounds like words. */
  const SPOKEN = {
    voicedMs: 200,
    wordsProbability: 0.9,
    speechLikeness: null,
    likenessBefore: null,
    laughedLately: false,
    echoShare: 0,
    unknownShare: 0,
    ownListening: new Set<string>(),
  };
  const judge = (text: string, whole = true, speechMs = 400, replyText = reply) =>
    judgeOverlap({ ...SPOKEN, text, whole, speechMs, replyText });

  it.each(['Mhm.', 'Uh-huh.', 'Yeah.', 'Okay.', 'Right, right.', 'Oh, wow.', 'I see.', 'Mm-hmm, yeah', 'M. H.', ''])(
    '%j only listens',
    (text) => {
      expect(judge(text)).toBe('no-turn');
      expect(judge(text, false)).toBe('unclear');
    },
  );

  it.each(['Stop.', 'No, wait.', 'What time is it?', 'My name is Igor.', 'Yeah, but why?'])('%j takes the floor', (text) => {
    expect(judge(text)).toBe('speech');
  });

  it('believes a stop before it is whole, other words a little later', () => {
    expect(judge('Stop', false, 350)).toBe('speech');
    expect(judge('No', false, 200)).toBe('unclear');
    expect(judge('What time', false, 400)).toBe('unclear');
    expect(judge('What time', false, 700)).toBe('unclear');
    expect(judge('What time', false, 1300)).toBe('speech');
    expect(judge('What time is', false, 700)).toBe('speech');
  });

  it.each(['There was once a boat', 'on a wide and silent lake', 'a boat on the wide and silent'])('%j is the reply itself', (text) => {
    expect(judge(text)).toBe('no-turn');
  });

  it('takes yes for an answer where the reply asks', () => {
    expect(judge('Yes.', true, 300, 'Shall I go on?')).toBe('speech');
    expect(judge('Mhm.', true, 300, 'Shall I go on?')).toBe('no-turn');
  });

  it('believes no words that are no louder than the reply itself would be', () => {
    expect(judgeOverlap({ ...SPOKEN, text: 'Stop.', whole: true, speechMs: 300, echoShare: 0.9, replyText: reply })).toBe('no-turn');
  });

  it('takes any of the reply’s words for its echo until the echo is known', () => {
    const unknown = (text: string) =>
      judgeOverlap({ ...SPOKEN, text, whole: true, speechMs: 500, voicedMs: 0, unknownShare: 1, replyText: reply });
    expect(unknown('There was one.')).toBe('no-turn');
    expect(unknown('What time is it?')).toBe('speech');
    expect(unknown('Stop.')).toBe('speech');
  });

  it.each([
    ['has no voice', { voicedMs: 32 }],
    ['sounds like a laugh or a cough', { wordsProbability: 0.1 }],
  ])('believes no few words of what %s, but a stop and whole sentences', (_, sound) => {
    const heard = (text: string, whole = true) => judgeOverlap({ ...SPOKEN, ...sound, text, whole, speechMs: 1000, replyText: reply });
    expect(heard('Thank you.')).toBe('no-turn');
    expect(heard('', false)).toBe('unclear');
    expect(heard('Stop.')).toBe('speech');
    expect(heard('What time is it?')).toBe('speech');
    const laughed = { ...SPOKEN, wordsProbability: 0.01, whole: true, speechMs: 1000, replyText: reply };
    expect(judgeOverlap({ ...laughed, text: 'This is the first time I have seen a movie.' })).toBe('no-turn');
    expect(judgeOverlap({ ...laughed, text: 'Stop.' })).toBe('speech');
  });

  it('believes the ears of the recogniser more than the small net, and the longer the sound the surer they must be', () => {
    const heard = (speechLikeness: number, text: string, speechMs: number, whole = true, wordsProbability = 0.9) =>
      judgeOverlap({ ...SPOKEN, wordsProbability, speechLikeness, text, whole, speechMs, replyText: reply });
    expect(heard(0.3, 'Why?', 352)).toBe('speech');
    expect(heard(0.3, 'Why?', 640)).toBe('no-turn');
    expect(heard(0.5, 'Next one.', 640)).toBe('speech');
    expect(heard(0.4, 'Hello.', 448)).toBe('no-turn');
    expect(heard(0.4, 'Hello.', 448, true, 0.99)).toBe('speech');
    expect(heard(0.5, 'Next one.', 960)).toBe('no-turn');
    expect(heard(0.95, 'Next one.', 960, true, 0.1)).toBe('speech');
    expect(heard(0.95, 'Next one.', 960, true, 0.001)).toBe('no-turn');
    expect(heard(0.1, 'I am a man, I am a man.', 2000)).toBe('no-turn');
    expect(heard(0.1, 'Stop.', 400)).toBe('speech');
    expect(heard(0.1, 'No', 1200)).toBe('no-turn');
    expect(heard(0.2, 'No', 1200)).toBe('no-turn');
    expect(heard(0.35, 'No', 1200)).toBe('speech');
    // A laugh that goes on and gives no words, or other ones each time.
    expect(heard(0.3, '', 1600, false)).toBe('unclear');
    expect(heard(0.9, '', 1600, false)).toBe('speech');
  });

  it('believes no single guess of half a sound, unless it is sure', () => {
    const heard = (likenessBefore: number | null, speechLikeness: number, whole = false, speechMs = 800) =>
      judgeOverlap({ ...SPOKEN, likenessBefore, speechLikeness, text: 'So that is it', whole, speechMs, replyText: reply });
    expect(heard(0.01, 0.63)).toBe('unclear');
    expect(heard(0.58, 0.63)).toBe('speech');
    expect(heard(null, 0.63)).toBe('speech');
    expect(heard(0.05, 0.95)).toBe('speech');
    expect(heard(0.05, 0.63, true)).toBe('speech');
    // Many words wait for the whole, too.
    expect(heard(0.5, 0.5)).toBe('unclear');
    expect(heard(0.5, 0.5, false, 640)).toBe('speech');
    expect(heard(0.2, 0.35, true, 1400)).toBe('speech');
  });

  it('believes less of what follows a laugh', () => {
    const heard = (speechLikeness: number, text: string, laughedLately = true) =>
      judgeOverlap({ ...SPOKEN, laughedLately, speechLikeness, text, whole: true, speechMs: 320, replyText: reply });
    expect(heard(0.6, 'Good luck.', false)).toBe('speech');
    expect(heard(0.6, 'Good luck.')).toBe('no-turn');
    expect(heard(0.95, 'Next one.')).toBe('speech');
    expect(heard(0.7, 'What time is it?')).toBe('speech');
    expect(heard(0.5, 'What time is it?')).toBe('no-turn');
    expect(heard(0.05, 'No.', false)).toBe('speech');
    expect(heard(0.05, 'No.')).toBe('no-turn');
    expect(heard(0.3, 'Stop.')).toBe('speech');
  });

  it('waits with a stop that does not sound like words at all', () => {
    const heard = (speechLikeness: number, text: string, whole: boolean) =>
      judgeOverlap({ ...SPOKEN, speechLikeness, text, whole, speechMs: 352, replyText: reply });
    expect(heard(0.05, "I'm sorry.", false)).toBe('unclear');
    expect(heard(0.05, "I'm sorry.", true)).toBe('speech');
    expect(heard(0.1, 'Stop', false)).toBe('speech');
  });

  it('lets two words take the floor before they are whole where they surely are words', () => {
    const heard = (speechLikeness: number | null, speechMs: number) =>
      judgeOverlap({ ...SPOKEN, speechLikeness, text: 'Next one', whole: false, speechMs, replyText: reply });
    expect(heard(0.95, 700)).toBe('unclear');
    expect(heard(0.95, 768)).toBe('speech');
    expect(heard(0.7, 1024)).toBe('unclear');
    expect(heard(0.7, 1300)).toBe('speech');
    expect(heard(null, 1024)).toBe('unclear');
  });

  it('knows what the recogniser makes of this person’s own "mhm"', () => {
    const own = (text: string) =>
      judgeOverlap({ ...SPOKEN, text, whole: true, speechMs: 400, replyText: reply, ownListening: new Set(['and make him']) });
    expect(own('And make him.')).toBe('no-turn');
    expect(own('And make him go.')).toBe('speech');
  });

  it('believes long speech whose words do not come', () => {
    expect(judge('', false, 1000)).toBe('unclear');
    expect(judge('', false, 1600)).toBe('speech');
  });
});
