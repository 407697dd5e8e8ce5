import { EngineLink } from '../../../electron/conversation/session/engine-link.ts';
import { type AudioFrame, HEARING_FRAME_SAMPLES } from '../../../electron/ipc/audio-frame.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import type { DialectId } from '../../../models/speech-to-speech/hosted/engine-profile.ts';
import { openHostedModel } from '../../../models/speech-to-speech/hosted/hosted-model.ts';
import type { EngineEvent } from '../../../models/speech-to-speech/realtime-model.ts';
import { codedSpeech } from '../../models/speech-to-speech/hosted/coded-speech.ts';
import { openDialectServer, profileFor } from '../../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import { plainSetup } from '../../models/speech-to-speech/on-device/setup.ts';
import { CONNECTION_FAULT_NAMES, FAULT_NAMES, FAULTS, type Network, type Random, seeded } from './fault-kinds.ts';
import { FaultProxy } from './fault-proxy.ts';
import { StandingStill } from './standing-still.ts';

const TURNS = 5;
const FRAMES_MS = 320;
/** While a line is open a minute of the policies is a little more than half a second: lines that lived long count as such. */
const CLOCK_SPEED = 100;
const LONGEST_TURN_MS = 30_000;
const SETTLE_MS = 10_000;
const SILENT_FRAME: AudioFrame = { samples: new Float32Array(HEARING_FRAME_SAMPLES), endMs: FRAMES_MS, speechProbability: 0.02 };

export interface StoryEnd {
  readonly seed: number;
  /** Why the story could not be told to its end. */
  readonly unanswered: string | null;
  readonly faults: readonly string[];
  /** The user's turns as they were kept. */
  readonly kept: readonly string[];
  /** The user's turns as the server of the last connection knows them. */
  readonly known: readonly string[];
  /** From the loss of a line, or the return of the network after it, to the next line; without the time in which this process could not run. */
  readonly backMs: readonly number[];
  /** The same by the clock on the wall. */
  readonly wallBackMs: readonly number[];
  readonly complaints: readonly string[];
  /** How many lines went on under a handle of the host's. */
  readonly resumed: number;
}

export const EXPECTED = Array.from({ length: TURNS }, (_, index) => `utterance ${index + 1}`);

interface KeptTurn {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** One conversation of five spoken turns, each struck by a fault somewhere; kept as a session keeps it. */
class Story {
  readonly #network: Network;
  /** What strikes when; how long things take does not change it. */
  readonly #plan: Random;
  readonly #link: EngineLink;
  readonly #scope: Scope;
  readonly #turns: KeptTurn[] = [];
  /** Utterances without words yet: their sound is on the disk. */
  readonly #spoken: number[] = [];
  readonly #backMs: number[] = [];
  readonly #wallBackMs: number[] = [];
  readonly #stops = new StandingStill();
  /** Whether a turn is put to the host ahead: drawn by itself, so that the plan of a seed stays what it was. */
  readonly #ahead: Random;
  #storyMs = 0;
  #lookedAtMs = performance.now();
  #answered = 0;
  #lostAtMs: number | null = null;

  readonly #faultNames: readonly string[];

  constructor(network: Network, scope: Scope, draw: { readonly plan: Random; readonly ahead: Random }, dialect: DialectId) {
    this.#network = network;
    this.#ahead = draw.ahead;
    this.#faultNames = dialect === 'realtime' ? FAULT_NAMES : CONNECTION_FAULT_NAMES;
    this.#plan = draw.plan;
    this.#scope = scope;
    const { proxy, random } = network;
    const model = openHostedModel({ profile: profileFor(dialect, proxy.url), key: 'key-of-the-test' });
    this.#link = new EngineLink({
      scope,
      nowMs: () => this.#nowMs(),
      model,
      setup: (askedTurnId) => ({ ...plainSetup, history: this.#turns.filter(({ id }) => id !== askedTurnId) }),
      isSpeaking: () => false,
      onEvent: (event) => this.#take(event),
      onReady: () => this.#ready(),
      onUnavailable: () => this.#tryAgain(),
      random,
    });
    scope.add(() => this.#link.close());
    scope.add(() => this.#stops.close());
  }

  async tell(): Promise<void> {
    await this.#link.open();
    for (let code = 1; code <= TURNS; code++) await this.#turn(code);
    // A last fault may have struck after the last answer: the line after it has the whole conversation.
    const sinceMs = performance.now();
    const knowsAll = () => (this.#network.server.conversations.at(-1)?.length ?? 0) >= TURNS;
    while (!knowsAll() && this.#stops.ranMsSince(sinceMs) < SETTLE_MS) await this.#pause(10);
  }

  /** Fast while there is a line, at its own pace while there is none: whoever waits for the network waits as long as anybody. */
  #nowMs(): number {
    const now = performance.now();
    this.#storyMs += (now - this.#lookedAtMs) * (this.#lostAtMs === null ? CLOCK_SPEED : 1);
    this.#lookedAtMs = now;
    return this.#storyMs;
  }

  get end(): Pick<StoryEnd, 'kept' | 'backMs' | 'wallBackMs'> {
    const kept = this.#turns.filter(({ role }) => role === 'user').map(({ text }) => text);
    return { kept, backMs: this.#backMs, wallBackMs: this.#wallBackMs };
  }

  async #turn(code: number): Promise<void> {
    const { random } = this.#network;
    const moment = Math.floor(this.#plan() * 4);
    const name = this.#faultNames[Math.floor(this.#plan() * this.#faultNames.length)] ?? '';
    if (moment === 0) this.#strike(name);
    const frames = codedSpeech(code, FRAMES_MS);
    for (const [index, frame] of frames.entries()) {
      if (moment === 1 && index === Math.floor(frames.length / 2)) this.#strike(name);
      this.#link.call((connection) => connection.appendAudio(frame));
      if (index % 3 === 0) await this.#pause(random() * 4);
    }
    if (this.#ahead() < 0.5) await this.#foresee();
    this.#spoken.push(code);
    this.#link.call((connection) => connection.commit());
    if (moment >= 2) await this.#pause(moment === 2 ? random() * 4 : 4 + random() * 12);
    if (moment >= 2) this.#strike(name);
    await this.#answer(code);
  }

  /** The turn is likely over, and the silence has to last a little longer. */
  async #foresee(): Promise<void> {
    this.#link.call((connection) => connection.anticipate());
    for (let silence = 0; silence < 3; silence++) {
      this.#link.call((connection) => connection.appendAudio(SILENT_FRAME));
      await this.#pause(this.#network.random() * 4);
    }
  }

  /** The words are kept, and the reply to them is over, or broken off after something of it was heard. */
  async #answer(code: number): Promise<void> {
    const sinceMs = performance.now();
    while (this.#answered < code) {
      if (this.#stops.ranMsSince(sinceMs) > LONGEST_TURN_MS) throw new Error(`Turn ${code} was not answered`);
      await this.#pause(5);
    }
  }

  #strike(name: string): void {
    FAULTS[name]?.(this.#network);
    this.faults.push(name);
  }

  readonly faults: string[] = [];

  #take(event: EngineEvent): void {
    if (event.type === 'disconnected') {
      this.#nowMs();
      this.#lostAtMs ??= performance.now();
    }
    if (event.type === 'user-transcript' && event.final) this.#takeWords(event.text);
    else if (event.type === 'response-ended') this.#replyOver(event.end);
    else if (event.type === 'disconnected' && this.#replyBegan) this.#replyOver('completed');
    else if (event.type === 'reply-audio') this.#replyBegan = true;
    else if (event.type === 'failed') this.#replyOver('failed');
  }

  #replyBegan = false;

  #takeWords(text: string): void {
    this.#spoken.shift();
    const turn = { id: `turn-${this.#turns.length}`, role: 'user', text } as const;
    this.#turns.push(turn);
    this.#replyBegan = false;
    this.#link.asking({ turnId: turn.id, text });
    this.#link.call((connection) => connection.respond());
  }

  #replyOver(end: string): void {
    const asked = this.#turns.filter(({ role }) => role === 'user').length;
    if (this.#answered >= asked || end === 'called-tools') return;
    this.#answered = asked;
    this.#replyBegan = false;
    this.#turns.push({ id: `turn-${this.#turns.length}`, role: 'assistant', text: `reply ${asked}` });
  }

  #ready(): void {
    if (this.#lostAtMs !== null) {
      const sinceMs = Math.max(this.#lostAtMs, this.#network.proxy.healedAtMs);
      this.#backMs.push(this.#stops.ranMsSince(sinceMs));
      this.#wallBackMs.push(performance.now() - sinceMs);
    }
    this.#nowMs();
    this.#lostAtMs = null;
  }

  /** The user mends what was wrong and tries again; what was said meanwhile comes from the disk. */
  #tryAgain(): void {
    const waiting = [...this.#spoken];
    const asked = this.#turns.at(-1);
    this.#scope.timeout(() => {
      void this.#link.open();
      for (const code of waiting) {
        for (const frame of codedSpeech(code, FRAMES_MS)) this.#link.call((connection) => connection.appendAudio(frame));
        this.#link.call((connection) => connection.commit());
      }
      // Its answer was given up; it stays in the history.
      if (asked?.role === 'user' && waiting.length === 0) this.#replyOver('failed');
    }, 200);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}

function isResumption(message: Readonly<Record<string, unknown>>): boolean {
  const setup = message['setup'] as { sessionResumption?: { handle?: string } } | undefined;
  return setup?.sessionResumption?.handle !== undefined;
}

export async function tellStory(seed: number, dialect: DialectId = 'realtime'): Promise<StoryEnd> {
  const server = await openDialectServer(dialect, { wordMs: 40 });
  const proxy = await FaultProxy.open(server.port);
  const scope = new Scope(`story ${seed}`);
  const draw = { plan: seeded(seed), ahead: seeded(seed + 2_000_000) };
  const story = new Story({ proxy, server, random: seeded(seed + 1_000_000) }, scope, draw, dialect);
  const unanswered = await story.tell().then(
    () => null,
    (failure: unknown) => String(failure),
  );
  try {
    return {
      seed,
      unanswered,
      faults: story.faults,
      ...story.end,
      known: server.conversations.at(-1) ?? [],
      complaints: server.complaints,
      resumed:
        server.received.filter(isResumption).length + server.addresses.filter((address) => address.includes('conversation_id=')).length,
    };
  } finally {
    await scope.close();
    await proxy.close();
    await server.close();
  }
}
