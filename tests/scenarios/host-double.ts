import type { AudioFrame } from '../../electron/ipc/audio-frame.ts';
import {
  type ConversationItem,
  type EngineEvent,
  EngineFailure,
  type EngineSetup,
  type RealtimeConnection,
  type RealtimeModel,
} from '../../models/speech-to-speech/realtime-model.ts';

export const lineDied = (message = 'The line to the host died.') =>
  new EngineFailure('network', message, { retryable: true, whatToDo: 'Nothing has to be done.', layer: 'line' });

/** What one line was told and heard. */
export interface ToldLine {
  readonly setup: EngineSetup;
  /** In the order of arrival: `audio 7` once a word, `commit`, `respond`, `text ...`, `say ...`. */
  readonly calls: string[];
  /** What the host holds under the handle it was given back: every turn, in order; null without one. */
  readonly resumed: readonly string[] | null;
  isOpen: boolean;
}

export interface HostTimes {
  readonly openMs: number;
  readonly transcriptMs: number;
  readonly firstAudioMs: number;
  readonly wordMs: number;
}

/**
 * A host on the hand-moved clock that really listens: words are the numbers in the frames it is given, replies repeat what
 * it was asked. It dies, goes away and refuses as a test wants, and complains about what a real host would refuse.
 */
export class HostDouble implements RealtimeModel {
  readonly id: string;
  readonly label: string;
  readonly capabilities;
  readonly lines: ToldLine[] = [];
  readonly complaints: string[] = [];
  readonly times: HostTimes;
  /** Thrown by the next openings. */
  refusals: EngineFailure[] = [];
  /** What was said on lines that are gone, by handle; null = this host gives none. */
  readonly held: Map<string, readonly string[]> | null;
  readonly #endsItself: boolean;
  #open: HostLine[] = [];

  /**
   * @param options.endsItself lines end at their cap, and when they said they would
   * @param options.givesHandles a handle after every reply
   */
  constructor(
    options: {
      id?: string;
      times?: Partial<HostTimes>;
      sessionCapMs?: number;
      runsOn?: 'host' | 'this-computer';
      endsItself?: boolean;
      givesHandles?: boolean;
    } = {},
  ) {
    this.id = options.id ?? 'host';
    this.#endsItself = options.endsItself ?? false;
    this.held = options.givesHandles === true ? new Map() : null;
    this.label = `Host ${this.id}`;
    this.times = { openMs: 200, transcriptMs: 100, firstAudioMs: 150, wordMs: 20, ...options.times };
    this.capabilities = {
      runsOn: options.runsOn ?? 'host',
      manualTurns: true,
      anticipation: false,
      truncation: true,
      textInput: true,
      partialTranscripts: false,
      wordTimes: true,
      sessionCapMs: options.sessionCapMs ?? null,
    } as const;
  }

  /** The newest line that was opened. */
  get line(): ToldLine {
    const line = this.lines.at(-1);
    if (line === undefined) throw new Error('No line was opened yet.');
    return line;
  }

  get openLines(): number {
    return this.lines.filter(({ isOpen }) => isOpen).length;
  }

  async connect(setup: EngineSetup, signal: AbortSignal): Promise<RealtimeConnection> {
    await waited(this.times.openMs);
    signal.throwIfAborted();
    const refusal = this.refusals.shift();
    if (refusal !== undefined) throw refusal;
    const resumed = this.held?.get(setup.resumeHandle ?? '') ?? null;
    const told: ToldLine = { setup, calls: [], resumed, isOpen: true };
    this.lines.push(told);
    const line = new HostLine(this, told);
    this.#open.push(line);
    if (this.capabilities.sessionCapMs !== null) this.#endAfter(line, this.capabilities.sessionCapMs);
    return line;
  }

  die(failure = lineDied()): void {
    for (const line of this.#open.splice(0)) line.die(failure);
  }

  goAway(deadlineMs: number): void {
    for (const line of this.#open) {
      line.tell({ type: 'going-away', deadlineMs });
      this.#endAfter(line, deadlineMs);
    }
  }

  #endAfter(line: HostLine, ms: number): void {
    if (this.#endsItself) setTimeout(() => line.die(lineDied('The host ended the line.')), ms);
  }

  left(line: HostLine): void {
    this.#open = this.#open.filter((open) => open !== line);
  }
}

class HostLine implements RealtimeConnection {
  readonly #host: HostDouble;
  readonly #told: ToldLine;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  #words: number[] = [];
  #frames = 0;
  #lastWords: string;
  #toSay: string | null = null;
  #running: string | null = null;
  #ids = 0;
  readonly #turns: string[];

  constructor(host: HostDouble, told: ToldLine) {
    this.#host = host;
    this.#told = told;
    this.#lastWords = told.setup.history.findLast(({ role }) => role === 'user')?.text ?? '';
    this.#turns = told.setup.history.map(({ text }) => text);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  appendAudio({ samples }: AudioFrame): void {
    this.#needOpen('audio');
    this.#frames += 1;
    const word = samples[0] ?? 0;
    if (word === 0 || this.#words.at(-1) === word) return;
    this.#words.push(word);
    this.#told.calls.push(`audio ${word}`);
  }

  commit(): void {
    this.#needOpen('commit');
    if (this.#frames === 0) this.#host.complaints.push('a commit of nothing');
    const text = this.#words.map((word) => `word ${word}`).join(' ');
    this.#words = [];
    this.#frames = 0;
    this.#told.calls.push('commit');
    void this.#later(this.#host.times.transcriptMs, () => {
      this.#lastWords = text;
      this.#turns.push(text);
      this.tell({ type: 'user-transcript', itemId: this.#id('item'), text, heardText: null, stableText: text, final: true });
    });
  }

  respond(): void {
    this.#needOpen('respond');
    if (this.#running !== null) this.#host.complaints.push('a second response while one runs');
    this.#told.calls.push('respond');
    const words = (this.#toSay ?? `You said ${this.#lastWords}.`).split(' ');
    this.#toSay = null;
    const responseId = this.#id('response');
    this.#running = responseId;
    void this.#speak(responseId, words);
  }

  cancel(): void {
    const responseId = this.#running;
    this.#running = null;
    if (responseId !== null) this.tell({ type: 'response-ended', responseId, end: 'cancelled' });
  }

  appendItem(item: ConversationItem): void {
    this.#needOpen(item.kind);
    if (item.kind === 'user-text') {
      this.#lastWords = item.text;
      this.#turns.push(item.text);
    } else this.#toSay = item.sentence;
    this.#told.calls.push(item.kind === 'user-text' ? `text ${item.text}` : `say ${item.sentence}`);
  }

  discard(): void {
    this.#words = [];
    this.#frames = 0;
  }

  anticipate(): void {}
  truncate(itemId: string): void {
    if (!itemId.startsWith('item-')) this.#host.complaints.push(`an item of another line: ${itemId}`);
  }
  update(): void {}

  async close(): Promise<void> {
    this.#end();
  }

  die(failure: EngineFailure): void {
    if (!this.#told.isOpen) return;
    const listeners = [...this.#listeners];
    this.#end();
    for (const listener of listeners) listener({ type: 'disconnected', failure });
  }

  tell(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  async #speak(responseId: string, words: readonly string[]): Promise<void> {
    const { firstAudioMs, wordMs } = this.#host.times;
    const itemId = this.#id('item');
    const runs = () => this.#running === responseId && this.#told.isOpen;
    this.tell({ type: 'response-started', responseId });
    await waited(firstAudioMs);
    for (const [index, word] of words.entries()) {
      if (!runs()) return;
      this.tell({ type: 'reply-audio', responseId, itemId, samples: new Float32Array(2400) });
      const timed = { text: `${word} `, startMs: index * 100, endMs: (index + 1) * 100 };
      this.tell({ type: 'reply-words', responseId, itemId, words: [timed] });
      await waited(wordMs);
    }
    if (!runs()) return;
    this.#running = null;
    this.tell({ type: 'usage', responseId, inputTokens: 100, outputTokens: 10 * words.length });
    this.#turns.push(words.join(' '));
    this.tell({ type: 'response-ended', responseId, end: 'completed' });
    this.#giveHandle();
  }

  #giveHandle(): void {
    const { held } = this.#host;
    if (held === null) return;
    const handle = `handle ${held.size}`;
    held.set(handle, [...this.#turns]);
    this.tell({ type: 'resume-handle', handle });
  }

  async #later(ms: number, run: () => void): Promise<void> {
    await waited(ms);
    if (this.#told.isOpen) run();
  }

  #needOpen(call: string): void {
    if (!this.#told.isOpen) this.#host.complaints.push(`${call} on a line that is gone`);
  }

  #end(): void {
    this.#told.isOpen = false;
    this.#running = null;
    this.#listeners.clear();
    this.#host.left(this);
  }

  #id(kind: string): string {
    this.#ids += 1;
    return `${kind}-${this.#ids}`;
  }
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
