import {
  connectIpc,
  type EventPayload,
  type IpcClient,
  type MessageChannelEnd,
  type Problem,
  type RequestInput,
} from '../ipc/derive-ipc.ts';
import type { EngineAccess } from '../ipc/engine-schema.ts';
import { type ProcessContract, processContract } from '../ipc/process-schema.ts';
import type { Profiles, WindowContract } from '../ipc/window-schema.ts';
import { Scope } from '../lifetime/scope.ts';
import { restartDelayMs } from './restart-policy.ts';

/** The part of Electron's UtilityProcess that is used. */
export interface Child {
  postMessage(message: unknown, ports?: Electron.MessagePortMain[]): void;
  on(name: 'message', listener: (message: unknown) => void): unknown;
  off(name: 'message', listener: (message: unknown) => void): unknown;
  once(name: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export type ProcessState = EventPayload<WindowContract, 'conversationProcess'>;

export interface ConversationProcessWays {
  fork(): Child;
  /** What the process is opened with; asked anew for every start. */
  setup(): RequestInput<ProcessContract, 'open'>;
  /** Hands one window's ports: three for the child, their partners for the page. */
  connectWindow(windowId: number, child: Child): void;
  stateChanged(state: ProcessState): void;
  presence(presence: EventPayload<ProcessContract, 'presence'>): void;
  personas(personas: EventPayload<ProcessContract, 'personas'>): void;
  engines(engines: EventPayload<ProcessContract, 'engines'>): void;
  unlocked(dataKey: string): void;
  settingsChanged(changes: EventPayload<ProcessContract, 'settingsChanged'>): void;
  conversationKind(kind: EventPayload<ProcessContract, 'conversationKind'>['kind']): void;
  profileAsked(name: string): void;
  recordingsUnderWay(jobs: EventPayload<ProcessContract, 'recordingsUnderWay'>): void;
  recordingEnded(job: EventPayload<ProcessContract, 'recordingEnded'>): void;
  notice(notice: EventPayload<ProcessContract, 'notice'>): void;
  died(exitCode: number): void;
  nowMs(): number;
}

const SHUT_DOWN_MS = 3000;

/** Keeps one conversation process alive: forks it, opens it, gives windows their ports, starts it again when it dies. */
export class ConversationProcess {
  readonly #ways: ConversationProcessWays;
  readonly #scope = new Scope('conversation-process');
  readonly #windows = new Set<number>();
  readonly #deathsMs: number[] = [];
  /** Handed over before there was anybody to take them. */
  readonly #waitingFiles: string[] = [];
  #child: Child | null = null;
  #restarting = false;
  #client: IpcClient<ProcessContract> | null = null;
  #state: ProcessState = { state: 'starting', problem: null };

  constructor(ways: ConversationProcessWays) {
    this.#ways = ways;
  }

  get state(): ProcessState {
    return this.#state;
  }

  start(): void {
    if (this.#child !== null || this.#restarting || this.#scope.closed) return;
    const child = this.#ways.fork();
    const { client, close } = connectIpc(processContract, channelOf(child));
    this.#child = child;
    this.#client = client;
    client.on('presence', this.#ways.presence);
    client.on('personas', this.#ways.personas);
    client.on('engines', this.#ways.engines);
    client.on('unlocked', ({ dataKey }) => this.#ways.unlocked(dataKey));
    client.on('settingsChanged', this.#ways.settingsChanged);
    client.on('conversationKind', ({ kind }) => this.#ways.conversationKind(kind));
    client.on('profileAsked', ({ name }) => this.#ways.profileAsked(name));
    client.on('recordingsUnderWay', this.#ways.recordingsUnderWay);
    client.on('recordingEnded', this.#ways.recordingEnded);
    client.on('notice', this.#ways.notice);
    child.once('exit', (code) => {
      close();
      // One that was sent away is not missed.
      if (child === this.#child) this.#ended(code);
    });
    void client.open(this.#ways.setup()).then(
      () => {
        this.#show({ state: 'running', problem: null });
        this.offerFiles(this.#waitingFiles.splice(0));
      },
      (failure: unknown) => this.#notOpened(child, failure),
    );
    for (const windowId of this.#windows) this.#ways.connectWindow(windowId, child);
  }

  /** Gives a window its ports now and after every restart; a page that loaded again gets new ones. */
  connectWindow(windowId: number): void {
    this.#windows.add(windowId);
    if (this.#child !== null) this.#ways.connectWindow(windowId, this.#child);
    // The page asks after the breaker opened: it is the user who wants another try.
    else if (this.#state.state === 'stopped') this.tryAgain();
  }

  forgetWindow(windowId: number): void {
    this.#windows.delete(windowId);
  }

  tryAgain(): void {
    this.#deathsMs.length = 0;
    this.#show({ state: 'starting', problem: null });
    this.start();
  }

  globalKey(direction: 'down' | 'up'): void {
    void this.#client?.globalKey({ direction }).catch(() => undefined);
  }

  switchPersona(id: string): void {
    void this.#client?.switchPersona({ id }).catch(() => undefined);
  }

  /** Keys go this way, and no other. */
  enginesChanged(access: EngineAccess): void {
    void this.#client?.enginesChanged(access).catch(() => undefined);
  }

  /** Recordings to transcribe; kept until the process is open, and where it dies before it took them for the next. */
  offerFiles(paths: readonly string[]): void {
    if (paths.length === 0) return;
    if (this.#state.state !== 'running' || this.#client === null) this.#waitingFiles.push(...paths);
    else void this.#client.offerFiles({ paths: [...paths] }).catch(() => this.#waitingFiles.push(...paths));
  }

  /** @throws ProblemError */
  async saveSound(id: string, path: string): Promise<void> {
    await this.#client?.saveSound({ id, path });
  }

  cancel(): void {
    void this.#client?.cancel(undefined).catch(() => undefined);
  }

  wake(): void {
    void this.#client?.wake(undefined).catch(() => undefined);
  }

  profilesChanged(profiles: Profiles): void {
    void this.#client?.profilesChanged(profiles).catch(() => undefined);
  }

  /** Lets it commit what is running, at most 3 s, ends it, and begins another as `setup` says after `between`. */
  async restart(between: () => Promise<void>): Promise<void> {
    this.#restarting = true;
    this.#deathsMs.length = 0;
    this.#show({ state: 'starting', problem: null });
    try {
      const child = this.#child;
      await this.#commit();
      this.#child = this.#client = null;
      child?.kill();
      await between();
    } finally {
      this.#restarting = false;
      this.start();
    }
  }

  /** Lets it commit what is running, at most 3 s, then ends it. */
  async shutDown(): Promise<void> {
    const child = this.#child;
    await this.#commit();
    // Closing first makes the coming exit an expected one.
    await this.#scope.close();
    child?.kill();
  }

  async #commit(): Promise<void> {
    const timer = new Scope('shut-down');
    const done = this.#client?.shutDown(undefined).catch(() => undefined) ?? Promise.resolve();
    await Promise.race([done, timer.sleep(SHUT_DOWN_MS)]);
    await timer.close();
  }

  #ended(exitCode: number): void {
    this.#child = this.#client = null;
    if (this.#scope.closed) return;
    this.#ways.died(exitCode);
    this.#deathsMs.push(this.#ways.nowMs());
    const delayMs = restartDelayMs(this.#deathsMs);
    if (delayMs === null) this.#show({ state: 'stopped', problem: keepsDying(exitCode) });
    else {
      this.#show({ state: 'restarting', problem: null });
      this.#scope.timeout(() => this.start(), delayMs);
    }
  }

  /** It lives but could not open its store or models: starting it again would not help. */
  #notOpened(child: Child, failure: unknown): void {
    if (child !== this.#child) return;
    const problem = (failure as { problem?: Problem } | null)?.problem ?? keepsDying(0);
    this.#show({ state: 'running', problem });
  }

  #show(state: ProcessState): void {
    this.#state = state;
    this.#ways.stateChanged(state);
  }
}

function channelOf(child: Child): MessageChannelEnd {
  return {
    post: (message) => child.postMessage(message),
    listen: (receive) => {
      child.on('message', receive);
      return () => void child.off('message', receive);
    },
  };
}

function keepsDying(exitCode: number): Problem {
  return {
    id: 'conversation-stopped',
    message: `The part of Parley that listens and answers stopped three times within a minute (exit code ${exitCode}).`,
    whatToDo: 'What you said is kept. Press Try again; if it stops once more, look at the log in Settings.',
  };
}
