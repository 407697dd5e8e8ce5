import type { EngineEvent, EngineSetup, RealtimeConnection, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { HEARING_FRAME_MS, SPEAKING_SAMPLE_RATE_HZ } from '../../ipc/audio-frame.ts';

/** What went over one line since it was last asked: for the ledger. */
export interface LineTraffic {
  readonly audioSentMs: number;
  readonly audioReceivedMs: number;
  /** Of typed words, results of skills, and what an engine is told at the beginning. */
  readonly charactersSent: number;
  readonly openMs: number;
  readonly usage: readonly Extract<EngineEvent, { type: 'usage' }>[];
}

/**
 * One open connection of the session's: its ids are made unique over all lines, and it knows whether it speaks and what
 * went over it. Everything sent to the engine passes here.
 */
export class EngineLine {
  readonly model: RealtimeModel;
  readonly openedAtMs: number;
  readonly connection: RealtimeConnection;
  readonly #prefix: string;
  #stopListening: () => void = () => undefined;
  /** A response was asked for or runs. */
  isResponding = false;
  /** Its history lacks what was said while it was opened. */
  missesTurns: boolean;
  /** When the engine said it would end the line; null = it said nothing. */
  deadlineAtMs: number | null = null;
  #audioSentMs = 0;
  #audioReceivedMs = 0;
  #charactersSent: number;
  #countedAtMs: number;
  #usage: Extract<EngineEvent, { type: 'usage' }>[] = [];

  constructor(line: {
    readonly number: number;
    readonly model: RealtimeModel;
    readonly connection: RealtimeConnection;
    readonly setup: EngineSetup;
    readonly nowMs: number;
    readonly missesTurns: boolean;
  }) {
    this.model = line.model;
    this.connection = counted(line.connection, {
      audio: () => {
        this.#audioSentMs += HEARING_FRAME_MS;
      },
      characters: (count) => {
        this.#charactersSent += count;
      },
      ownId: (id) => this.#ownId(id),
      responding: (isResponding) => {
        this.isResponding = isResponding;
      },
    });
    this.openedAtMs = line.nowMs;
    this.missesTurns = line.missesTurns;
    this.#countedAtMs = line.nowMs;
    this.#prefix = `${line.number}.`;
    this.#charactersSent = charactersOf(line.setup);
  }

  /** From now on; what it said before that comes at once. */
  listen(onEvent: (event: EngineEvent) => void): void {
    this.#stopListening = this.connection.subscribe((event) => onEvent(this.#take(event)));
  }

  /** What went over it since the last call. */
  traffic(nowMs: number): LineTraffic {
    const traffic = {
      audioSentMs: this.#audioSentMs,
      audioReceivedMs: Math.round(this.#audioReceivedMs),
      charactersSent: this.#charactersSent,
      openMs: Math.round(nowMs - this.#countedAtMs),
      usage: this.#usage,
    };
    this.#audioSentMs = this.#audioReceivedMs = this.#charactersSent = 0;
    this.#usage = [];
    this.#countedAtMs = nowMs;
    return traffic;
  }

  async close(): Promise<void> {
    this.#stopListening();
    await this.connection.close();
  }

  #take(event: EngineEvent): EngineEvent {
    if (event.type === 'reply-audio') this.#audioReceivedMs += (event.samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    if (event.type === 'usage') this.#usage.push(event);
    if (event.type === 'response-started') this.isResponding = true;
    if (event.type === 'response-ended' || event.type === 'failed') this.isResponding = false;
    return this.#unique(event);
  }

  #unique(event: EngineEvent): EngineEvent {
    const unique: { responseId?: string; itemId?: string; callId?: string } = {};
    if ('responseId' in event) unique.responseId = this.#prefix + event.responseId;
    if ('itemId' in event) unique.itemId = this.#prefix + event.itemId;
    if ('callId' in event) unique.callId = this.#prefix + event.callId;
    return { ...event, ...unique } as EngineEvent;
  }

  /** The engine's own id; null when it belongs to another line. */
  #ownId(id: string): string | null {
    return id.startsWith(this.#prefix) ? id.slice(this.#prefix.length) : null;
  }
}

/** The connection as the session calls it: ids put back, what leaves counted. */
function counted(
  connection: RealtimeConnection,
  on: {
    readonly audio: () => void;
    readonly characters: (count: number) => void;
    readonly ownId: (id: string) => string | null;
    readonly responding: (isResponding: boolean) => void;
  },
): RealtimeConnection {
  return {
    subscribe: (listener) => connection.subscribe(listener),
    appendAudio: (frame) => {
      on.audio();
      connection.appendAudio(frame);
    },
    anticipate: () => connection.anticipate(),
    commit: () => connection.commit(),
    continueTurn: () => connection.continueTurn?.(),
    discard: () => connection.discard(),
    respond: () => {
      on.responding(true);
      connection.respond();
    },
    cancel: () => {
      on.responding(false);
      connection.cancel();
    },
    truncate: (itemId, heardMs, heardText) => {
      const own = on.ownId(itemId);
      if (own !== null) connection.truncate(own, heardMs, heardText);
    },
    appendItem: (item) => {
      on.characters(item.kind === 'user-text' ? item.text.length : item.sentence.length);
      const own = item.kind === 'tool-result' ? on.ownId(item.callId) : null;
      if (item.kind !== 'tool-result') connection.appendItem(item);
      else if (own !== null) connection.appendItem({ ...item, callId: own });
      // Another line called the skill: this one is told what there is to say.
      else connection.appendItem({ kind: 'words-to-say', sentence: item.sentence });
    },
    update: (setup) => {
      on.characters(charactersOf(setup));
      connection.update(setup);
    },
    close: () => connection.close(),
  };
}

/** What an engine is told about the persona, the user and the conversation. */
function charactersOf({ persona, facts, names, history }: EngineSetup): number {
  const texts = [persona.character, ...facts, ...names.map(({ written }) => written), ...history.map(({ text }) => text)];
  return texts.reduce((sum, text) => sum + text.length, 0);
}
