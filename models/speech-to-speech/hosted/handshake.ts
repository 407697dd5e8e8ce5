import type { Scope } from '../../../electron/lifetime/scope.ts';
import { EngineFailure, type EngineSetup, type RealtimeConnection } from '../realtime-model.ts';
import type { Codec, TurnMode, WireEvent, WireProblem, WireTarget } from './dialects/codec.ts';
import { HostedConnection } from './hosted-connection.ts';
import { Line } from './line.ts';
import { problemFailure, setupFailure } from './line-failure.ts';
import type { OpeningPatience } from './opening-patience.ts';

const READY_TIMEOUT_MS = 10_000;
/** Some servers complain about a field and take the rest: after a complaint the session may still stand. */
const AFTER_COMPLAINT_MS = 1500;
const PROBE_TIMEOUT_MS = 1500;
const PROBE_ID = 'probe-turns';

export interface SessionOptions {
  readonly scope: Scope;
  readonly target: WireTarget;
  readonly setup: EngineSetup;
  readonly proxyUrl: string | null;
  readonly signal: AbortSignal;
  readonly patience: OpeningPatience;
  readonly openCodec: (target: WireTarget) => Codec;
}

/** Opens a socket and a session on it. A handle that the host does not know any more is left out at a second try. */
export async function openSession(options: SessionOptions): Promise<RealtimeConnection> {
  const { target, patience } = options;
  const startedAtMs = performance.now();
  try {
    const connection = await trySession(options);
    patience.opened(performance.now() - startedAtMs);
    return connection;
  } catch (failure) {
    patience.failed(performance.now() - startedAtMs);
    if (target.resumeHandle === null || options.signal.aborted || !(failure instanceof EngineFailure) || failure.layer !== 'protocol')
      throw failure;
    return await trySession({ ...options, target: { ...target, resumeHandle: null } });
  }
}

async function trySession(options: SessionOptions): Promise<RealtimeConnection> {
  const { scope, target, setup, proxyUrl, signal, patience, openCodec } = options;
  const { profile } = target;
  const codec = openCodec(target);
  const line = await Line.open(codec.request(), { proxyUrl, handshakeMs: patience.ms, scope, signal });
  line.openingMs = patience.ms;
  let turns: TurnMode = profile.abilities.manualTurns ? 'client' : 'server';
  const opening = new Opening(line, codec, scope, signal);
  try {
    // Everything the server needs goes out at once: it answers in order, and no round trip is waited for.
    const probe = turns === 'client' ? codec.probe(PROBE_ID) : [];
    line.send([...codec.greet(setup, turns), ...(codec.traits.waitsForReady ? [] : probe)]);
    await opening.ready();
    line.ready = true;
    line.openingMs = null;
    if (probe.length > 0 && !(await opening.takesCommits())) {
      turns = 'server';
      line.send(codec.update(setup, turns));
    }
    if (target.resumeHandle === null) line.send(codec.settleIn(setup));
    // It ended in the same breath in which it was ready: nobody would ever be told.
    if (line.endedBy !== null) throw line.endedBy;
    const connection = new HostedConnection({ scope, line, codec, profile, turns, setup });
    opening.handOver((events) => connection.take(events));
    return connection;
  } catch (failure) {
    line.close();
    throw failure;
  }
}

/** Reads what a server says until its session stands, and keeps the rest for the connection. */
class Opening {
  readonly #scope: Scope;
  readonly #host: string;
  readonly #kept: WireEvent[] = [];
  readonly #stood = new Decision<void>();
  readonly #probed = new Decision<boolean>();
  #problem: WireProblem | null = null;

  constructor(line: Line, codec: Codec, scope: Scope, signal: AbortSignal) {
    this.#scope = scope;
    this.#host = line.to.host;
    signal.addEventListener('abort', () => this.#fail(signal.reason), { once: true });
    line.listen({
      message: (message) => {
        for (const event of codec.decode(message)) {
          if (event.type === 'answer') line.send([event.message]);
          else this.#take(event);
        }
      },
      closed: (failure) => this.#fail(this.#problem === null ? failure : this.#setupFailure(this.#problem)),
    });
  }

  /** @throws EngineFailure when the server refuses the setup or says nothing */
  ready(): Promise<void> {
    return this.#stood.within(this.#scope, READY_TIMEOUT_MS, () => {
      if (this.#problem !== null) throw this.#setupFailure(this.#problem);
      throw new EngineFailure('network', `${this.#host} opened the connection and then said nothing.`, {
        layer: 'protocol',
        retryable: true,
        whatToDo: 'Check the address and the dialect of this engine.',
      });
    });
  }

  /** Whether turns can be ended by a message; a server that does not answer is believed. */
  takesCommits(): Promise<boolean> {
    return this.#probed.within(this.#scope, PROBE_TIMEOUT_MS, () => true);
  }

  handOver(take: (events: readonly WireEvent[]) => void): void {
    take(this.#kept);
  }

  #take(event: WireEvent): void {
    if (event.type === 'ready') this.#stood.decide(undefined);
    if (event.type === 'probe-answered') this.#probed.decide(true);
    if (event.type !== 'problem') {
      this.#kept.push(event);
    } else if (event.problem.eventId === PROBE_ID) {
      this.#probed.decide(false);
    } else {
      this.#complaint(event.problem);
    }
  }

  /** The last complaint before the end is the reason for it. */
  #complaint(problem: WireProblem): void {
    this.#problem = problem;
    if (problemFailure(this.#host, problem.code, problem.message) !== null) this.#fail(this.#setupFailure(problem));
    else this.#scope.timeout(() => this.#stood.fail(this.#setupFailure(problem)), AFTER_COMPLAINT_MS);
  }

  #setupFailure({ code, message }: WireProblem): EngineFailure {
    return setupFailure(this.#host, code, message);
  }

  #fail(reason: unknown): void {
    this.#stood.fail(reason);
    this.#probed.fail(reason);
  }
}

/** Something that is decided once, by an event. */
class Decision<T> {
  #decide: (value: T) => void = () => undefined;
  #fail: (reason: unknown) => void = () => undefined;
  readonly #made = new Promise<T>((resolve, reject) => {
    this.#decide = resolve;
    this.#fail = reject;
  });

  constructor() {
    // Nobody may be waiting for it any more.
    this.#made.catch(() => undefined);
  }

  decide(value: T): void {
    this.#decide(value);
  }

  fail(reason: unknown): void {
    this.#fail(reason);
  }

  async within(scope: Scope, ms: number, otherwise: () => T): Promise<T> {
    let stop: () => unknown = () => undefined;
    const late = new Promise<T>((resolve, reject) => {
      stop = scope.timeout(() => {
        try {
          resolve(otherwise());
        } catch (failure) {
          reject(failure);
        }
      }, ms);
    });
    try {
      return await Promise.race([this.#made, late]);
    } finally {
      void stop();
    }
  }
}
