import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { modelFolder } from '../../models/model-folder.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import type { VoiceActivity } from '../../models/voice-activity/voice-activity.ts';
import { BODY_SOUNDS, bodySound } from '../recordings/body-sounds.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { SPEAKERS, type Speaker, spoken } from '../recordings/spoken-set.ts';
import { AT_MS, type Outcome, playOverlap } from './overlaps/play-overlap.ts';
import { recordedSounds } from './overlaps/recorded-sounds.ts';
import { quick, report, wanted } from './rows.ts';

const root = join(import.meta.dirname, '../..');
const place = { modelFolder: modelFolder(), workerFolder: join(root, 'out/main/workers') };
const STORY =
  'There was once a small boat on a wide and silent lake. Every morning an old woman rowed it to the other side, where the bread was baked. ' +
  'One day the fog was so thick that she could not see her own hands. She stopped and listened, and far away a bell was ringing.';
const NO_ECHO = Number.NEGATIVE_INFINITY;
const ECHOES = quick ? [-40] : [NO_ECHO, -40, -30, -20];
const OWN_ECHOES = [-40, -30, -20, -12, -6];
/** Back-channels, as people say them while they listen. */
const BACK_CHANNELS = ['Uh-huh.', 'Yeah.', 'Okay.', 'Right.', 'Yes, yes.', 'Really?', 'I see.', 'Oh, wow.'];
/** "Mhm" is a hum, or two: no voice here can say it, so it is computed. Nothing was trained on these numbers. */
const SEEDS = quick ? [1000] : [1000, 1001, 1002, 1003];
const DUCK_RAMP_MS = 20;
const FADE_MS = 50;
const NAIVE = 'Silero above 0.5 for 200 ms, then stop';
/** Recordings of the spoken set begin with this much silence. */
const SPOKEN_LEAD_MS = 300;

interface OverlapSound {
  readonly name: string;
  /** From where the sound begins; null = nothing is said. */
  readonly samples: Float32Array | null;
}

describe.skipIf(!['c1', 'c2', 'c3'].some(wanted))('a voice over a reply, on the sample clock', () => {
  let voice: TextToSpeech;
  let recogniser: SpeechToText;
  let detector: VoiceActivity;
  let reply: Float32Array;
  beforeAll(async () => {
    [voice, recogniser] = await Promise.all([openPiper(place), openMoonshine(place)]);
    detector = await openSilero(join(root, 'out/main/voice-activity/silero_vad_v5.onnx'));
    reply = (await voice.speak(STORY, { voice: { voiceId: 'joe', rate: 1, pitch: 1 }, steady: true })).samples;
  });
  afterAll(() => Promise.all([voice, recogniser, detector].map((model) => model.close())));

  /** Plays each sound at each echo, and says which of them did what they should not. */
  async function playAll(sounds: readonly OverlapSound[], echoes: readonly number[], isWrong: (outcome: Outcome) => boolean) {
    const outcomes: Outcome[] = [];
    for (const { name, samples } of sounds) {
      for (const echoDb of echoes) {
        const outcome = await playOverlap({ reply, replyText: STORY, user: samples, echoDb }, detector, recogniser);
        if (isWrong(outcome)) console.log(`wrong: ${name}, echo at ${echoDb} dB: ${JSON.stringify(outcome)}`);
        outcomes.push(outcome);
      }
    }
    return outcomes;
  }

  it('c1 c2: from the first speech to the duck, and to silence', async () => {
    const questions = allRecordings()
      .filter(({ speechStartMs, file }) => speechStartMs !== null && !/long|hesitation|noisy|quiet/.test(file))
      .map(({ file, speechStartMs }) => ({ name: file, samples: samplesOf(file).subarray((speechStartMs ?? 0) * 16) }));
    const outcomes = await playAll(quick ? questions.slice(0, 12) : questions, ECHOES, ({ stoppedMs }) => (stoppedMs ?? 0) < AT_MS);
    const since = (times: readonly (number | null)[], more: number) =>
      times.flatMap((ms) => (ms === null || ms < AT_MS ? [] : [ms - AT_MS + more]));
    const stopped = outcomes.filter(({ stoppedMs }) => stoppedMs !== null && stoppedMs >= AT_MS).length;
    const note = `on the sample clock, without devices; echo of the reply at ${ECHOES.join(', ')} dB; ${stopped} of ${outcomes.length} stopped it`;
    const naive = outcomes.map(({ naiveMs }) => naiveMs);
    report({
      row: 'c1',
      item: 'first speech to the reply 18 dB quieter',
      unit: 'ms',
      goal: { p50: 110, p95: 160 },
      values: since(
        outcomes.map(({ duckedMs }) => duckedMs),
        DUCK_RAMP_MS,
      ),
      naive: since(naive, DUCK_RAMP_MS),
      naiveWay: NAIVE,
      note,
    });
    report({
      row: 'c2',
      item: 'first speech to silence that lasts, fade included',
      unit: 'ms',
      goal: { p50: 230, p95: 350 },
      values: since(
        outcomes.map(({ stoppedMs }) => stoppedMs),
        FADE_MS,
      ),
      naive: since(naive, FADE_MS),
      naiveWay: NAIVE,
      note,
    });
  });

  it('c3: what ends it that should not', async () => {
    const backChannels: OverlapSound[] = [];
    for (const speaker of [SPEAKERS[0], SPEAKERS[1], SPEAKERS[3]] as Speaker[]) {
      for (const text of BACK_CHANNELS) {
        const samples = await spoken(voice, { text, pronunciations: {} }, speaker, null);
        backChannels.push({ name: `${text} ${speaker.id}`, samples: samples.subarray(SPOKEN_LEAD_MS * 16) });
      }
    }
    const bodily = BODY_SOUNDS.flatMap((kind) => SEEDS.map((seed) => ({ name: `${kind} ${seed}`, samples: bodySound(kind, seed) })));
    const kept = ['cough.wav', 'noise.wav'].map((name) => ({ name, samples: samplesOf(name) }));
    const ended = ({ stoppedMs }: Outcome) => stoppedMs !== null;
    const words = await playAll(backChannels, ECHOES, ended);
    const sounds = await playAll([...bodily, ...kept], ECHOES, ended);
    const recordings = await recordedSounds();
    const from = (mendedBy: boolean) => recordings.filter((sound) => sound.mendedBy === mendedBy);
    const known = await playAll(from(true), ECHOES, ended);
    const judging = await playAll(from(false), ECHOES, ended);
    const recorded = [...known, ...judging];
    tell('words of a listener that end the reply', words);
    tell('coughs, laughs, hums, keys and other computed sounds that end the reply', sounds);
    if (recorded.length > 0) {
      tell('recorded laughter and keyboards that end the reply', recorded);
      tell('those of them that the rules were mended by', known);
      tell('those of them that are only judged by', judging);
    }
    tell('all of these', [...words, ...sounds, ...recorded]);
    const echoes = await playAll([{ name: 'the reply itself', samples: null }], OWN_ECHOES, ended);
    tell('replies that end themselves by their own echo, -40 to -6 dB, without echo cancellation', echoes);
  });

  function tell(item: string, outcomes: readonly Outcome[]): void {
    const share = (ended: readonly boolean[]) => (ended.filter(Boolean).length / ended.length) * 100;
    report({
      row: 'c3',
      item,
      unit: '%',
      goal: { p50: item.includes('echo') ? 0 : 5 },
      values: [share(outcomes.map(({ stoppedMs }) => stoppedMs !== null))],
      naive: [share(outcomes.map(({ naiveMs }) => naiveMs !== null))],
      naiveWay: NAIVE,
      trials: outcomes.length,
    });
  }
});
