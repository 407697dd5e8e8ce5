import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { RecordedConversation, type RecordedTurn } from '../../electron/command-line/recorded-conversation.ts';
import { openTalkProfile } from '../../electron/command-line/talk-profile.ts';
import { VirtualSpeaker } from '../../electron/command-line/virtual-speaker.ts';
import { openConversation } from '../../electron/conversation/session/open-conversation.ts';
import type { Session } from '../../electron/conversation/session/session.ts';
import { DEFAULT_ENGINE_PREFERENCES } from '../../electron/ipc/engine-schema.ts';
import { Scope } from '../../electron/lifetime/scope.ts';
import { modelFolder } from '../../models/model-folder.ts';
import { openHostedModel } from '../../models/speech-to-speech/hosted/hosted-model.ts';
import type { RealtimeModel } from '../../models/speech-to-speech/realtime-model.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { codedSpeech } from '../models/speech-to-speech/hosted/coded-speech.ts';
import { profileFor } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import type { ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';
import { plainSetup } from '../models/speech-to-speech/on-device/setup.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { openListeningServer } from './hosted-servers.ts';
import { PlainClient } from './plain-client.ts';
import { percentile, quick, report, wanted } from './rows.ts';

/** What the server takes to think, and the silence that models put in front of their speech: the same for both clients. */
const THINK_MS = 300;
const LEAD_MS = 200;
const KEPT_LEAD_MS = 20;
/** The timer that cuts off as few pauses as ours does (`pauses.bench.ts`). */
const PATIENT_SILENCE_MS = 1152;
const ROUNDS = quick ? 1 : 5;
const NAMES = ['what-time-is-it', 'hello-how-are-you', 'capital-of-france', 'miles', 'what-is-my-name', 'long-sentence', 'hesitation'];

const questions = allRecordings()
  .filter(({ file, speechEndMs }) => speechEndMs !== null && NAMES.includes(file.replace('.wav', '')))
  .map(({ file, speechEndMs }) => ({ samples: samplesOf(file), endMs: speechEndMs ?? 0 }));
const script = { replyDelayMs: THINK_MS, leadMs: LEAD_MS, wordMs: 300, wordsDelayMs: 150 };
const root = join(import.meta.dirname, '../..');
const nothing = () => undefined;

function modelOf(server: ScriptedServer): RealtimeModel {
  return openHostedModel({ profile: profileFor('realtime', server.url), key: 'key-of-the-bench' });
}

/** The whole conversation process on the clock, no device, with this engine. */
async function openTalk(scope: Scope, engine: RealtimeModel, asksAhead: boolean) {
  const startedAtMs = performance.now();
  const nowMs = () => performance.now() - startedAtMs;
  const voiceActivityFile = join(root, 'out/main/voice-activity/silero_vad_v5.onnx');
  const voiceActivity = await openSilero(voiceActivityFile);
  scope.add(() => voiceActivity.close());
  const conversation = new RecordedConversation({ scope, nowMs, voiceActivity });
  const hold: { session?: Session } = {};
  const speaker = new VirtualSpeaker({ scope, nowMs, report: (told) => hold.session?.takeReport(told) });
  const { session } = await openConversation({
    scope,
    folders: {
      models: modelFolder(),
      workers: join(root, 'out/main/workers'),
      assets: join(root, 'assets'),
      voiceActivity: voiceActivityFile,
    },
    engine,
    engineAccess: { ...DEFAULT_ENGINE_PREFERENCES, asksAhead, keys: {} },
    profiles: () => ({ currentId: '', profiles: [] }),
    profile: await openTalkProfile(scope, null, nothing),
    nowMs,
    preferences: { personaId: 'nova', talkMode: 'hands-free', volume: 1, rate: 1, locale: 'en-US', timeZone: 'UTC' },
    output: {
      ...{
        state: nothing,
        userPartial: nothing,
        replyProgress: nothing,
        timeline: nothing,
        turnChanged: nothing,
        personaSwitched: nothing,
        canvas: nothing,
      },
      ...{ profileAsked: nothing, preferencesChanged: nothing },
      userDiscarded: () => conversation.takeDiscarded(),
      turnCommitted: (turn) => conversation.takeTurn(turn),
      notice: ({ message }) => console.warn(message),
      speaker: (command) => speaker.take(command),
    },
  });
  hold.session = session;
  conversation.join(session);
  await session.open();
  return { conversation, speaker };
}

/** One turn, in milliseconds: how long the silence lasted before it was taken for over, and what was left to wait for then. */
interface Answer {
  readonly silenceMs: number;
  readonly restMs: number;
}

/** From the labelled end of speech to the first sound; nothing when the turn was cut off. */
function answerOf([turn, ...further]: readonly RecordedTurn[], endMs: number): Answer[] {
  const { commitMs = null, firstSoundMs = null } = turn?.timeline ?? {};
  if (further.length > 0 || commitMs === null || commitMs < endMs || firstSoundMs === null) return [];
  return [{ silenceMs: commitMs - endMs, restMs: firstSoundMs + KEPT_LEAD_MS - commitMs }];
}

async function plainAnswer(plain: PlainClient, { samples, endMs }: { samples: Float32Array; endMs: number }): Promise<Answer[]> {
  const startMs = performance.now();
  const { turnEndMs, firstDeltaMs } = await plain.ask(samples);
  if (turnEndMs < endMs) return [];
  return [{ silenceMs: turnEndMs - endMs, restMs: firstDeltaMs + LEAD_MS - startMs - turnEndMs }];
}

const whole = (answers: readonly Answer[]) => answers.map(({ silenceMs, restMs }) => silenceMs + restMs);
const half = (ms: readonly number[]) => Math.round(percentile(ms, 0.5));
/** Where the time went, so that a loaded machine is not taken for a slow client. */
const parts = (answers: readonly Answer[]) =>
  `${half(answers.map(({ silenceMs }) => silenceMs))} ms of silence and ${half(answers.map(({ restMs }) => restMs))} ms after it`;

describe.skipIf(!wanted('a2'))('voice to voice over the same endpoint', () => {
  const scope = new Scope('bench');
  afterAll(() => scope.close());

  it.each([
    { asksAhead: false, how: '' },
    { asksAhead: true, how: ', asked ahead' },
  ])('a2: from the end of speech to the first sound of the reply$how', async ({ asksAhead, how }) => {
    const server = await openListeningServer(script);
    scope.add(() => server.close());
    const { conversation, speaker } = await openTalk(scope, modelOf(server), asksAhead);
    const plain = await PlainClient.open(server.url);
    const patient = await PlainClient.open(server.url, PATIENT_SILENCE_MS);
    const [ours, plains, patients]: [Answer[], Answer[], Answer[]] = [[], [], []];
    let asks = 0;
    const asksOf = () => server.received.filter(({ type }) => type === 'response.create').length;
    for (let round = 0; round < ROUNDS; round++) {
      for (const question of questions) {
        speaker.rush = false;
        const before = conversation.turns.length;
        const askedBefore = asksOf();
        await conversation.ask(question.samples, () => {
          speaker.rush = true;
        });
        ours.push(...answerOf(conversation.turns.slice(before), question.endMs));
        asks += asksOf() - askedBefore;
        plains.push(...(await plainAnswer(plain, question)));
        patients.push(...(await plainAnswer(patient, question)));
      }
    }
    for (const client of [plain, patient]) client.close();
    const asked = ROUNDS * questions.length;
    const row = { row: 'a2', unit: 'ms', values: whole(ours) } as const;
    report({
      ...row,
      item: `hosted voice-to-voice, scripted server${how}`,
      naive: whole(plains),
      naiveWay: 'server VAD 500 ms, everything played as it comes',
      note: `the server thinks for ${THINK_MS} ms and puts ${LEAD_MS} ms of silence in front; ${parts(ours)}, plain ${parts(plains)}; cut off ${asked - ours.length} of ${asked}, plain ${asked - plains.length}; the host was asked ${asks} times, ${asks - asked} of them for nothing`,
    });
    report({
      ...row,
      item: `the same turns, against a plain client as patient as ours${how}`,
      naive: whole(patients),
      naiveWay: `server VAD ${PATIENT_SILENCE_MS} ms: the timer that cuts off one pause in ten`,
      note: `plain ${parts(patients)}; cut off ${asked - patients.length} of ${asked}`,
    });
  });
});

describe.skipIf(!wanted('a1') && !wanted('a3'))('the wire alone', () => {
  const scope = new Scope('bench');
  afterAll(() => scope.close());

  /** One turn: the user's last frame in, the first and the last sound out. */
  async function turn(connection: Awaited<ReturnType<RealtimeModel['connect']>>, server: ScriptedServer) {
    const times = { framesMs: 0, frameCount: 0, commitMs: 0, firstSoundMs: 0 };
    const done = new Promise<void>((resolve) => {
      const stop = connection.subscribe((event) => {
        if (event.type === 'user-transcript' && event.final) connection.respond();
        if (event.type === 'reply-audio') times.firstSoundMs ||= performance.now();
        if (event.type !== 'response-ended') return;
        stop();
        resolve();
      });
    });
    for (const frame of codedSpeech(3, 640)) {
      const before = server.received.length;
      const startMs = performance.now();
      connection.appendAudio(frame);
      while (server.received.length === before) await new Promise(setImmediate);
      times.framesMs += performance.now() - startMs;
      times.frameCount += 1;
    }
    times.commitMs = performance.now();
    connection.commit();
    await done;
    return times;
  }

  it('a1: software between microphone frame and wire, and between wire and speaker', async () => {
    const server = await openListeningServer({ replyDelayMs: 5, wordMs: 300, stepMs: 100 });
    scope.add(() => server.close());
    let firstSentMs = 0;
    server.tamper = (frame) => {
      if (frame.includes('output_audio.delta')) firstSentMs ||= performance.now();
      return [frame];
    };
    const connection = await modelOf(server).connect(plainSetup, scope.signal);
    const plain = await PlainClient.open(server.url);
    const [ours, plains]: [number[], number[]] = [[], []];
    for (let round = 0; round < (quick ? 5 : 100); round++) {
      firstSentMs = 0;
      const { framesMs, frameCount, firstSoundMs } = await turn(connection, server);
      ours.push(framesMs / frameCount + firstSoundMs - firstSentMs);
      if (round >= (quick ? 1 : 5)) continue;
      firstSentMs = 0;
      const { wholeMs } = await plain.ask(questions[0]?.samples ?? new Float32Array(16_000));
      plains.push(wholeMs - firstSentMs);
    }
    plain.close();
    await connection.close();
    report({
      row: 'a1',
      item: 'software on top of a hosted endpoint: frame to wire and wire to player',
      unit: 'ms',
      values: ours,
      naive: plains,
      naiveWay: 'the reply is played when the whole of it is there; the server makes it three times as fast as it is spoken',
      note: 'server and client in one process on loopback: both ways through the sockets are in it; devices are not',
    });
  });

  it('a3: the first turn after a while of nothing', async () => {
    const server = await openListeningServer({ replyDelayMs: 5 });
    scope.add(() => server.close());
    const [warm, cold]: [number[], number[]] = [[], []];
    for (let round = 0; round < (quick ? 3 : 30); round++) {
      const connection = await modelOf(server).connect(plainSetup, scope.signal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const first = await turn(connection, server);
      const second = await turn(connection, server);
      warm.push(first.firstSoundMs - first.commitMs - (second.firstSoundMs - second.commitMs));
      await connection.close();
      const startMs = performance.now();
      const late = await modelOf(server).connect(plainSetup, scope.signal);
      const connectedMs = performance.now() - startMs;
      const { firstSoundMs, commitMs } = await turn(late, server);
      cold.push(connectedMs + firstSoundMs - commitMs - (second.firstSoundMs - second.commitMs));
      await late.close();
    }
    report({
      row: 'a3',
      item: 'first turn of a waiting session, more than the second',
      unit: 'ms',
      values: warm,
      naive: cold,
      naiveWay: 'the session is opened when it is needed',
      note: 'on loopback, where opening costs next to nothing; over the internet it costs several round trips',
    });
  });
});
