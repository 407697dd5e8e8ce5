import type { EngineEvent, EngineSetup, RealtimeConnection, RealtimeModel } from '../../models/speech-to-speech/realtime-model.ts';

const SAID_BY = { 'tool-result': 'result', 'words-to-say': 'say' } as const;

/** An engine moved by hand: records what it is asked, tells what the test lets it tell. */
export class PuppetEngine implements RealtimeModel {
  readonly id = 'puppet';
  readonly label = 'Puppet';
  readonly capabilities = {
    runsOn: 'this-computer',
    manualTurns: true,
    anticipation: true,
    truncation: true,
    textInput: true,
    partialTranscripts: true,
    wordTimes: true,
    thinks: true,
  } as const;
  readonly calls: string[] = [];
  /** End of every frame it was sent, on the stage's clock. */
  readonly heardMs: number[] = [];
  setup: EngineSetup | null = null;
  #listeners = new Set<(event: EngineEvent) => void>();
  #release: () => void = () => undefined;
  readonly #held: Promise<void>;

  /** @param options.held the engine loads until `release()` */
  constructor(options: { held?: boolean } = {}) {
    this.#held = options.held
      ? new Promise((resolve) => {
          this.#release = resolve;
        })
      : Promise.resolve();
  }

  release(): void {
    this.#release();
  }

  async connect(setup: EngineSetup): Promise<RealtimeConnection> {
    await this.#held;
    this.setup = setup;
    this.calls.push('connect');
    const note = (call: string) => void this.calls.push(call);
    return {
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      appendAudio: ({ endMs }) => {
        this.heardMs.push(endMs);
        if (this.calls.at(-1) !== 'audio') note('audio');
      },
      anticipate: () => note('anticipate'),
      commit: () => note('commit'),
      continueTurn: () => note('continue'),
      discard: () => note('discard'),
      respond: () => note('respond'),
      cancel: () => note('cancel'),
      truncate: (_itemId, _heardMs, heardText) => note(`truncate "${heardText}"`),
      appendItem: (item) => note(item.kind === 'user-text' ? `text "${item.text}"` : `${SAID_BY[item.kind]} "${item.sentence}"`),
      update: (next) => {
        this.setup = next;
        note('update');
      },
      close: async () => this.#listeners.clear(),
    };
  }

  tell(...events: EngineEvent[]): void {
    for (const event of events) for (const listener of this.#listeners) listener(event);
  }

  transcript(text: string, heardText: string | null = null): void {
    this.tell({ type: 'user-transcript', itemId: 'item', text, heardText, stableText: text, final: true });
  }

  /** What was said so far, as far as the recogniser got. @param whole everything until the user fell silent */
  partial(text: string, whole = false, speechLikeness: number | null = null): void {
    this.tell({ type: 'user-transcript', itemId: 'item', text, heardText: null, stableText: '', final: false, whole, speechLikeness });
  }

  /** Speaks a whole reply of 300 ms a word. */
  reply(text: string, responseId = `response-${this.calls.length}`): void {
    const words = text.split(' ').map((word, index) => ({ text: `${word} `, startMs: index * 300, endMs: (index + 1) * 300 }));
    const itemId = `item-${responseId}`;
    this.tell(
      { type: 'response-started', responseId },
      { type: 'first-token', responseId },
      { type: 'reply-audio', responseId, itemId, samples: new Float32Array(words.length * 7200) },
      { type: 'reply-words', responseId, itemId, words },
      { type: 'response-ended', responseId, end: 'completed' },
    );
  }
}
