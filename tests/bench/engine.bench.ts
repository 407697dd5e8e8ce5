import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { RecordedConversation } from '../../electron/command-line/recorded-conversation.ts';
import { openTalkProfile } from '../../electron/command-line/talk-profile.ts';
import { VirtualSpeaker } from '../../electron/command-line/virtual-speaker.ts';
import { openConversation, type ProgramFolders } from '../../electron/conversation/session/open-conversation.ts';
import type { Session } from '../../electron/conversation/session/session.ts';
import { DEFAULT_ENGINE_PREFERENCES } from '../../electron/ipc/engine-schema.ts';
import { Scope } from '../../electron/lifetime/scope.ts';
import { resample } from '../../models/audio/resample.ts';
import { readWav } from '../../models/audio/wav.ts';
import { modelFolder } from '../../models/model-folder.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import type { BiasedName } from '../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { quick, report, wanted } from './rows.ts';

const root = join(import.meta.dirname, '../..');
const folders: ProgramFolders = {
  models: modelFolder(),
  workers: join(root, 'out/main/workers'),
  assets: join(root, 'assets'),
  voiceActivity: join(root, 'out/renderer/vad/silero_vad_v5.onnx'),
};
const place = { modelFolder: folders.models, workerFolder: folders.workers };
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
const ROUNDS = quick ? 1 : 3;
/** What a plain pipeline waits before it believes that the turn is over. */
const NAIVE_SILENCE_MS = 700;

function load(name: string): Float32Array | null {
  try {
    const { samples, sampleRateHz } = readWav(readFileSync(join(root, 'tests/recordings', `${name}.wav`)));
    return resample(samples, sampleRateHz, 16_000);
  } catch {
    return null;
  }
}
const questions = QUESTIONS.map((name) => ({ name, samples: load(name) })).flatMap(({ name, samples }) =>
  samples === null ? [] : [{ name, samples }],
);

/** A whole conversation on the clock, no device. */
async function openTalk(scope: Scope) {
  const startedAtMs = performance.now();
  const nowMs = () => performance.now() - startedAtMs;
  const voiceActivity = await openSilero(folders.voiceActivity);
  scope.add(() => voiceActivity.close());
  const conversation = new RecordedConversation({ scope, nowMs, voiceActivity });
  const hold: { session?: Session } = {};
  const speaker = new VirtualSpeaker({ scope, nowMs, report: (told) => hold.session?.takeReport(told) });
  const nothing = () => undefined;
  const { session } = await openConversation({
    scope,
    folders,
    profiles: () => ({ currentId: '', profiles: [] }),
    profile: await openTalkProfile(scope, null, nothing),
    nowMs,
    preferences: { personaId: 'nova', talkMode: 'hands-free', volume: 1, rate: 1, locale: 'en-US', timeZone: 'UTC' },
    engineAccess: { ...DEFAULT_ENGINE_PREFERENCES, keys: {} },
    output: {
      state: nothing,
      userPartial: nothing,
      userDiscarded: () => conversation.takeDiscarded(),
      turnCommitted: (turn) => conversation.takeTurn(turn),
      replyProgress: nothing,
      timeline: nothing,
      notice: ({ message }) => console.warn(message),
      turnChanged: nothing,
      personaSwitched: nothing,
      profileAsked: nothing,
      preferencesChanged: nothing,
      speaker: (command) => speaker.take(command),
    },
  });
  hold.session = session;
  conversation.join(session);
  await session.open();
  return { conversation, speaker };
}

describe.skipIf(!wanted('b1') && !wanted('b2'))('the engine alone, on the sample clock', () => {
  const scope = new Scope('bench');
  afterAll(() => scope.close());

  it('b1 b2: from the end of speech, and from the commit, to the first audio', async () => {
    const { conversation, speaker } = await openTalk(scope);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { samples } of questions) {
        speaker.rush = false;
        await conversation.ask(samples, () => {
          speaker.rush = true;
        });
      }
    }
    const timelines = conversation.turns.map(({ timeline }) => timeline);
    const between = (from: 'speechEndMs' | 'commitMs') =>
      timelines.flatMap((timeline) =>
        timeline.firstAudioMs === null || timeline[from] === null ? [] : [timeline.firstAudioMs - timeline[from]],
      );
    const naive = await naiveTimes(conversation.turns.map(({ reply }) => reply));
    const note = `engine alone, ${conversation.turns.length} of ${ROUNDS * questions.length} answered`;
    report({
      row: 'b1',
      item: 'local voice-to-voice',
      unit: 'ms',
      values: between('speechEndMs'),
      naive: naive.fromSpeechEnd,
      naiveWay: 'the same models one after the other after 700 ms of silence',
      note,
    });
    report({
      row: 'b2',
      item: 'computing left after the commit',
      unit: 'ms',
      values: between('commitMs'),
      naive: naive.fromCommit,
      naiveWay: 'recogniser, then the whole reply spoken, then played',
    });
  });

  /** Recogniser and voice one after the other, the whole reply in one piece; the language part is left out in the plain way's favour. */
  async function naiveTimes(replies: readonly string[]) {
    const recogniser = await openMoonshine(place);
    const voice = await openPiper(place);
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
    recogniser = await openMoonshine(place);
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
      values: plain,
      naive: leaning,
      naiveWay: 'the same minute with one name to lean towards',
      note: "the recogniser's own Python package: not measured in this run",
    });
  });
});
