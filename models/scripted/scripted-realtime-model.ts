import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type {
  ConversationItem,
  EngineCapabilities,
  EngineEvent,
  RealtimeConnection,
  RealtimeModel,
} from '../speech-to-speech/realtime-model.ts';
import { Script, ScriptProblem } from './script-problem.ts';

const WORD_MS = 100;
const CAPABILITIES: EngineCapabilities = {
  runsOn: 'this-computer',
  manualTurns: true,
  anticipation: false,
  truncation: true,
  textInput: true,
  partialTranscripts: false,
  wordTimes: true,
};

/** One turn: what is heard of committed audio, and the reply to it. */
export interface TurnStep {
  readonly heard?: string;
  readonly reply: string;
}

/** An engine that plays whole turns, a word at a time. @throws ScriptProblem from `respond` and `commit` */
export function scriptedRealtimeModel(steps: readonly TurnStep[]): RealtimeModel & { finish(): void } {
  const script = new Script('The scripted engine', steps);
  return {
    id: 'scripted',
    label: 'Scripted',
    capabilities: CAPABILITIES,
    connect: async (_setup, signal) => {
      signal.throwIfAborted();
      return new ScriptedConnection(script);
    },
    finish: () => script.finish(),
  };
}

class ScriptedConnection implements RealtimeConnection {
  readonly #script: Script<TurnStep>;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  #turn: TurnStep | null = null;
  #running: string | null = null;
  #ids = 0;

  constructor(script: Script<TurnStep>) {
    this.#script = script;
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  commit(): void {
    this.#turn = this.#script.next('the words of an utterance');
    const text = this.#turn.heard ?? '';
    this.#tell({ type: 'user-transcript', itemId: this.#id('user'), text, heardText: null, stableText: text, final: true });
  }

  respond(): void {
    if (this.#running !== null) throw new ScriptProblem('The scripted engine was asked for a reply while another one runs.');
    const { reply } = this.#turn ?? this.#script.next('a reply');
    this.#turn = null;
    const responseId = this.#id('response');
    this.#running = responseId;
    this.#tell({ type: 'response-started', responseId });
    void this.#speak(responseId, this.#id('reply'), reply.split(' '));
  }

  cancel(): void {
    const responseId = this.#running;
    this.#running = null;
    if (responseId !== null) this.#tell({ type: 'response-ended', responseId, end: 'cancelled' });
  }

  appendItem(_item: ConversationItem): void {}
  appendAudio(): void {}
  anticipate(): void {}
  discard(): void {}
  truncate(): void {}
  update(): void {}

  async close(): Promise<void> {
    this.#running = null;
    this.#listeners.clear();
  }

  async #speak(responseId: string, itemId: string, words: readonly string[]): Promise<void> {
    for (const [index, word] of words.entries()) {
      await new Promise(setImmediate);
      if (this.#running !== responseId) return;
      if (index === 0) this.#tell({ type: 'first-token', responseId });
      this.#tell({ type: 'reply-audio', responseId, itemId, samples: new Float32Array((WORD_MS * SPEAKING_SAMPLE_RATE_HZ) / 1000) });
      const timed = { text: `${word} `, startMs: index * WORD_MS, endMs: (index + 1) * WORD_MS };
      this.#tell({ type: 'reply-words', responseId, itemId, words: [timed] });
    }
    this.#running = null;
    this.#tell({ type: 'response-ended', responseId, end: 'completed' });
  }

  #id(kind: string): string {
    this.#ids += 1;
    return `${kind}-${this.#ids}`;
  }

  #tell(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
