import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostConversation } from '../../../electron/conversation/session/host-conversation.ts';
import { openLog } from '../../../electron/diagnostics/log.ts';
import { SPEAKING_SAMPLE_RATE_HZ, type SpeakerCommand } from '../../../electron/ipc/audio-frame.ts';
import { type ConversationContract, conversationContract, type StoredTurn } from '../../../electron/ipc/conversation-schema.ts';
import { connectIpc, type IpcClient, type MessageChannelEnd } from '../../../electron/ipc/derive-ipc.ts';
import { DEFAULT_ENGINE_PREFERENCES } from '../../../electron/ipc/engine-schema.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { isMissing, projectFolder, realPlaces } from '../../models/real-places.ts';
import { everyByte, tracesOf } from '../store/decrypted-bytes.ts';

/** Two ends in one process; what is posted arrives a little later, as a copy. */
function channel(): { readonly near: MessageChannelEnd; readonly far: MessageChannelEnd } {
  const { port1, port2 } = new MessageChannel();
  const end = (port: MessagePort): MessageChannelEnd => ({
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      port.onmessage = ({ data }) => receive(data);
      return () => port.close();
    },
  });
  return { near: end(port1), far: end(port2) };
}

/** A speaker that plays everything at once. */
function hasten(end: MessageChannelEnd): () => void {
  const samples = new Map<string, number>();
  return end.listen((message) => {
    const command = message as SpeakerCommand;
    if (command.kind === 'play') {
      if (!samples.has(command.itemId)) end.post({ kind: 'started', itemId: command.itemId });
      samples.set(command.itemId, (samples.get(command.itemId) ?? 0) + command.samples.length);
    } else if (command.kind === 'end') {
      const playedMs = ((samples.get(command.itemId) ?? 0) / SPEAKING_SAMPLE_RATE_HZ) * 1000;
      end.post({ kind: 'finished', itemId: command.itemId, playedMs });
    }
  });
}

describe.skipIf(isMissing('speech-to-text', 'text-to-speech', 'language'))('the whole conversation process, on its real models', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
  const temporary = mkdtempSync(join(tmpdir(), 'parley-temporary-'));
  const dataKey = randomBytes(32).toString('hex');
  const usualTemporary = process.env['TMPDIR'];
  const logFile = join(folder, 'logs', 'conversation.log');
  const scope = new Scope('test');
  const turns: StoredTurn[] = [];
  const ends: (() => void)[] = [];
  let client: IpcClient<ConversationContract>;
  let presence: () => string;

  beforeAll(async () => {
    mkdirSync(join(folder, 'logs'));
    process.env['TMPDIR'] = temporary;
    const host = await hostConversation({
      scope,
      folders: {
        models: realPlaces.modelFolder,
        workers: realPlaces.workerFolder,
        assets: join(projectFolder, 'assets'),
        voiceActivity: join(projectFolder, 'out/main/voice-activity/silero_vad_v5.onnx'),
      },
      setup: {
        engines: { ...DEFAULT_ENGINE_PREFERENCES, keys: {} },
        ...{ profileFolder: folder, modelFolder: realPlaces.modelFolder, logFile, dataKey, keyOrigin: 'keyring', personaId: 'nova' },
        ...{ talkMode: 'push-to-talk', volume: 1, rate: 1, locale: 'en-US', timeZone: 'UTC', profiles: { currentId: '', profiles: [] } },
      },
      log: openLog(logFile),
      emit: () => undefined,
    });
    const [control, microphone, speaker] = [channel(), channel(), channel()];
    host.openWindow({ control: control.near, microphone: microphone.near, speaker: speaker.near });
    const connected = connectIpc(conversationContract, control.far);
    client = connected.client;
    client.on('turnCommitted', (turn) => turns.push(turn));
    ends.push(
      connected.close,
      hasten(speaker.far),
      microphone.far.listen(() => undefined),
    );
    presence = () => host.session.state.presence;
  }, 90_000);
  afterAll(async () => {
    for (const end of ends) end();
    await scope.close();
    if (usualTemporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usualTemporary;
    for (const one of [folder, temporary]) rmSync(one, { recursive: true, force: true });
  }, 90_000);

  /** Says it and waits until the answer was heard. */
  const say = async (text: string): Promise<string> => {
    const before = turns.length;
    await client.sendText({ text });
    await expect.poll(() => turns.slice(before).some(({ role }) => role === 'assistant'), { timeout: 40_000 }).toBe(true);
    return turns.at(-1)?.text ?? '';
  };
  const traces = (word: string) => [...tracesOf([word], everyByte(folder, dataKey)), ...tracesOf([word], everyByte(temporary, dataKey))];

  it('has a fact nowhere any more once it was forgotten by word: database, its log, word indexes, logs, temporary files', async () => {
    await expect.poll(presence, { timeout: 90_000 }).toBe('idle');
    const word = Array.from(randomBytes(24), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
    expect(await say(`Remember that my locker code is ${word}.`)).toContain('I will remember that.');
    expect(await say('What is my locker code?')).toContain(word);
    const before = traces(word);
    expect(before.length).toBeGreaterThan(0);
    expect(before.every((trace) => trace.startsWith('parley.db, decrypted'))).toBe(true);
    expect(await say(`Forget that my locker code is ${word}.`)).toBe('I have forgotten that.');
    expect(traces(word)).toEqual([]);
    expect(readFileSync(logFile, 'utf8')).toContain('turn-committed');
    expect(await say('What is my locker code?')).not.toContain(word);
    expect(traces(word)).toEqual([]);
  }, 240_000);
});
