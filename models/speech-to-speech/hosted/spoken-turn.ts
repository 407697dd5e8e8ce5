import { SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { Pcm16Reader } from '../../audio/pcm16.ts';
import { RunningResampler } from '../../audio/running-resampler.ts';
import type { TimedWord } from '../realtime-model.ts';
import { LeadingSilence } from './leading-silence.ts';
import { WordPlacing } from './word-placing.ts';

interface SpokenItem {
  readonly wireId: string;
  readonly reader: Pcm16Reader;
  readonly resampler: RunningResampler;
  readonly silence: LeadingSilence;
  ms: number;
  text: string;
}

/** What a server must be told after an interruption: cut one item, forget those that were not heard at all. */
export interface Cut {
  readonly item: { readonly wireId: string; readonly heardMs: number } | null;
  readonly unheard: readonly string[];
}

/**
 * Everything the assistant says in answer to one turn: the items of one response, or of several with tools between them.
 * Outside it is one item with one clock, so that the play-head and the words agree; inside it knows what is whose.
 */
export class SpokenTurn {
  readonly itemId: string;
  readonly #items: SpokenItem[] = [];
  readonly #words: WordPlacing;

  constructor(itemId: string, msPerWeight: number | undefined) {
    this.itemId = itemId;
    this.#words = new WordPlacing(msPerWeight);
  }

  get msPerWeight(): number {
    return this.#words.msPerWeight;
  }

  /** @returns mono at SPEAKING_SAMPLE_RATE_HZ, possibly nothing */
  addAudio(wireId: string, pcm16: Uint8Array, rateHz: number): Float32Array {
    const item = this.#item(wireId, rateHz);
    const samples = item.silence.trim(item.resampler.push(item.reader.read(pcm16)));
    const ms = (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    item.ms += ms;
    this.#words.addSound(ms);
    return samples;
  }

  addText(wireId: string, text: string): void {
    this.#item(wireId, SPEAKING_SAMPLE_RATE_HZ).text += text;
    this.#words.addText(text);
  }

  /** The whole text of an item is known: what of it was not told yet is added. */
  wholeText(wireId: string, whole: string): void {
    const { text } = this.#item(wireId, SPEAKING_SAMPLE_RATE_HZ);
    const missing = text === '' ? whole : whole.startsWith(text) ? whole.slice(text.length) : '';
    if (missing !== '') this.addText(wireId, missing);
  }

  readyWords(): TimedWord[] {
    return this.#words.ready();
  }

  restOfWords(): TimedWord[] {
    return this.#words.rest();
  }

  /** Finds the place in the server's own items. @param heardMs what was really played of the whole */
  cutAt(heardMs: number): Cut {
    let before = 0;
    let item: Cut['item'] = null;
    const unheard: string[] = [];
    for (const { wireId, ms, silence } of this.#items) {
      const heard = Math.min(ms, heardMs - before);
      if (heard <= 0) unheard.push(wireId);
      else if (heard < ms) item = { wireId, heardMs: heard + silence.trimmedMs };
      before += ms;
    }
    return { item, unheard };
  }

  /** The server's items, whether they were heard or not. */
  get wireIds(): readonly string[] {
    return this.#items.map(({ wireId }) => wireId);
  }

  #item(wireId: string, rateHz: number): SpokenItem {
    const known = this.#items.find((item) => item.wireId === wireId);
    if (known !== undefined) return known;
    const item: SpokenItem = {
      wireId,
      reader: new Pcm16Reader(),
      resampler: new RunningResampler(rateHz, SPEAKING_SAMPLE_RATE_HZ),
      silence: new LeadingSilence(),
      ms: 0,
      text: '',
    };
    this.#items.push(item);
    return item;
  }
}
