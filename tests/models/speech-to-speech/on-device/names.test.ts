import { afterEach, describe, expect, it, vi } from 'vitest';
import { HEARING_FRAME_SAMPLES } from '../../../../electron/ipc/audio-frame.ts';
import { scriptedLanguageModel, type WritingStep } from '../../../../models/scripted/scripted-language-model.ts';
import { scriptedTextToSpeech } from '../../../../models/scripted/scripted-text-to-speech.ts';
import { createOnDeviceModel } from '../../../../models/speech-to-speech/on-device/on-device-model.ts';
import type { EngineEvent, EngineName, ToolDefinition } from '../../../../models/speech-to-speech/realtime-model.ts';
import type { TranscribeOptions, Transcript } from '../../../../models/speech-to-text/speech-to-text.ts';
import type { SpeakOptions } from '../../../../models/text-to-speech/text-to-speech.ts';
import { plainSetup } from './setup.ts';

const IGOR: EngineName = { written: 'Igor', heardAs: ['Eager'], respelling: null, ipa: 'ˈiːɡɔːɹ' };
const KATE: EngineName = { written: 'Kate', heardAs: [], respelling: 'kayt', ipa: null };
const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

/** An engine that hears what it is told, and remembers what it was asked with. */
async function open(
  names: readonly EngineName[],
  hears: Partial<Transcript>,
  options: { tools?: ToolDefinition[]; written?: WritingStep[] } = {},
) {
  const asked: TranscribeOptions[] = [];
  const said: SpeakOptions[] = [];
  const voice = scriptedTextToSpeech();
  const writer = scriptedLanguageModel(options.written ?? []);
  const engine = createOnDeviceModel({
    openSpeechToText: async () => ({
      id: 'told',
      longestMs: 15_000,
      transcribe: async (_, how) => {
        asked.push(how);
        return { text: '', heardText: null, averageLogProbability: 0, rejected: false, ...hears };
      },
      close: async () => undefined,
    }),
    openLanguageModel: async () => writer,
    openTextToSpeech: async () => ({
      ...voice,
      speak: (text, how) => {
        said.push(how);
        return voice.speak(text, how);
      },
    }),
  });
  const setup = { ...plainSetup, names, tools: options.tools ?? [] };
  const connection = await engine.connect(setup, new AbortController().signal);
  closings.push(async () => {
    await connection.close();
    await engine.close();
  });
  const events: EngineEvent[] = [];
  connection.subscribe((event) => events.push(event));
  const speech = (frames: number) => {
    for (let index = 0; index < frames; index++) {
      connection.appendAudio({ samples: new Float32Array(HEARING_FRAME_SAMPLES), endMs: 0, speechProbability: 0.9 });
    }
  };
  const words = (isFinal: boolean) => events.filter((event) => event.type === 'user-transcript').filter(({ final }) => final === isFinal);
  return { connection, setup, asked, said, speech, words, events, voice, writer };
}

describe('names on this computer', () => {
  it('reach the final search, and not the partials', async () => {
    const { connection, asked, speech, words } = await open([IGOR], { text: 'Hello.' });
    speech(40);
    await vi.waitFor(() => expect(words(false)).not.toHaveLength(0));
    connection.commit();
    await vi.waitFor(() => expect(words(true)).toHaveLength(1));
    expect(asked.find(({ effort }) => effort === 'partial')?.bias).toEqual([]);
    expect(asked.find(({ effort }) => effort === 'final')?.bias).toEqual([
      { written: 'Igor', spellings: ['Eager', 'Eegawr'], examples: [] },
    ]);
  });

  it('are repaired in partial and final words, with what was heard beside it', async () => {
    const { connection, speech, words } = await open([IGOR], { text: 'My name is eager.' });
    speech(40);
    await vi.waitFor(() => expect(words(false)).not.toHaveLength(0));
    expect(words(false)[0]).toMatchObject({ text: 'My name is Igor.', heardText: 'My name is eager.', stableText: '' });
    connection.commit();
    await vi.waitFor(() => expect(words(true)).toHaveLength(1));
    expect(words(true)[0]).toMatchObject({ text: 'My name is Igor.', heardText: 'My name is eager.', stableText: 'My name is Igor.' });
  });

  it('tell what was heard when the recogniser itself put a name in', async () => {
    const { connection, speech, words } = await open([IGOR], { text: 'Call Igor.', heardText: 'Call a gore.' });
    speech(20);
    connection.commit();
    await vi.waitFor(() => expect(words(true)).toHaveLength(1));
    expect(words(true)[0]).toMatchObject({ text: 'Call Igor.', heardText: 'Call a gore.' });
  });

  it('say nothing of what was heard when it was right', async () => {
    const { connection, speech, words } = await open([IGOR], { text: 'I am eager to go.' });
    speech(20);
    connection.commit();
    await vi.waitFor(() => expect(words(true)).toHaveLength(1));
    expect(words(true)[0]).toMatchObject({ text: 'I am eager to go.', heardText: null });
  });

  it('are repaired before skills read the words', async () => {
    const call: ToolDefinition = {
      name: 'phone.call',
      description: 'Calls somebody.',
      parameters: {},
      effect: 'none',
      match: (utterance) => (/^call (\w+)/i.test(utterance) ? { arguments: { who: /^call (\w+)/i.exec(utterance)?.[1] }, score: 1 } : null),
    };
    const { connection, speech, words, events } = await open([IGOR], { text: 'Call eager.' }, { tools: [call] });
    speech(20);
    connection.commit();
    await vi.waitFor(() => expect(words(true)).toHaveLength(1));
    connection.respond();
    await vi.waitFor(() => expect(events.find(({ type }) => type === 'tool-called')).toMatchObject({ arguments: { who: 'Igor' } }));
  });

  it('are said as their cards tell, also those that come in mid-call', async () => {
    const { connection, setup, said, events } = await open([IGOR], {});
    const ended = (count: number) => vi.waitFor(() => expect(events.filter(({ type }) => type === 'response-ended')).toHaveLength(count));
    connection.appendItem({ kind: 'tool-result', callId: 'call', output: '', sentence: 'Hello Igor.' });
    connection.respond();
    await ended(1);
    expect(said[0]?.pronunciations).toEqual({ Igor: 'ˈiːɡɔːɹ' });
    connection.update({ ...setup, names: [KATE] });
    connection.appendItem({ kind: 'tool-result', callId: 'call', output: '', sentence: 'Hello Kate.' });
    connection.respond();
    await ended(2);
    expect(said[1]?.pronunciations).toEqual({ Kate: 'kˈeɪt' });
  });
});
