import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SocketGate } from '../../electron/conversation/ledger/socket-gate.ts';
import { EngineDesk } from '../../electron/conversation/session/engine-desk.ts';
import type { EngineEntry } from '../../electron/conversation/session/engine-room.ts';
import { DEFAULT_ENGINE_PREFERENCES, type EngineAccess, type PriceList } from '../../electron/ipc/engine-schema.ts';
import type { Notice } from '../../electron/ipc/presence-schema.ts';
import { EngineFailure } from '../../models/speech-to-speech/realtime-model.ts';
import { HostDouble } from './host-double.ts';
import { memoryStore } from './memory-store.ts';
import { Stage } from './stage.ts';
import { PlayingSpeaker, pass, say } from './talking.ts';

const perMinute: PriceList = {
  ...{ asOf: '2026-10-01', textIn: 0, audioIn: 0, cachedIn: 0, textOut: 0, audioOut: 0, sessionMinute: 60, transcribedMinute: 0 },
};

let stage: Stage;
let desk: EngineDesk;
let here: HostDouble;
let far: HostDouble;
let access: EngineAccess;
let told: object[];
const gate: SocketGate & { log: boolean[] } = {
  log: [],
  isOffline: false,
  openCount: 0,
  setOffline: (on) => void gate.log.push(on),
  close: () => undefined,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  here = new HostDouble({ id: 'on-device', runsOn: 'this-computer' });
  far = new HostDouble({ id: 'far' });
  gate.log.length = 0;
  told = [];
});
afterEach(async () => {
  await stage.close();
  expect([...here.complaints, ...far.complaints]).toEqual([]);
  vi.useRealTimers();
});

const entry = (changes: Partial<EngineEntry> = {}): EngineEntry => ({
  ...{
    id: 'far',
    label: 'Far away',
    address: new URL('wss://far.example/v1'),
    keyService: 'far',
    key: 'needed',
    isCustom: false,
    prices: perMinute,
  },
  open: () => far,
  ...changes,
});

async function open(changes: Partial<EngineAccess> = {}, entries: readonly EngineEntry[] = [entry()]): Promise<void> {
  access = { ...DEFAULT_ENGINE_PREFERENCES, keys: { far: 'k-1234567890' }, ...changes };
  const store = memoryStore();
  const notices: Notice[] = [];
  desk = new EngineDesk({
    personaId: 'nova',
    ...{ onDevice: here, access, store, gate, entries: () => entries, today: () => new Date('2026-05-10T10:00:00Z') },
    output: { notice: (notice) => void notices.push(notice), preferencesChanged: (changed) => void told.push(changed) },
    onChanged: () => undefined,
  });
  const engines = {
    list: () => desk.list(),
    standIn: () => desk.standIn(),
    speaks: (personaId: string) => desk.speaks(personaId),
    enter: (...noted: Parameters<EngineDesk['enter']>) => desk.enter(...noted),
  };
  stage = await Stage.open({ store, model: desk.first(), engines });
  stage.notices.push(...notices.splice(0));
  notices.push = (...more) => stage.notices.push(...more);
  desk.attach(stage.session.engine);
  await pass(stage, 300);
}

const answeredBy = () => stage.store.turns.findLast(({ role }) => role === 'assistant')?.engineId;

describe('the chosen engine', () => {
  it('answers, and every turn is in the ledger: host, seconds, characters, tokens, cost', async () => {
    await open({ engineId: 'far' });
    const speaker = new PlayingSpeaker(stage);
    await say(stage, 1);
    await speaker.pass(3000);
    expect(answeredBy()).toBe('far');
    const turn = stage.store.entries.find(({ turnId }) => turnId !== null);
    expect(turn).toMatchObject({
      engineId: 'far',
      host: 'far.example',
      purpose: 'conversation',
      inputTokens: 100,
      conversationId: 'conversation-1',
    });
    expect(turn?.audioSentMs).toBeGreaterThan(400);
    expect(turn?.audioReceivedMs).toBe(400);
    expect(turn?.costMicros).toBe((turn?.openMs ?? 0) * 1000);
    expect(JSON.stringify(stage.store.entries)).not.toContain('word 1');
  });

  it('on this computer leaves nothing in the ledger', async () => {
    await open();
    const speaker = new PlayingSpeaker(stage);
    await say(stage, 1);
    await speaker.pass(3000);
    expect(answeredBy()).toBe('on-device');
    expect(stage.store.entries).toEqual([]);
  });

  it.each([
    [{ keys: {} }, [entry()], 'Far away needs a key.'],
    [{}, [entry({ address: null })], 'Far away has no address.'],
    [{}, [], 'There is no engine "far" any more.'],
    [
      {},
      [
        entry({
          open: () => {
            throw new EngineFailure('bad-input', 'There is no dialect "x".', { retryable: false, whatToDo: '' });
          },
        }),
      ],
      'There is no dialect "x".',
    ],
  ])('that cannot be had is replaced by this computer, and why is said: %#', async (changes, entries, why) => {
    await open({ engineId: 'far', ...changes }, entries);
    expect(stage.session.state.engine.id).toBe('on-device');
    expect(stage.notices).toMatchObject([{ id: 'engine-not-chosen', message: `${why} This computer answers instead.` }]);
    expect(far.lines).toEqual([]);
  });

  it('is changed by voice, and main is told', async () => {
    await open();
    desk.switchTo('far');
    await pass(stage, 1000);
    expect(told).toEqual([{ engineId: 'far' }]);
    expect(stage.session.state.engine).toMatchObject({ id: 'far', runsOn: 'host', line: 'open' });
    expect(desk.list().map(({ id, isAnswering, isChosen }) => [id, isAnswering, isChosen])).toEqual([
      ['on-device', false, false],
      ['far', true, true],
    ]);
  });

  it('keeps its line when something else is changed', async () => {
    await open({ engineId: 'far' });
    desk.change({ ...access, monthlyBudget: 20, prices: { far: perMinute } });
    await pass(stage, 1000);
    expect(far.lines).toHaveLength(1);
  });
});

describe('going offline', () => {
  it('cuts the line at once, lets nobody be chosen, and this computer goes on with the conversation', async () => {
    await open({ engineId: 'far' });
    const speaker = new PlayingSpeaker(stage);
    await say(stage, 1);
    await speaker.pass(3000);
    desk.change({ ...access, offline: true });
    expect(gate.log.at(-1)).toBe(true);
    expect(far.openLines).toBe(0);
    await pass(stage, 500);
    await say(stage, 2);
    await speaker.pass(3000);
    expect(answeredBy()).toBe('on-device');
    expect(here.line.setup.history.map(({ text }) => text)).toEqual(['word 1', 'You said word 1.']);
    expect(far.lines).toHaveLength(1);
    expect(desk.list().find(({ id }) => id === 'far')?.whyNot).toBe('Parley is offline: nothing leaves this computer.');
  });

  it('is over when one goes online again: the chosen engine comes back', async () => {
    await open({ engineId: 'far', offline: true });
    expect(stage.session.state.engine.id).toBe('on-device');
    desk.change({ ...access, offline: false });
    await pass(stage, 1000);
    expect(stage.session.state.engine.id).toBe('far');
  });
});

describe('a budget', () => {
  it('warns, then ends politely: what is being said is said, and this computer goes on', async () => {
    // A dollar a second: the second turn passes what is left.
    await open({ engineId: 'far', monthlyBudget: 6 });
    const speaker = new PlayingSpeaker(stage);
    for (const word of [1, 2, 3, 4, 5]) {
      await say(stage, word);
      await speaker.pass(1500);
    }
    expect(stage.notices.map(({ id }) => id)).toEqual(['budget-near', 'budget-over']);
    expect(stage.notices.at(-1)?.message).toBe("This month's budget of $6.00 is used up, so this computer answers from the next turn on.");
    expect(stage.store.turns.filter(({ role }) => role === 'assistant').map(({ text }) => text)).toEqual(
      [1, 2, 3, 4, 5].map((word) => `You said word ${word}.`),
    );
    expect(answeredBy()).toBe('on-device');
    expect(far.openLines).toBe(0);
    expect(desk.list().find(({ id }) => id === 'far')?.whyNot).toBe("This month's budget is used up.");
  });
});

describe('an engine of a persona’s own', () => {
  it('takes over when it has the word, knowing the conversation, and gives way to everybody’s', async () => {
    await open({ byPersona: { winston: 'far' } });
    const speaker = new PlayingSpeaker(stage);
    await say(stage, 1);
    await speaker.pass(2000);
    expect(answeredBy()).toBe('on-device');
    stage.session.switchPersona('winston');
    await speaker.pass(1000);
    await say(stage, 2);
    await speaker.pass(2000);
    expect(answeredBy()).toBe('far');
    expect(far.line.setup.persona.id).toBe('winston');
    expect(far.line.setup.history.map(({ text }) => text)).toContain('word 1');
    stage.session.switchPersona('nova');
    await speaker.pass(1000);
    await say(stage, 3);
    await speaker.pass(2000);
    expect(answeredBy()).toBe('on-device');
  });

  it('is not what answers once another one was asked for, until the persona has the word again', async () => {
    await open({ byPersona: { winston: 'far' } });
    const speaker = new PlayingSpeaker(stage);
    stage.session.switchPersona('winston');
    await speaker.pass(1000);
    desk.switchTo('on-device');
    await speaker.pass(1000);
    await say(stage, 1);
    await speaker.pass(2000);
    expect(answeredBy()).toBe('on-device');
    stage.session.switchPersona('nova');
    stage.session.switchPersona('winston');
    await speaker.pass(1000);
    await say(stage, 2);
    await speaker.pass(2000);
    expect(answeredBy()).toBe('far');
  });

  it('that cannot be had is told, and this computer answers', async () => {
    await open({ byPersona: { winston: 'gone' } });
    stage.session.switchPersona('winston');
    expect(stage.notices.map(({ message }) => message)).toEqual(['There is no engine "gone" any more. This computer answers instead.']);
  });
});
