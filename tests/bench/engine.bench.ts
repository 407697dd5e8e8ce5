import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { RecordedTurn } from '../../electron/command-line/recorded-conversation.ts';
import { Scope } from '../../electron/lifetime/scope.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import type { BiasedName } from '../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import { openTalk } from '../conversation/session/open-talk.ts';
import { realPlaces } from '../models/real-places.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { quick, report, wanted } from './rows.ts';

const QUESTIONS = [
  'what-time-is-it',
  'what-can-you-do',
  'set-a-timer',
  'twelve-times-seven',
  'my-name-is-anna',
  'what-is-my-name',
  'hello-how-are-you',
  'miles',
  'capital-of-france',
  'stop',
];
const CLAUSES = [
  "It's four forty-two in the afternoon.",
  'Your grandson has finally learned to whistle?',
  'Tell me more about it.',
  'The capital of France is Paris.',
  'Milk, eggs, bread and apples are on the list.',
];
/** At least a hundred turns. */
const ROUNDS = quick ? 1 : 10;
/** The loop is asked this often whether it is late. */
const LOOP_LOOK_MS = 1;
/** What a plain pipeline waits before it believes that the turn is over. */
const NAIVE_SILENCE_MS = 700;

const questions = allRecordings()
  .filter(({ file, speechEndMs }) => speechEndMs !== null && QUESTIONS.includes(file.replace('.wav', '')))
  .map(({ file, speechEndMs }) => ({ name: file.replace('.wav', ''), samples: samplesOf(file), endMs: speechEndMs ?? 0 }));

interface Measured {
  readonly turn: RecordedTurn;
  /** Where speech ends in the recording, by its label. */
  readonly endMs: number;
}

describe.skipIf(!wanted('b1') && !wanted('b2'))('the engine alone, on the sample clock', () => {
  const scope = new Scope('bench');
  afterAll(() => scope.close());

  it('b1 b2: from the end of speech, and from the commit, to the first audio', async () => {
    const { conversation, speaker } = await openTalk(scope);
    const measured: Measured[] = [];
    const loop = monitorEventLoopDelay({ resolution: LOOP_LOOK_MS });
    loop.enable();
    let cutOff = 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const { samples, endMs } of questions) {
        speaker.rush = false;
        const before = conversation.turns.length;
        await conversation.ask(samples, () => {
          speaker.rush = true;
        });
        const [turn, ...further] = conversation.turns.slice(before);
        // An answer before the end of speech, or two answers to one question: the turn was cut off.
        if (further.length > 0 || (turn?.timeline.commitMs ?? Number.POSITIVE_INFINITY) < endMs) cutOff += 1;
        else if (turn !== undefined) measured.push({ turn, endMs });
      }
    }
    loop.disable();
    reportLoop(loop);
    const asked = ROUNDS * questions.length;
    const first = ({ turn }: Measured) => turn.timeline.firstAudioMs ?? Number.NaN;
    const naive = await naiveTimes(measured.slice(0, questions.length).map(({ turn }) => turn.reply));
    report({
      row: 'b1',
      item: 'local voice-to-voice',
      unit: 'ms',
      goal: { p50: 450, p95: 800 },
      values: measured.map((each) => first(each) - each.endMs),
      naive: naive.fromSpeechEnd,
      naiveWay: 'the same models one after the other after 700 ms of silence',
      note: `engine alone, from the labelled end of speech; ${measured.length} of ${asked} answered, ${cutOff} cut off`,
    });
    report({
      row: 'b1',
      item: 'of that, silence until the turn was taken for over',
      unit: 'ms',
      values: measured.map(({ turn, endMs }) => (turn.timeline.commitMs ?? Number.NaN) - endMs),
    });
    report({
      row: 'b2',
      item: 'computing left after the commit',
      unit: 'ms',
      goal: { p50: 60, p95: 250 },
      values: measured.map((each) => first(each) - (each.turn.timeline.commitMs ?? Number.NaN)),
      naive: naive.fromCommit,
      naiveWay: 'recogniser, then the whole reply spoken, then played',
    });
  });

  it('b2: from a clause to its first sound', async () => {
    const voice = await openPiper(realPlaces);
    const first: number[] = [];
    const whole: number[] = [];
    const manner = { voice: { voiceId: 'piper-en-us-joe-medium', rate: 1, pitch: 1 } };
    for (const clause of Array.from({ length: ROUNDS }, () => CLAUSES).flat()) {
      const startMs = performance.now();
      let firstMs: number | null = null;
      for await (const { samples } of voice.speakPieces?.(clause, manner) ?? []) {
        if (samples.length > 0) firstMs ??= performance.now() - startMs;
      }
      whole.push(performance.now() - startMs);
      first.push(firstMs ?? Number.NaN);
    }
    await voice.close();
    report({
      ...{ row: 'b2', item: 'from a clause to its first sound', unit: 'ms', values: first, naive: whole },
      naiveWay: 'the whole clause, as the voice makes it in one piece',
      note: 'the voice alone, clauses of 3-10 words',
    });
  });

  /** What keeps the thread that serves frames and windows; the models have threads of their own. */
  function reportLoop(loop: IntervalHistogram): void {
    const delayMs = (percent: number) => Math.max(0, loop.percentile(percent) / 1e6 - LOOP_LOOK_MS);
    report({
      row: 'b2',
      item: 'event loop of the conversation held up while models run',
      unit: 'ms',
      // Its percentiles: what lies between them says no more.
      values: Array.from({ length: 100 }, (_, index) => delayMs(index + 1)),
      trials: loop.count,
      note: `p99 ${delayMs(99).toFixed(1)} ms (goal 8); the voice-activity net of the command line runs on it, too`,
    });
  }

  /** Recogniser and voice one after the other, the whole reply in one piece; the language part is left out in the plain way's favour. */
  async function naiveTimes(replies: readonly string[]) {
    const recogniser = await openMoonshine(realPlaces);
    const voice = await openPiper(realPlaces);
    const fromCommit: number[] = [];
    for (const [index, { samples }] of questions.entries()) {
      const reply = replies[index];
      if (reply === undefined) continue;
      const startMs = performance.now();
      await recogniser.transcribe(samples, { effort: 'final' });
      await voice.speak(reply, { voice: { voiceId: 'piper-en-us-joe-medium', rate: 1.05, pitch: 1.08 } });
      fromCommit.push(performance.now() - startMs);
    }
    await recogniser.close();
    await voice.close();
    return { fromCommit, fromSpeechEnd: fromCommit.map((ms) => ms + NAIVE_SILENCE_MS) };
  }
});

describe.skipIf(!wanted('d1'))('transcription', () => {
  let recogniser: Awaited<ReturnType<typeof openMoonshine>>;
  beforeAll(async () => {
    recogniser = await openMoonshine(realPlaces);
  });
  afterAll(() => recogniser.close());

  it('d1: how many times faster than real time the recogniser is', async () => {
    const joined = Float32Array.from(questions.flatMap(({ samples }) => [...samples]));
    const minute = Float32Array.from({ length: 60 * 16_000 }, (_, index) => joined[index % joined.length] ?? 0);
    const timed = async (bias: readonly BiasedName[]) => {
      const startMs = performance.now();
      await recogniser.transcribe(minute, { effort: 'final', bias });
      return 60_000 / (performance.now() - startMs);
    };
    const plain: number[] = [];
    const leaning: number[] = [];
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      plain.push(await timed([]));
      leaning.push(await timed([{ written: 'Igor', spellings: ['Eegor'] }]));
    }
    report({
      row: 'd1',
      item: 'transcription of a minute of speech, one thread',
      unit: 'x real time',
      goal: { p50: 20 },
      values: plain,
      naive: leaning,
      naiveWay: 'the same minute with one name to lean towards',
      note: "the recogniser's own Python package: not measured in this run",
    });
  });
});
