import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineFailure } from '../../models/speech-to-speech/realtime-model.ts';
import { HostDouble, lineDied } from './host-double.ts';
import { Stage } from './stage.ts';
import { hear, PlayingSpeaker, pass, say } from './talking.ts';

const MINUTE_MS = 60_000;
let stage: Stage;
let host: HostDouble;
let speaker: PlayingSpeaker;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
  expect(host.complaints).toEqual([]);
  vi.useRealTimers();
});

async function open(options: Parameters<typeof Stage.open>[0] = {}): Promise<void> {
  host = (options.model as HostDouble | undefined) ?? new HostDouble();
  vi.useRealTimers();
  const opened = Stage.open({ model: host, ...options });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  stage = await opened;
  speaker = new PlayingSpeaker(stage);
  await pass(stage, host.times.openMs + 50);
}

const said = () => stage.store.turns.filter(({ role }) => role === 'user').map(({ text }) => text);
const replies = () => stage.store.turns.filter(({ role }) => role === 'assistant').map(({ text }) => text);

/** Holds the key and says one sentence, in the middle of which something happens. */
async function sayInTwo(happens: () => unknown): Promise<void> {
  stage.session.talkKey('down');
  await hear(stage, 1, 10);
  happens();
  await hear(stage, 2, 10);
  stage.session.talkKey('up');
  await hear(stage, 0, 8);
}

describe('a line that dies', () => {
  it('while nobody speaks is opened again, with the conversation as it is kept', async () => {
    await open();
    await say(stage, 1);
    await speaker.pass(2000);
    host.die();
    await pass(stage, 4000);
    expect(host.lines).toHaveLength(2);
    expect(host.line.setup.history.map(({ text }) => text)).toEqual(['word 1', 'You said word 1.']);
    expect(host.line.calls).toEqual([]);
    expect(stage.presence).toBe('idle');
  });

  it('in the middle of a word loses nothing of it', async () => {
    await open();
    await sayInTwo(() => host.die());
    await speaker.pass(6000);
    expect(said()).toEqual(['word 1 word 2']);
    expect(replies()).toEqual(['You said word 1 word 2.']);
  });

  it('after the last word is asked for the words again, once', async () => {
    await open();
    await say(stage, 1);
    host.die();
    await speaker.pass(6000);
    expect(said()).toEqual(['word 1']);
    expect(replies()).toEqual(['You said word 1.']);
    expect(host.line.setup.history).toEqual([]);
  });

  it('before it answers is asked again, and the words are no history', async () => {
    await open({ model: new HostDouble({ times: { firstAudioMs: 500 } }) });
    await say(stage, 1);
    await pass(stage, 300);
    expect(said()).toEqual(['word 1']);
    host.die();
    await speaker.pass(6000);
    expect(host.line.setup.history).toEqual([]);
    expect(host.line.calls).toEqual(['text word 1', 'respond']);
    expect(replies()).toEqual(['You said word 1.']);
  });

  it('in the middle of a reply leaves what was heard, and is not asked the same again', async () => {
    await open({ model: new HostDouble({ times: { wordMs: 100 } }) });
    await stage.session.sendText('Tell me something very long, please, as long as you can.');
    await speaker.pass(600);
    host.die();
    await speaker.pass(6000);
    expect(replies()).toHaveLength(1);
    expect(replies()[0]).toMatch(/^You said/);
    expect(host.line.calls).toEqual([]);
    expect(host.line.setup.history.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });

  it('for good in the middle of a word loses nothing of it when there is one again', async () => {
    await open();
    await sayInTwo(() => host.die(new EngineFailure('refused', 'The key was taken back.', { retryable: false, whatToDo: '' })));
    await speaker.pass(6000);
    expect(said()).toEqual(['word 1 word 2']);
    expect(replies()).toEqual(['You said word 1 word 2.']);
  });

  it('is tried again at once when somebody begins to talk, unless the host asked for time', async () => {
    await open();
    host.refusals = [lineDied(), lineDied(), lineDied()];
    host.die();
    await pass(stage, 700);
    const before = host.lines.length;
    host.refusals = [];
    stage.session.talkKey('down');
    await hear(stage, 1, 10);
    expect(host.lines.length).toBe(before + 1);
    stage.session.talkKey('up');
    await speaker.pass(3000);
    expect(said()).toEqual(['word 1']);
    host.refusals = [new EngineFailure('refused', 'Wait.', { retryable: true, whatToDo: '', retryAfterMs: 9000 })];
    host.die();
    await pass(stage, 3000);
    stage.session.talkKey('down');
    await hear(stage, 2, 10);
    expect(host.lines.length).toBe(before + 1);
    stage.session.talkKey('up');
    await speaker.pass(15_000);
    expect(said()).toEqual(['word 1', 'word 2']);
  });

  it('answers several turns that were spoken meanwhile, in order', async () => {
    await open();
    host.refusals = Array.from({ length: 4 }, () => lineDied());
    host.die();
    await say(stage, 1);
    await say(stage, 2);
    await speaker.pass(20_000);
    expect(said()).toEqual(['word 1', 'word 2']);
    expect(replies()).toEqual(['You said word 2.']);
  });

  it('says so when it takes longer than one would notice, once', async () => {
    await open();
    host.refusals = Array.from({ length: 6 }, () => lineDied('The network is away.'));
    host.die();
    await pass(stage, 8000);
    const told = stage.notices.filter(({ id }) => id === 'engine-line');
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.message).toContain('The network is away.');
    expect(told[0]?.whatToDo).toContain('What you say is kept');
  });

  it('says nothing when it is back at once', async () => {
    await open();
    host.die();
    await pass(stage, 1000);
    expect(stage.notices).toEqual([]);
    expect(stage.session.state.engine.line).toBe('open');
  });
});

describe('a host that does not want', () => {
  it('is asked once with a bad key, and says why', async () => {
    host = new HostDouble();
    const why = { retryable: false, whatToDo: 'Enter it again.' };
    host.refusals = [new EngineFailure('refused', 'The key was not accepted.', why)];
    await open({ model: host });
    await pass(stage, 10_000);
    expect(host.lines).toHaveLength(0);
    expect(stage.presence).toBe('unavailable');
    expect(stage.notices).toMatchObject([{ message: 'The key was not accepted.', whatToDo: 'Enter it again.' }]);
  });

  it('is left alone after it ended three lines at once', async () => {
    await open();
    for (let time = 0; time < 3; time += 1) {
      host.die();
      await pass(stage, 2000);
    }
    await pass(stage, 30_000);
    expect(host.lines).toHaveLength(3);
    expect(stage.notices.at(-1)?.message).toBe('Host host takes the connection and ends it at once, three times in a row.');
  });

  it('is not asked before the time it named', async () => {
    await open();
    const busy = new EngineFailure('network', 'Too many requests.', { retryable: true, whatToDo: '', layer: 'http', retryAfterMs: 20_000 });
    await pass(stage, 20_000);
    host.die(busy);
    await pass(stage, 19_900);
    expect(host.lines).toHaveLength(1);
    await pass(stage, 3000);
    expect(host.lines).toHaveLength(2);
  });
});

describe('a machine that slept', () => {
  it('does not believe a line that looks open, and keeps what is said', async () => {
    await open();
    await sayInTwo(() => stage.session.engine.wake());
    await speaker.pass(4000);
    expect(host.lines).toHaveLength(2);
    expect(host.openLines).toBe(1);
    expect(said()).toEqual(['word 1 word 2']);
  });
});

describe('a line that grows old', () => {
  it('is replaced in a pause before its cap, by one that knows everything', async () => {
    await open({ model: new HostDouble({ sessionCapMs: 15 * MINUTE_MS }) });
    await say(stage, 1);
    await speaker.pass(2000);
    await pass(stage, 14 * MINUTE_MS);
    expect(host.lines).toHaveLength(2);
    expect(host.openLines).toBe(1);
    expect(host.line.setup.history.map(({ text }) => text)).toEqual(['word 1', 'You said word 1.']);
    await say(stage, 2);
    await speaker.pass(2000);
    expect(replies()).toEqual(['You said word 1.', 'You said word 2.']);
  });

  it.each([0, 100, 2000, 30_000])('says a running reply to its end when it goes away in %i ms', async (deadlineMs) => {
    await open({ model: new HostDouble({ times: { wordMs: 90 } }) });
    const words = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    await stage.session.sendText(words);
    await speaker.pass(500);
    host.goAway(deadlineMs);
    await speaker.pass(8000);
    expect(replies()).toEqual([`You said ${words}.`]);
    expect(Math.max(0, ...speaker.gapsMs)).toBeLessThanOrEqual(150);
    expect(host.openLines).toBe(1);
    expect(host.line.setup.history.map(({ text }) => text)).toEqual([words, `You said ${words}.`]);
  });
});

describe('N15: a cap that is reached in the middle of a sentence', () => {
  it.each([0, 100, 2000, 30_000])('loses and doubles no word of it when the line goes away in %i ms', async (deadlineMs) => {
    await open();
    await sayInTwo(() => host.goAway(deadlineMs));
    await speaker.pass(6000);
    expect(said()).toEqual(['word 1 word 2']);
    expect(replies()).toEqual(['You said word 1 word 2.']);
    expect(host.openLines).toBe(1);
    // A short notice is obeyed at once; where there is time the line is replaced after the turn.
    expect(host.lines).toHaveLength(2);
  });
});

describe('another engine in mid-call', () => {
  const another = (options = {}) => new HostDouble({ id: 'another', ...options });

  it('takes over in a pause, knowing persona, names, facts and every turn, without a gap', async () => {
    await open();
    const second = another();
    await stage.session.sendText('My name is Igor.');
    await speaker.pass(3000);
    stage.session.engine.use(second);
    await speaker.pass(1000);
    expect(host.openLines).toBe(0);
    expect(second.line.setup.persona.name).toBe('Nova');
    expect(second.line.setup.names.map(({ written }) => written)).toContain('Igor');
    expect(second.line.setup.history.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(stage.session.state.engine).toMatchObject({ id: 'another', label: 'Host another', line: 'open' });
    await say(stage, 1);
    await speaker.pass(2000);
    expect(replies().at(-1)).toBe('You said word 1.');
    expect(stage.store.turns.at(-1)?.engineId).toBe('another');
  });

  it('lets the one that speaks finish its sentence', async () => {
    await open({ model: new HostDouble({ times: { wordMs: 90 } }) });
    const second = another();
    const words = Array.from({ length: 20 }, (_, index) => `w${index}`).join(' ');
    await stage.session.sendText(words);
    await speaker.pass(400);
    stage.session.engine.use(second);
    await speaker.pass(6000);
    expect(replies()).toEqual([`You said ${words}.`]);
    expect(speaker.gapsMs).toEqual([]);
    expect(second.line.setup.history).toHaveLength(2);
  });

  it('hears the whole utterance in the middle of which it was chosen, once', async () => {
    await open();
    const second = another();
    stage.session.talkKey('down');
    await hear(stage, 1, 10);
    stage.session.engine.use(second);
    await hear(stage, 2, 20);
    stage.session.talkKey('up');
    await hear(stage, 0, 8);
    await speaker.pass(4000);
    expect(said()).toEqual(['word 1 word 2']);
    expect(second.line.calls.filter((call) => call.startsWith('audio'))).toEqual(['audio 1', 'audio 2']);
  });

  it('that does not answer changes nothing, and that is said', async () => {
    await open();
    const second = another();
    second.refusals = [lineDied('It cannot be found.')];
    stage.session.engine.use(second);
    await speaker.pass(1000);
    expect(stage.notices).toMatchObject([{ id: 'engine-not-changed', message: expect.stringContaining('It cannot be found.') as string }]);
    await say(stage, 1);
    await speaker.pass(2000);
    expect(replies()).toEqual(['You said word 1.']);
    expect(stage.session.state.engine.id).toBe('host');
  });

  it('answers while the line is down, if the user allows it, and gives way when it is back', async () => {
    const here = another({ runsOn: 'this-computer' });
    await open({ engines: { standIn: () => here } });
    await pass(stage, 20_000);
    host.refusals = Array.from({ length: 8 }, () => lineDied());
    host.die();
    await say(stage, 1);
    await speaker.pass(9000);
    expect(replies()).toEqual(['You said word 1.']);
    expect(stage.store.turns.at(-1)?.engineId).toBe('another');
    await speaker.pass(60_000);
    expect(stage.session.state.engine.id).toBe('host');
    expect(host.line.setup.history.map(({ text }) => text)).toEqual(['word 1', 'You said word 1.']);
  });

  it('ends the line at once when it has to: what is not answered is answered by the other', async () => {
    await open({ model: new HostDouble({ times: { firstAudioMs: 1000 } }) });
    const here = another({ runsOn: 'this-computer' });
    await say(stage, 1);
    await pass(stage, 300);
    stage.session.engine.replace(here);
    expect(host.openLines).toBe(0);
    await speaker.pass(2000);
    expect(replies()).toEqual(['You said word 1.']);
  });
});
