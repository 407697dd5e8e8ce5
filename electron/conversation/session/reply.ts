import { randomUUID } from 'node:crypto';
import { TimelineRecorder } from '../../diagnostics/turn-timeline.ts';
import type { SpeakerCommand } from '../../ipc/audio-frame.ts';
import type { MemoryNote } from '../../ipc/memory-schema.ts';
import type { HeardText } from '../speaking/heard-so-far.ts';
import { type OwnWords, ReplySpeech } from '../speaking/reply-speech.ts';

/** The assistant's turn while it is made and spoken. */
export class Reply {
  readonly turnId = randomUUID();
  readonly timeline: TimelineRecorder;
  /** The user's words it answers: the only source of facts. Empty for announcements. */
  readonly utterance: string;
  readonly userTurnId: string | null;
  readonly personaId: string;
  /** False for a sample of a voice: it is heard, and forgotten. */
  readonly kept: boolean;
  readonly #send: (command: SpeakerCommand) => void;
  readonly #own: OwnWords | null;
  #speech: ReplySpeech | null = null;
  skill: string | null = null;
  /** What its skill used of memory. */
  notes: MemoryNote[] = [];
  /** Its skill forgot something: the engine must not remember it either. */
  forgot = false;
  /** The engine's running response; a tool call is followed by a second one. */
  responseId: string | null = null;
  interrupted = false;
  /** When the engine was asked for it. */
  readonly askedAtMs: number;
  /** What the engine thought on the way to it. */
  thoughts = '';
  /** The last text told to the window; progress is told only when it changes. */
  toldText = '';

  constructor(options: {
    askedAtMs: number;
    timeline: TimelineRecorder;
    utterance: string;
    userTurnId: string | null;
    personaId: string;
    kept: boolean;
    own: OwnWords | null;
    send: (command: SpeakerCommand) => void;
  }) {
    this.askedAtMs = options.askedAtMs;
    this.timeline = options.timeline;
    this.utterance = options.utterance;
    this.userTurnId = options.userTurnId;
    this.personaId = options.personaId;
    this.kept = options.kept;
    this.#send = options.send;
    this.#own = options.own;
  }

  /** The speech of the engine's item; a second item of the same reply joins the first. */
  speechFor(itemId: string): ReplySpeech {
    // What a skill says is code, and may quote anybody.
    this.#speech ??= new ReplySpeech(itemId, this.#send, this.skill === null ? this.#own : null);
    return this.#speech;
  }

  get speech(): ReplySpeech | null {
    return this.#speech;
  }

  get sounding(): boolean {
    return this.#speech?.sounding ?? false;
  }

  heard(): HeardText {
    return this.#speech?.heard() ?? { heardText: '', comingText: '' };
  }
}

/** A reply that will not be given: what skills that only say ahead what they would answer work on. */
export function unspokenReply(utterance: string, personaId: string): Reply {
  return new Reply({
    askedAtMs: 0,
    timeline: new TimelineRecorder(),
    utterance,
    userTurnId: null,
    personaId,
    kept: false,
    own: null,
    send: () => undefined,
  });
}
