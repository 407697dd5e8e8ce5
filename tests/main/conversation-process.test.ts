import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_ENGINE_PREFERENCES } from '../../electron/ipc/engine-schema.ts';
import type { Child, ProcessState } from '../../electron/main/conversation-process.ts';
import { ConversationProcess } from '../../electron/main/conversation-process.ts';
import { restartDelayMs } from '../../electron/main/restart-policy.ts';

interface Request {
  readonly kind: string;
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** A child that remembers what it was told and answers what it is allowed to. */
class FakeChild extends EventEmitter implements Child {
  readonly told: Request[] = [];
  killed = false;
  readonly #answers: boolean;
  constructor(answers: boolean) {
    super();
    this.#answers = answers;
  }
  postMessage(message: unknown) {
    this.told.push(message as Request);
    const { id } = message as Request;
    if (this.#answers) queueMicrotask(() => this.emit('message', { kind: 'answer', id, output: undefined }));
  }
  kill() {
    this.killed = true;
    return true;
  }
}

const setup = {
  profileFolder: '/profile',
  modelFolder: '/models',
  logFile: '/log',
  dataKey: 'a'.repeat(64),
  keyOrigin: 'session',
  personaId: 'nova',
  talkMode: 'push-to-talk',
  volume: 1,
  rate: 1,
  locale: 'en-US',
  timeZone: 'UTC',
  profiles: { currentId: 'first', profiles: [{ id: 'first', name: 'Me', colour: 'sea' }] },
  engines: { ...DEFAULT_ENGINE_PREFERENCES, keys: {} },
} satisfies ReturnType<ConstructorParameters<typeof ConversationProcess>[0]['setup']>;

function open(answers = true) {
  const children: FakeChild[] = [];
  const states: ProcessState[] = [];
  const connected: [number, number][] = [];
  const heard: unknown[] = [];
  const process = new ConversationProcess({
    fork: () => {
      const child = new FakeChild(answers);
      children.push(child);
      return child;
    },
    setup: () => setup,
    connectWindow: (windowId, child) => connected.push([windowId, children.indexOf(child as FakeChild)]),
    stateChanged: (state) => states.push(state),
    presence: (presence) => heard.push(presence),
    personas: (personas) => heard.push(personas),
    engines: (engines) => heard.push(engines),
    unlocked: (key) => heard.push(key),
    settingsChanged: (changes) => heard.push(changes),
    conversationKind: (kind) => heard.push(kind),
    profileAsked: (name) => heard.push(`profile ${name}`),
    recordingsUnderWay: (jobs) => heard.push(jobs),
    recordingEnded: (job) => heard.push(job),
    notice: (notice) => heard.push(notice),
    died: (code) => heard.push(code),
    nowMs: () => Date.now(),
  });
  const last = () => children.at(-1) as FakeChild;
  return { process, children, states, connected, heard, last };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the conversation process', () => {
  it('is opened with the profile, and says when it runs', async () => {
    const { process, states, last } = open();
    process.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().told[0]).toMatchObject({ name: 'open', input: setup });
    expect(states).toEqual([{ state: 'running', problem: null }]);
  });

  it('comes back after 0.2 and 1 s with fresh ports for every window, and stops after three deaths in a minute', async () => {
    const { process, children, states, connected, last } = open();
    process.start();
    process.connectWindow(4);
    last().emit('exit', 9);
    await vi.advanceTimersByTimeAsync(199);
    expect(children.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(children.length).toBe(2);
    last().emit('exit', 9);
    await vi.advanceTimersByTimeAsync(1000);
    expect(children.length).toBe(3);
    last().emit('exit', 9);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(children.length).toBe(3);
    expect(connected).toEqual([
      [4, 0],
      [4, 1],
      [4, 2],
    ]);
    expect(states.at(-1)).toMatchObject({
      state: 'stopped',
      problem: { id: 'conversation-stopped', message: expect.stringContaining('exit code 9') },
    });
  });

  it('is tried again when the page asks after the stop', async () => {
    const { process, children, last } = open();
    process.start();
    for (const pauseMs of [200, 1000, 0]) {
      last().emit('exit', 1);
      await vi.advanceTimersByTimeAsync(pauseMs);
    }
    process.connectWindow(1);
    expect([children.length, process.state.state]).toEqual([4, 'starting']);
  });

  it('hands recordings to the next process where one dies before it took them', async () => {
    const { process, last } = open();
    const offered = () => last().told.filter(({ name }) => name === 'offerFiles');
    process.start();
    process.offerFiles(['/before it is open.wav']);
    await vi.advanceTimersByTimeAsync(0);
    expect(offered()).toMatchObject([{ input: { paths: ['/before it is open.wav'] } }]);
    const dying = last();
    dying.postMessage = (message) => void dying.told.push(message as Request);
    process.offerFiles(['/just before it dies.wav']);
    dying.emit('exit', 9);
    await vi.advanceTimersByTimeAsync(200);
    expect(last()).not.toBe(dying);
    expect(offered()).toMatchObject([{ input: { paths: ['/just before it dies.wav'] } }]);
  });

  it('passes keys, events and the wake-up on, and drops what is outside the contract', async () => {
    const { process, heard, last } = open();
    process.start();
    process.globalKey('down');
    process.cancel();
    process.wake();
    last().emit('message', { kind: 'event', name: 'presence', payload: { presence: 'idle', capturing: false, personaName: 'Nova' } });
    last().emit('message', { kind: 'event', name: 'presence', payload: { presence: 'asleep' } });
    last().emit('message', { kind: 'event', name: 'settingsChanged', payload: { volume: 0.5 } });
    expect(last().told.map(({ name }) => name)).toEqual(['open', 'globalKey', 'cancel', 'wake']);
    expect(heard).toEqual([{ presence: 'idle', capturing: false, personaName: 'Nova' }, { volume: 0.5 }]);
  });

  it('passes on what is kept out of screenshots, and who is asked for', () => {
    const { process, heard, last } = open();
    process.start();
    last().emit('message', { kind: 'event', name: 'conversationKind', payload: { kind: 'private' } });
    last().emit('message', { kind: 'event', name: 'profileAsked', payload: { name: 'Anna' } });
    expect(heard).toEqual(['private', 'profile Anna']);
    process.profilesChanged(setup.profiles);
    expect(last().told.at(-1)).toMatchObject({ name: 'profilesChanged', input: setup.profiles });
  });

  it('ends politely and begins another, with what is set up in between, without being missed', async () => {
    const { process, children, connected, heard, states } = open();
    process.start();
    process.connectWindow(4);
    await vi.advanceTimersByTimeAsync(0);
    const order: string[] = [];
    await process.restart(async () => {
      order.push(`${children[0]?.told.at(-1)?.name}, killed ${children[0]?.killed}, children ${children.length}`);
      // Its end is told late, and no other is begun meanwhile.
      children[0]?.emit('exit', 0);
      process.start();
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(order).toEqual(['shutDown, killed true, children 1']);
    expect([children.length, heard]).toEqual([2, []]);
    expect(connected).toEqual([
      [4, 0],
      [4, 1],
    ]);
    expect(states.map(({ state }) => state)).toEqual(['running', 'starting', 'running']);
  });

  it('begins another even when setting up failed, and says so', async () => {
    const { process, children } = open();
    process.start();
    await expect(process.restart(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(children.length).toBe(2);
  });

  it('may commit before it is ended, but for no longer than 3 s', async () => {
    const polite = open();
    polite.process.start();
    await polite.process.shutDown();
    expect([polite.last().told.at(-1)?.name, polite.last().killed]).toEqual(['shutDown', true]);

    const stuck = open(false);
    stuck.process.start();
    const ended = stuck.process.shutDown();
    await vi.advanceTimersByTimeAsync(2999);
    expect(stuck.last().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await ended;
    expect(stuck.last().killed).toBe(true);
    stuck.last().emit('exit', 0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stuck.children.length).toBe(1);
  });
});

it('a process that dies now and then is always started again', () => {
  expect(restartDelayMs([0])).toBe(200);
  expect(restartDelayMs([0, 10_000])).toBe(1000);
  expect(restartDelayMs([0, 10_000, 20_000])).toBeNull();
  expect(restartDelayMs([0, 61_000, 130_000])).toBe(200);
});
