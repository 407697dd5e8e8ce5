import { afterEach, describe, expect, it, vi } from 'vitest';
import { HEARING_FRAME_SAMPLES } from '../../../../electron/ipc/audio-frame.ts';
import { EngineFailure } from '../../../../electron/lifetime/engine-failure.ts';
import { scriptedLanguageModel, type WritingStep } from '../../../../models/scripted/scripted-language-model.ts';
import { type HearingStep, scriptedSpeechToText } from '../../../../models/scripted/scripted-speech-to-text.ts';
import { scriptedTextToSpeech } from '../../../../models/scripted/scripted-text-to-speech.ts';
import { createOnDeviceModel } from '../../../../models/speech-to-speech/on-device/on-device-model.ts';
import type { EngineEvent, RealtimeConnection, ToolDefinition } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from './setup.ts';

interface Stage {
  readonly connection: RealtimeConnection;
  readonly events: EngineEvent[];
  readonly of: <Type extends EngineEvent['type']>(type: Type) => Extract<EngineEvent, { type: Type }>[];
  readonly prompts: readonly string[];
  readonly finish: () => void;
}

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

async function stage(script: {
  heard?: readonly HearingStep[];
  written?: readonly WritingStep[];
  spoken?: readonly (string | Error)[];
  tools?: readonly ToolDefinition[];
}): Promise<Stage> {
  const recogniser = scriptedSpeechToText(script.heard ?? []);
  const writer = scriptedLanguageModel(script.written ?? []);
  const engine = createOnDeviceModel({
    openSpeechToText: async () => recogniser,
    openLanguageModel: async () => writer,
    openTextToSpeech: async () => scriptedTextToSpeech(script.spoken),
  });
  const connection = await engine.connect({ ...plainSetup, tools: script.tools ?? [] }, new AbortController().signal);
  closings.push(async () => {
    await connection.close();
    await engine.close();
  });
  const events: EngineEvent[] = [];
  connection.subscribe((event) => events.push(event));
  return {
    connection,
    events,
    of: (type) => events.filter((event) => event.type === type) as never,
    prompts: writer.prompts,
    finish: () => {
      recogniser.finish();
      writer.finish();
    },
  };
}

/** @param probability of speech in each of them */
function hear({ connection }: Stage, frames: number, probability = 0.9): void {
  for (let index = 0; index < frames; index++) {
    connection.appendAudio({ samples: new Float32Array(HEARING_FRAME_SAMPLES), endMs: 0, speechProbability: probability });
  }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
const ended = ({ of }: Stage, count = 1) => vi.waitFor(() => expect(of('response-ended')).toHaveLength(count));
const final = (heard: string): HearingStep => ({ effort: 'final', heard });
const partial = (heard: string): HearingStep => ({ effort: 'partial', heard });
const textOf = ({ of }: Stage) =>
  of('reply-words')
    .flatMap(({ words }) => words.map(({ text }) => text))
    .join('')
    .trim();

const clock: ToolDefinition = {
  name: 'clock.time',
  description: 'Tells the time.',
  parameters: {},
  effect: 'none',
  match: (utterance) => (/what time/i.test(utterance) ? { arguments: { zone: 'here' }, score: 1 } : null),
};

describe('a conversation with the models of this computer', () => {
  it('shows words while they are spoken, and never takes certain ones back', async () => {
    const on = await stage({ heard: [partial('I half'), partial('I had a'), partial('I had all day'), final('Tell me a story.')] });
    for (let count = 0; count < 3; count++) {
      hear(on, 16);
      await settled();
    }
    on.connection.commit();
    await settled();
    const told = on.of('user-transcript');
    expect(told.map(({ stableText }) => stableText)).toEqual(['', 'I', 'I had', 'Tell me a story.']);
    for (const { text, stableText } of told) expect(text.startsWith(stableText)).toBe(true);
    expect(told.map((event) => event.final)).toEqual([false, false, false, true]);
    on.finish();
  });

  it('hears a second time where the likeliest words ask for nothing', async () => {
    const on = await stage({ heard: [{ ...final("What's I'm is it?"), others: ['What tam is it?', 'What time is it?'] }], tools: [clock] });
    hear(on, 5);
    on.connection.commit();
    await settled();
    on.connection.respond();
    await settled();
    expect(on.of('user-transcript').at(-1)).toMatchObject({ text: 'What time is it?', heardText: "What's I'm is it?", final: true });
    expect(on.of('tool-called')).toMatchObject([{ name: 'clock.time' }]);
    on.finish();
  });

  it('answers in clauses that join without a gap', async () => {
    const on = await stage({ heard: [final('Tell me a story.')], written: [[' That sounds', ' hard. I hope', ' you rest well.']] });
    hear(on, 5);
    on.connection.commit();
    await settled();
    on.connection.respond();
    await ended(on);
    expect(textOf(on)).toBe('That sounds hard. I hope you rest well.');
    const words = on.of('reply-words').flatMap((event) => event.words);
    for (const [index, { startMs }] of words.entries()) expect(startMs).toBeCloseTo(words[index - 1]?.endMs ?? 0);
    expect(on.events.map(({ type }) => type).filter((type) => type !== 'user-transcript')).toEqual([
      'response-started',
      'first-token',
      'reply-audio',
      'reply-words',
      'reply-audio',
      'reply-words',
      'response-ended',
    ]);
    on.finish();
  });

  it('speaks before the reply is written to its end', async () => {
    let release: (value?: unknown) => void = () => undefined;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    const on = await stage({ written: [[' How nice to hear. It', held, ' was a good day.']] });
    on.connection.appendItem({ kind: 'user-text', text: 'Tell me a story.' });
    on.connection.respond();
    await vi.waitFor(() => expect(on.of('reply-audio')).toHaveLength(1));
    expect(on.of('response-ended')).toEqual([]);
    release();
    await ended(on);
    expect(textOf(on)).toBe('How nice to hear. It was a good day.');
  });

  it('works ahead in a pause without telling more than its guess of the words, and answers at once', async () => {
    const on = await stage({ heard: [final('Tell me a story.')], written: [[' That sounds hard.']] });
    hear(on, 5);
    on.connection.anticipate();
    hear(on, 3, 0.01);
    await settled();
    expect(on.events).toMatchObject([{ type: 'user-transcript', text: 'Tell me a story.', final: false, whole: true }]);
    on.connection.commit();
    await settled();
    on.connection.respond();
    await ended(on);
    expect(textOf(on)).toBe('That sounds hard.');
    on.finish();
  });

  it('throws away what it made ahead when the speaker goes on', async () => {
    const on = await stage({
      heard: [final('Tell me a story.'), final('Tell me a story about the sea.')],
      written: [[' That sounds hard.'], [' How lovely.']],
    });
    hear(on, 5);
    on.connection.anticipate();
    await settled();
    hear(on, 5);
    on.connection.commit();
    await settled();
    on.connection.respond();
    await ended(on);
    expect(textOf(on)).toBe('How lovely.');
    expect(on.of('response-started')).toHaveLength(1);
    on.finish();
  });

  it('tells nothing of a cancelled reply after its end', async () => {
    let release: (value?: unknown) => void = () => undefined;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    const on = await stage({ written: [[' How nice to hear. It', held, ' was a good day.']] });
    on.connection.appendItem({ kind: 'user-text', text: 'Tell me a story.' });
    on.connection.respond();
    await vi.waitFor(() => expect(on.of('reply-audio')).toHaveLength(1));
    on.connection.cancel();
    expect(on.of('response-ended')).toMatchObject([{ end: 'cancelled' }]);
    const told = on.events.length;
    release();
    await settled();
    on.connection.cancel();
    expect(on.events).toHaveLength(told);
  });

  it('calls a skill only after the commit, and says the sentence it brings', async () => {
    const on = await stage({ heard: [final('What time is it?')], tools: [clock], spoken: ['It is noon.'] });
    hear(on, 5);
    on.connection.anticipate();
    await settled();
    expect(on.events.map(({ type }) => type)).toEqual(['user-transcript']);
    on.connection.commit();
    await settled();
    on.connection.respond();
    const [call] = on.of('tool-called');
    expect(call).toMatchObject({ name: 'clock.time', arguments: { zone: 'here' } });
    expect(on.of('response-ended')).toMatchObject([{ end: 'called-tools' }]);
    on.connection.appendItem({ kind: 'tool-result', callId: call?.callId ?? '', output: '12:00', sentence: 'It is noon.' });
    on.connection.respond();
    await ended(on, 2);
    expect(textOf(on)).toBe('It is noon.');
    on.finish();
  });

  it('makes the voice of a skill without effects ahead, once, and throws it away when the speaker goes on', async () => {
    let previews = 0;
    const preview = async (_args: unknown, words: string) => {
      previews += 1;
      return words.includes('Paris') ? 'It is one.' : 'It is noon.';
    };
    const on = await stage({
      heard: [final('What time is it?'), final('What time is it in Paris?')],
      tools: [{ ...clock, preview }],
      spoken: ['It is noon.', 'It is one.'],
    });
    hear(on, 5);
    on.connection.anticipate();
    await settled();
    hear(on, 5);
    on.connection.anticipate();
    await settled();
    expect(previews).toBe(2);
    expect(on.of('reply-audio')).toEqual([]);
    on.connection.commit();
    await settled();
    on.connection.respond();
    const [call] = on.of('tool-called');
    on.connection.appendItem({ kind: 'tool-result', callId: call?.callId ?? '', output: '1:00', sentence: 'It is one.' });
    on.connection.respond();
    await ended(on, 2);
    expect(textOf(on)).toBe('It is one.');
    on.finish();
  });

  it('says what the skill really brings, not what it would have said before', async () => {
    const on = await stage({
      heard: [final('What time is it?')],
      tools: [{ ...clock, preview: async () => 'It is noon.' }],
      spoken: ['It is noon.', 'It is a minute past noon.'],
    });
    hear(on, 5);
    on.connection.anticipate();
    await settled();
    on.connection.commit();
    await settled();
    on.connection.respond();
    on.connection.appendItem({ kind: 'tool-result', callId: '', output: '12:01', sentence: 'It is a minute past noon.' });
    on.connection.respond();
    await ended(on, 2);
    expect(textOf(on)).toBe('It is a minute past noon.');
  });

  it('answers a turn that was cut off together with its rest', async () => {
    const on = await stage({
      heard: [final('Tell me a story.'), final('A nice one.')],
      written: [[' That sounds hard.'], [' How lovely.']],
    });
    hear(on, 5);
    on.connection.commit();
    await settled();
    on.connection.respond();
    on.connection.cancel();
    on.connection.continueTurn?.();
    hear(on, 5);
    on.connection.commit();
    await settled();
    on.connection.respond();
    await ended(on, 2);
    expect(on.prompts.at(-1)).toMatch(/User: Tell me a story\. A nice one\.\nNova:$/);
    expect(on.of('user-transcript').map(({ text }) => text)).toEqual(['Tell me a story.', 'A nice one.']);
  });

  it('says so when an utterance held no words, and remembers nothing of a discarded one', async () => {
    const on = await stage({ heard: [final('')] });
    on.connection.commit();
    await settled();
    hear(on, 5);
    on.connection.commit();
    await settled();
    hear(on, 5);
    on.connection.discard();
    await settled();
    expect(on.of('user-transcript')).toMatchObject([
      { text: '', final: true },
      { text: '', final: true },
    ]);
    on.finish();
  });

  it('answers with the persona’s refusal when knowledge is asked for, without asking the model', async () => {
    const on = await stage({});
    on.connection.appendItem({ kind: 'user-text', text: 'Who wrote Hamlet?' });
    on.connection.respond();
    await ended(on);
    expect(textOf(on)).toBe(plainSetup.persona.refusal);
  });

  it('says the refusal in place of an invention, and stops before a later one', async () => {
    const on = await stage({ written: [[' Theodor is forty years old.'], [' How nice. There are fifty of them. Well.']] });
    for (const text of ['Tell me a story.', 'Tell me a joke.']) {
      on.connection.appendItem({ kind: 'user-text', text });
      on.connection.respond();
      await ended(on, on.of('response-started').length);
    }
    expect(textOf(on)).toBe(`${plainSetup.persona.refusal} How nice.`);
  });

  it('remembers no more of a reply than was heard', async () => {
    const on = await stage({ written: [[' How nice to hear. Sleep well.'], [' You too.']] });
    on.connection.appendItem({ kind: 'user-text', text: 'Tell me a story.' });
    on.connection.respond();
    await ended(on);
    on.connection.truncate(on.of('reply-audio')[0]?.itemId ?? '', 400, 'How nice');
    on.connection.appendItem({ kind: 'user-text', text: 'Tell me another story.' });
    on.connection.respond();
    await ended(on, 2);
    expect(on.prompts[1]).toContain('\nUser: Tell me a story.\nNova: How nice\nUser: Tell me another story.\nNova:');
    on.finish();
  });

  it('tells a failing voice or recogniser as one sentence with advice, and the next turn works', async () => {
    const failure = new EngineFailure('internal', 'The voice broke.', { retryable: true, whatToDo: 'Say it once more.' });
    const on = await stage({
      heard: [{ effort: 'final', heard: failure }],
      written: [[' How nice.'], [' How lovely.']],
      spoken: [failure, 'How lovely.'],
    });
    hear(on, 5);
    on.connection.commit();
    await settled();
    for (const text of ['Tell me a story.', 'Tell me a joke.']) {
      on.connection.appendItem({ kind: 'user-text', text });
      on.connection.respond();
      await ended(on, on.of('response-started').length);
    }
    expect(on.of('failed').map((event) => event.failure.message)).toEqual(['The voice broke.', 'The voice broke.']);
    expect(on.of('response-ended').map(({ end }) => end)).toEqual(['failed', 'completed']);
    expect(textOf(on)).toBe('How lovely.');
  });

  it('hears before voice and mind are loaded; the reply waits for them', async () => {
    const load: Record<'voice' | 'mind', () => void> = { voice: () => undefined, mind: () => undefined };
    const recogniser = scriptedSpeechToText([{ effort: 'final', heard: 'Tell me a story.' }]);
    const writer = scriptedLanguageModel([[' How nice.']]);
    const engine = createOnDeviceModel({
      openSpeechToText: async () => recogniser,
      openLanguageModel: () => new Promise((resolve) => (load.mind = () => resolve(writer))),
      openTextToSpeech: () => new Promise((resolve) => (load.voice = () => resolve(scriptedTextToSpeech()))),
    });
    const connection = await engine.connect(plainSetup, new AbortController().signal);
    const events: EngineEvent[] = [];
    connection.subscribe((event) => events.push(event));
    let loaded = false;
    void engine.loaded().then(() => {
      loaded = true;
    });
    connection.appendAudio({ samples: new Float32Array(HEARING_FRAME_SAMPLES), endMs: 0, speechProbability: 0.9 });
    connection.commit();
    connection.respond();
    await vi.waitFor(() => expect(events.some((event) => event.type === 'user-transcript' && event.final)).toBe(true));
    expect(events.some(({ type }) => type === 'reply-audio')).toBe(false);
    expect(loaded).toBe(false);
    load.voice();
    await settled();
    load.mind();
    await vi.waitFor(() => expect(events.some(({ type }) => type === 'reply-audio')).toBe(true));
    expect(loaded).toBe(true);
    recogniser.finish();
    await connection.close();
    await engine.close();
  });

  it('ends the line, to whoever listens then, when the voice cannot be loaded', async () => {
    const missing = new EngineFailure('model-missing', 'The voice is not there.', { retryable: false, whatToDo: 'Get it.' });
    const engine = createOnDeviceModel({
      openSpeechToText: async () => scriptedSpeechToText([]),
      openLanguageModel: async () => scriptedLanguageModel([]),
      openTextToSpeech: () => Promise.reject(missing),
    });
    const connection = await engine.connect(plainSetup, new AbortController().signal);
    await engine.loaded();
    await settled();
    const events: EngineEvent[] = [];
    connection.subscribe((event) => events.push(event));
    expect(events).toEqual([{ type: 'disconnected', failure: missing }]);
    await connection.close();
    await engine.close();
  });
});
