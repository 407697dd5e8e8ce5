import type { HistoryTurn, TimedWord } from '../../../models/speech-to-speech/realtime-model.ts';
import { ProtocolError } from './protocol-error.ts';
import type { WireItem } from './server-events.ts';

/** Older items than these are forgotten; no engine here reads that far back. */
const MOST_ITEMS = 1_000;
/** Audio of the user's latest turns, for clients that retrieve them. 16 kHz samples of two minutes. */
const MOST_KEPT_SAMPLES = 120 * 16_000;

export interface MessageItem {
  readonly kind: 'message';
  readonly id: string;
  readonly role: 'user' | 'assistant' | 'system';
  /** As audio, or as text. */
  readonly spoken: boolean;
  /** Words; null while they are not known yet. */
  text: string | null;
  status: 'in_progress' | 'completed' | 'incomplete';
  /** Of the user: mono, 16 kHz. */
  samples: Float32Array | null;
  /** Of a reply: what the engine calls it, its words and how long it sounds. */
  engineItemId: string | null;
  words: TimedWord[];
  audioMs: number;
}

export interface CallItem {
  readonly kind: 'call';
  readonly id: string;
  readonly callId: string;
  readonly engineCallId: string;
  readonly name: string;
  readonly arguments: string;
}

export interface OutputItem {
  readonly kind: 'output';
  readonly id: string;
  readonly callId: string;
  readonly output: string;
  /** The engine was told. */
  delivered: boolean;
}

export type Item = MessageItem | CallItem | OutputItem;

/** The conversation as the client sees it, in order. */
export class ConversationItems {
  #items: Item[] = [];

  get all(): readonly Item[] {
    return this.#items;
  }

  /**
   * @param after id of the item before it, 'root' for the beginning; absent = at the end
   * @returns the id of the item before it, null for the first
   * @throws ProtocolError
   */
  add(item: Item, after?: string | null): string | null {
    if (this.#items.some(({ id }) => id === item.id)) {
      throw new ProtocolError('item_already_exists', `There is an item ${item.id} already.`, 'item.id');
    }
    const at = after == null ? this.#items.length : after === 'root' ? 0 : this.#indexOf(after, 'previous_item_id') + 1;
    this.#items = this.#items.toSpliced(at, 0, item);
    const before = this.#items[at - 1]?.id ?? null;
    if (this.#items.length > MOST_ITEMS) this.#items = this.#items.slice(-MOST_ITEMS);
    this.#forgetOldAudio();
    return before;
  }

  /** @throws ProtocolError */
  get(id: string): Item {
    return this.#items[this.#indexOf(id, 'item_id')] as Item;
  }

  /** @throws ProtocolError */
  delete(id: string): void {
    this.#items = this.#items.toSpliced(this.#indexOf(id, 'item_id'), 1);
  }

  /** What was said, as an engine wants it. */
  turns(): HistoryTurn[] {
    return this.#items.flatMap((item) =>
      item.kind === 'message' && item.role !== 'system' && item.text ? [{ role: item.role, text: item.text }] : [],
    );
  }

  systemTexts(): string[] {
    return this.#items.flatMap((item) => (item.kind === 'message' && item.role === 'system' && item.text ? [item.text] : []));
  }

  /** Results that no reply took up yet, with the engine's name for each call. */
  undelivered(): readonly { readonly item: OutputItem; readonly engineCallId: string }[] {
    const outputs = this.#items.filter((item) => item.kind === 'output').filter(({ delivered }) => !delivered);
    return outputs.map((item) => {
      const call = this.#items.find((candidate) => candidate.kind === 'call' && candidate.callId === item.callId) as CallItem | undefined;
      return { item, engineCallId: call?.engineCallId ?? item.callId };
    });
  }

  #indexOf(id: string, param: string): number {
    const index = this.#items.findIndex((item) => item.id === id);
    if (index === -1) throw new ProtocolError('item_not_found', `There is no item ${id} in this conversation.`, param);
    return index;
  }

  #forgetOldAudio(): void {
    let kept = 0;
    for (const item of this.#items.toReversed()) {
      if (item.kind !== 'message' || item.samples === null) continue;
      kept += item.samples.length;
      if (kept > MOST_KEPT_SAMPLES) item.samples = null;
    }
  }
}

/** A new message. */
export function message(
  id: string,
  role: MessageItem['role'],
  about: Partial<Pick<MessageItem, 'spoken' | 'text' | 'status' | 'samples' | 'engineItemId'>>,
): MessageItem {
  const empty = { spoken: false, text: null, status: 'completed', samples: null, engineItemId: null, words: [], audioMs: 0 } as const;
  return { kind: 'message', id, role, ...empty, ...about, words: [] };
}

/** An item in the protocol's form. @param audio base64 to show with it */
export function wireItem(item: Item, audio?: string): WireItem {
  const { id } = item;
  const object = 'realtime.item';
  if (item.kind === 'call') {
    return { id, object, type: 'function_call', status: 'completed', name: item.name, call_id: item.callId, arguments: item.arguments };
  }
  if (item.kind === 'output') {
    return { id, object, type: 'function_call_output', status: 'completed', call_id: item.callId, output: item.output };
  }
  const base = { id, object, type: 'message', status: item.status } as const;
  const text = item.text ?? '';
  const sound = audio === undefined ? {} : { audio };
  // The protocol writes null while the words are not known; the official types know only their absence.
  const transcript = item.text as string;
  if (item.role === 'system') return { ...base, role: 'system', content: [{ type: 'input_text', text }] };
  if (item.role === 'user') {
    return { ...base, role: 'user', content: [item.spoken ? { type: 'input_audio', transcript, ...sound } : { type: 'input_text', text }] };
  }
  if (item.text === null) return { ...base, role: 'assistant', content: [] };
  return { ...base, role: 'assistant', content: [item.spoken ? { type: 'output_audio', transcript } : { type: 'output_text', text }] };
}
