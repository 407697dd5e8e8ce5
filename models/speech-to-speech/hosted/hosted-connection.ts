import type { AudioFrame } from '../../../electron/ipc/audio-frame.ts';
import type { Scope } from '../../../electron/lifetime/scope.ts';
import { type ConversationItem, type EngineEvent, EngineFailure, type EngineSetup, type RealtimeConnection } from '../realtime-model.ts';
import type { Codec, TurnMode, WireEvent, WireMessage, WireProblem } from './dialects/codec.ts';
import type { EngineProfile, WireAbilities } from './engine-profile.ts';
import type { Line } from './line.ts';
import { problemFailure } from './line-failure.ts';
import { Replies } from './replies.ts';
import { SilenceStream } from './silence-stream.ts';
import { Uplink } from './uplink.ts';
import { UserTurns } from './user-turns.ts';

/** Where a server ends turns itself, silence of this length ends them; it gets more than that at once. */
const SILENCE_BURST_MS = 1000;
/** A server that takes commits says so at once; one that does not listens for silence. */
const TAKEN_MS = 2500;
/** A timer that comes so much too late comes before what arrived meanwhile. */
const STOOD_STILL_MS = 300;
/** How long before the end of a session it is told. */
const GOING_AWAY_MS = 90_000;
const LONGEST_SESSION_MS = 24 * 3_600_000;
/** As the session counts frames as speech. */
const SPEECH_PROBABILITY = 0.5;

export interface HostedConnectionOptions {
  readonly scope: Scope;
  readonly line: Line;
  readonly codec: Codec;
  readonly profile: EngineProfile;
  readonly turns: TurnMode;
  readonly setup: EngineSetup;
}

/** One conversation with a host: the user's turns go up, replies come down, each in order. */
export class HostedConnection implements RealtimeConnection {
  readonly #scope: Scope;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #codec: Codec;
  readonly #line: Line;
  readonly #uplink: Uplink;
  readonly #users: UserTurns;
  readonly #replies: Replies;
  readonly #silence: SilenceStream;
  #setup: EngineSetup;
  #told: string;
  #turns: TurnMode;
  #stopTakenTimer: () => unknown = () => undefined;
  #isTaken = true;
  #takenByMs = 0;
  /** The item that the server itself heard beginning last. */
  #startedItemId: string | null = null;
  /** It said at the beginning that it takes commits. */
  readonly #takesCommits: boolean;
  /** What was heard since the turn was put to the host ahead: silence, unless it goes on. Null = it was not. */
  #sinceAhead: AudioFrame[] | null = null;
  readonly #worksAhead: boolean;
  /** What was told before anybody listened. */
  #early: EngineEvent[] = [];
  #expiring = false;
  #over = false;

  constructor({ scope, line, codec, profile, turns, setup }: HostedConnectionOptions) {
    this.#scope = scope;
    this.#codec = codec;
    this.#line = line;
    this.#setup = setup;
    this.#turns = turns;
    this.#takesCommits = turns === 'client';
    this.#told = told(setup);
    this.#worksAhead = worksAhead(profile.abilities) && codec.traits.wordsEnd === 'by-event' && !codec.traits.interruptsByItself;
    const send = (messages: readonly WireMessage[]) => line.send(messages);
    const tell = (event: EngineEvent) => this.#tell(event);
    this.#uplink = new Uplink(profile.inputRateHz, (pcm16) => send([codec.audio(pcm16)]));
    this.#silence = new SilenceStream(scope, this.#uplink, codec.traits.alwaysStreams);
    this.#replies = new Replies({
      scope,
      host: line.to.host,
      codec,
      abilities: profile.abilities,
      outputRateHz: profile.outputRateHz,
      send,
      tell,
    });
    this.#replies.thinksHard = thinksHard(setup);
    this.#users = new UserTurns({
      scope,
      nowMs: () => performance.now(),
      silentMs: () => line.silentMs,
      wordsEnd: codec.traits.wordsEnd,
      mode: () => this.#turns,
      names: () => this.#setup.names,
      tell: (event) => this.#tellWords(event),
      lost: (reason) => this.#wordsLost(reason),
    });
    line.listen({ message: (message) => this.take(codec.decode(message)), closed: (failure) => this.#disconnected(failure) });
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    for (const event of this.#early.splice(0)) listener(event);
    return () => void this.#listeners.delete(listener);
  }

  appendAudio(frame: AudioFrame): void {
    if (this.#sinceAhead !== null) {
      this.#sinceAhead.push(frame);
      if (frame.speechProbability >= SPEECH_PROBABILITY) this.#goOn();
      return;
    }
    if (!this.#users.running) {
      // Whoever goes on talking does not want the first half answered.
      this.#replies.dropAhead();
      this.#users.begin();
      this.#line.send(this.#codec.begin());
    }
    this.#silence.interrupted();
    this.#uplink.add(frame.samples);
    this.#changed();
  }

  /** The turn is put to the host as it is, and its answer made and held back; more speech becomes a second item of it. */
  anticipate(): void {
    if (!this.#worksAhead || this.#turns === 'server' || !this.#users.running || this.#sinceAhead !== null) return;
    this.#uplink.end();
    this.#sinceAhead = [];
    this.#askWithCommit();
    this.#changed();
  }

  commit(): void {
    if (!this.#users.running) {
      this.#users.commitNothing();
      return;
    }
    if (this.#sinceAhead !== null) {
      // Everything was said when it was asked: its words may be there already.
      this.#sinceAhead = null;
      if (!this.#isTaken) this.#expectTaken();
      this.#users.commit();
    } else if (this.#turns === 'server') {
      this.#uplink.end();
      this.#users.commit();
      // It gets its silence at once, and not at the pace of the clock.
      this.#replies.newTurn();
      this.#silence.begin(this.#codec.traits.alwaysStreams ? 0 : SILENCE_BURST_MS);
    } else {
      this.#uplink.end();
      this.#askWithCommit();
      this.#users.commit();
    }
    this.#changed();
  }

  discard(): void {
    if (!this.#users.running) return;
    this.#sinceAhead = null;
    this.#replies.dropAhead();
    this.#uplink.reset();
    const wireIds = this.#users.discard();
    if (this.#turns === 'client') this.#line.send([...this.#codec.discard(), ...wireIds.flatMap((wireId) => this.#codec.remove(wireId))]);
    else this.#silence.begin(SILENCE_BURST_MS);
    this.#changed();
  }

  respond(): void {
    this.#replies.respond();
    this.#changed();
  }

  cancel(): void {
    this.#replies.cancel();
    this.#changed();
  }

  truncate(itemId: string, heardMs: number, _heardText: string): void {
    this.#replies.truncate(itemId, heardMs);
  }

  appendItem(item: ConversationItem): void {
    if (item.kind === 'words-to-say') {
      this.#replies.sayNext(item.sentence);
    } else if (item.kind === 'tool-result') {
      this.#replies.toolResult(item);
    } else {
      this.#replies.dropAhead();
      this.#replies.newTurn();
      this.#line.send(this.#codec.add(item));
    }
  }

  update(setup: EngineSetup): void {
    const isOtherEffort = setup.effort !== this.#setup.effort;
    this.#setup = setup;
    this.#replies.thinksHard = thinksHard(setup);
    if (isOtherEffort && this.#codec.traits.effortIsFixed) this.#tell({ type: 'going-away', deadlineMs: GOING_AWAY_MS });
    if (told(setup) === this.#told) return;
    this.#told = told(setup);
    // Whoever answers ahead does not know this yet; where it can be asked again, it is.
    const again = this.#replies.aheadWaits && this.#turns === 'client' && !this.#codec.traits.interruptsByItself;
    if (again) this.#replies.dropAhead();
    this.#line.send(this.#codec.update(setup, this.#turns));
    if (again) this.#replies.askAhead();
  }

  async close(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#listeners.clear();
    this.#users.forget();
    this.#line.send(this.#codec.goodbye());
    await this.#scope.close();
  }

  /** What the server said; also what it said while the connection was being made. */
  take(events: readonly WireEvent[]): void {
    for (const event of events) if (!this.#over) this.#takeOne(event);
    this.#changed();
  }

  #takeOne(event: WireEvent): void {
    switch (event.type) {
      case 'output-rate':
        this.#replies.outputRateHz = event.rateHz;
        break;
      case 'user-speech-started':
        this.#startedItemId = event.itemId;
        this.#users.speechStarted(event.itemId);
        break;
      case 'user-speech-stopped':
        if (this.#turns === 'server' && !this.#codec.traits.alwaysStreams) this.#silence.end();
        break;
      case 'utterance-taken':
        this.#taken(event.itemId);
        if (!this.#users.taken(event.itemId)) this.#line.send(this.#codec.remove(event.itemId));
        break;
      case 'user-words':
        if (event.final) this.#taken(event.itemId);
        this.#users.words(event);
        break;
      case 'user-words-failed':
        this.#users.failed(event.itemId, event.message);
        break;
      case 'usage':
        this.#tell({ ...event, responseId: this.#replies.idOf(event.responseId) });
        break;
      case 'going-away':
        this.#tell({ type: 'going-away', deadlineMs: event.inMs });
        break;
      case 'resume-handle':
        // A handle from before the host took the turn does not hold it.
        if (event.holds === 'everything' || this.#users.allTaken) this.#tell(event);
        break;
      case 'problem':
        this.#complaint(event.problem);
        break;
      case 'answer':
        this.#line.send([event.message]);
        break;
      case 'ready':
        this.#expires(event.expiresAtS);
        break;
      case 'probe-answered':
      case 'unknown':
        break;
      default:
        if (event.type === 'reply-started' || event.type === 'reply-audio') this.#users.replyBegan();
        this.#replies.take(event);
    }
  }

  #askWithCommit(): void {
    this.#users.sentPiece();
    this.#line.send(this.#codec.commit());
    this.#isTaken = false;
    this.#expectTaken();
    this.#replies.askAhead();
  }

  /** The turn was not over: what was answered ahead is void, and the rest follows. */
  #goOn(): void {
    const frames = this.#sinceAhead ?? [];
    this.#sinceAhead = null;
    this.#replies.dropAhead();
    this.#users.goOn();
    this.#line.send(this.#codec.begin());
    for (const { samples } of frames) this.#uplink.add(samples);
  }

  #expectTaken(): void {
    void this.#stopTakenTimer();
    this.#takenByMs = performance.now() + TAKEN_MS;
    if (this.#codec.traits.wordsEnd === 'by-event') this.#stopTakenTimer = this.#scope.timeout(() => this.#notTaken(), TAKEN_MS);
  }

  /** A commit was obeyed, if only late: an item that the server did not hear beginning is one that was committed here. */
  #taken(itemId: string | null): void {
    this.#isTaken = true;
    void this.#stopTakenTimer();
    if (this.#turns === 'client' || !this.#takesCommits || itemId === null || itemId === this.#startedItemId) return;
    this.#turns = 'client';
    this.#silence.end();
    // The silence it was given is no part of the next turn.
    this.#line.send([...this.#codec.update(this.#setup, this.#turns), ...(this.#users.running ? [] : this.#codec.discard())]);
  }

  /** Servers that name the end of a session do not announce it: that is done here. */
  #expires(atS: number | null): void {
    const leftMs = atS === null ? 0 : atS * 1000 - Date.now();
    if (leftMs <= 0 || leftMs > LONGEST_SESSION_MS || this.#expiring) return;
    this.#expiring = true;
    const warnMs = Math.min(leftMs, GOING_AWAY_MS);
    this.#scope.timeout(() => this.#tell({ type: 'going-away', deadlineMs: warnMs }), leftMs - warnMs);
  }

  /** Most complaints are races that cost nothing; some are about a reply, and some end the conversation. */
  #complaint(problem: WireProblem): void {
    if (this.#replies.refused(problem)) return;
    const failure = problemFailure(this.#line.to.host, problem.code, problem.message);
    if (failure?.layer === 'line') this.#disconnected(failure);
    else if (failure !== null) this.#tell({ type: 'failed', failure });
  }

  /** The server took no notice of a commit: from now on it is given silence instead. */
  #notTaken(): void {
    if (this.#turns === 'server' || !this.#users.awaited) return;
    // A line without a sign of life proves nothing about the server, and neither does a computer that stood still.
    const lateMs = performance.now() - this.#takenByMs;
    if (this.#line.silentMs >= TAKEN_MS - 500 || lateMs > STOOD_STILL_MS) {
      this.#expectTaken();
      return;
    }
    this.#turns = 'server';
    this.#line.send(this.#codec.update(this.#setup, this.#turns));
    this.#silence.begin(SILENCE_BURST_MS);
  }

  #tellWords(event: Extract<EngineEvent, { type: 'user-transcript' }>): void {
    if (event.final && this.#turns === 'server' && !this.#codec.traits.alwaysStreams && !this.#users.awaited) this.#silence.end();
    this.#tell(event);
  }

  #wordsLost(reason: string): void {
    const failure = new EngineFailure('refused', `${this.#line.to.host} did not write down what was said: ${reason}.`, {
      layer: 'protocol',
      retryable: true,
      whatToDo: 'What was said is kept; say it again, or choose another engine.',
    });
    this.#tell({ type: 'failed', failure });
  }

  #disconnected(failure: EngineFailure): void {
    if (this.#over) return;
    this.#over = true;
    this.#users.forget();
    const event = { type: 'disconnected', failure } as const;
    if (this.#listeners.size === 0) this.#early.push(event);
    for (const listener of this.#listeners) listener(event);
    this.#listeners.clear();
    void this.#scope.close();
  }

  /** A dead line is looked for harder while somebody talks or waits. */
  #changed(): void {
    this.#line.busy = this.#users.running || this.#users.awaited || this.#replies.busy;
  }

  #tell(event: EngineEvent): void {
    if (this.#over) return;
    if (this.#listeners.size === 0) this.#early.push(event);
    for (const listener of this.#listeners) listener(event);
  }
}

/** Whether a turn may be put to a host before it is surely over: what comes of it must be taken back without a trace. */
export function worksAhead({ manualTurns, commitStartsResponse, cancel, deleteItems }: WireAbilities): boolean {
  return manualTurns && cancel && deleteItems && !commitStartsResponse;
}

/** What a server is told of a setup; the history is told once. */
function told({ persona, facts, names, tools, effort }: EngineSetup): string {
  return JSON.stringify([persona, facts, names, tools, effort]);
}

function thinksHard({ effort }: EngineSetup): boolean {
  return effort === 'high' || effort === 'xhigh';
}
