import type { EngineEvent, EngineFailure } from '../../../models/speech-to-speech/realtime-model.ts';
import { SPEAKING_SAMPLE_RATE_HZ } from '../../ipc/audio-frame.ts';
import type { ResponseRequest } from './client-events.ts';
import { type ConversationItems, type Item, type MessageItem, message, wireItem } from './conversation-items.ts';
import { newId, type SendEvent, type WireResponse } from './server-events.ts';
import type { SessionSettings } from './session-settings.ts';
import { WireEncoder } from './wire-audio.ts';

export interface ResponseOptions {
  readonly settings: SessionSettings;
  readonly request: ResponseRequest;
  readonly conversationId: string | null;
  /** Where its items go; null for a response beside the conversation. */
  readonly items: ConversationItems | null;
  readonly send: SendEvent;
}

type End =
  | { readonly status: 'completed' }
  | { readonly status: 'cancelled'; readonly reason: 'turn_detected' | 'client_cancelled' }
  | { readonly status: 'failed'; readonly failure: EngineFailure | null };

/** One response: what the engine tells of it, in the order and the words of the protocol. */
export class ResponseWriter {
  readonly id = newId('resp');
  readonly #options: ResponseOptions;
  readonly #encoder: WireEncoder;
  readonly #modality: 'audio' | 'text';
  readonly #output: Item[] = [];
  #message: MessageItem | null = null;
  #usage: WireResponse['usage'];
  #ended = false;

  constructor(options: ResponseOptions) {
    const { request, settings } = options;
    this.#options = options;
    this.#encoder = new WireEncoder(request.audio?.output?.format ?? settings.audio.output.format);
    this.#modality = (request.output_modalities ?? settings.output_modalities)[0] ?? 'audio';
    this.#send({ type: 'response.created', response: this.#response('in_progress', null) });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The reply being spoken, or that was. */
  get message(): MessageItem | null {
    return this.#message;
  }

  /** Whether the client was asked to call something. */
  get called(): boolean {
    return this.#output.some(({ kind }) => kind === 'call');
  }

  takeAudio({ itemId, samples }: Extract<EngineEvent, { type: 'reply-audio' }>): void {
    const item = this.#opened(itemId);
    item.audioMs += (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    if (this.#modality === 'audio') this.#sound(item, this.#encoder.encode(samples));
  }

  takeWords({ itemId, words }: Extract<EngineEvent, { type: 'reply-words' }>): void {
    const item = this.#opened(itemId);
    item.words.push(...words);
    const delta = words.map(({ text }) => text).join('');
    item.text = `${item.text ?? ''}${delta}`;
    const type = this.#modality === 'audio' ? 'response.output_audio_transcript.delta' : 'response.output_text.delta';
    if (delta !== '') this.#send({ type, ...this.#place(item), content_index: 0, delta });
  }

  takeCall({ callId: engineCallId, name, arguments: given }: Extract<EngineEvent, { type: 'tool-called' }>): void {
    this.#finishMessage('completed');
    const args = JSON.stringify(given);
    const call: Item = { kind: 'call', id: newId('item'), callId: newId('call'), engineCallId, name, arguments: args };
    this.#open(call);
    const place = { ...this.#place(call), call_id: call.callId };
    this.#send({ type: 'response.function_call_arguments.delta', ...place, delta: args });
    this.#send({ type: 'response.function_call_arguments.done', ...place, name, arguments: args });
    this.#close(call);
  }

  takeUsage({ inputTokens, outputTokens }: Extract<EngineEvent, { type: 'usage' }>): void {
    this.#usage = { input_tokens: inputTokens, output_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
  }

  finish(end: End): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#finishMessage(end.status === 'completed' ? 'completed' : 'incomplete');
    this.#send({ type: 'response.done', response: this.#response(end.status, detailsOf(end)) });
  }

  #opened(engineItemId: string): MessageItem {
    if (this.#message !== null) return this.#message;
    const item = message(newId('item'), 'assistant', { spoken: this.#modality === 'audio', status: 'in_progress', engineItemId });
    this.#message = item;
    this.#open(item);
    this.#send({ type: 'response.content_part.added', ...this.#place(item), content_index: 0, part: this.#part('') });
    return item;
  }

  #finishMessage(status: 'completed' | 'incomplete'): void {
    const item = this.#message;
    if (item === null || item.status !== 'in_progress') return;
    item.status = status;
    item.text = (item.text ?? '').trimEnd();
    const place = { ...this.#place(item), content_index: 0 };
    if (this.#modality === 'audio') {
      this.#sound(item, this.#encoder.end());
      this.#send({ type: 'response.output_audio.done', ...place });
      this.#send({ type: 'response.output_audio_transcript.done', ...place, transcript: item.text });
    } else this.#send({ type: 'response.output_text.done', ...place, text: item.text });
    this.#send({ type: 'response.content_part.done', ...place, part: this.#part(item.text) });
    this.#close(item);
  }

  #open(item: Item): void {
    this.#output.push(item);
    const { output_index, response_id } = this.#place(item);
    this.#send({ type: 'response.output_item.added', response_id, output_index, item: wireItem(item) });
    const { items } = this.#options;
    if (items !== null) this.#send({ type: 'conversation.item.added', previous_item_id: items.add(item), item: wireItem(item) });
  }

  #close(item: Item): void {
    const { output_index, response_id } = this.#place(item);
    this.#send({ type: 'response.output_item.done', response_id, output_index, item: wireItem(item) });
    const { items } = this.#options;
    if (items === null) return;
    const all = items.all;
    const before = all[all.findIndex(({ id }) => id === item.id) - 1]?.id ?? null;
    this.#send({ type: 'conversation.item.done', previous_item_id: before, item: wireItem(item) });
  }

  #sound(item: MessageItem, pieces: readonly string[]): void {
    for (const delta of pieces) this.#send({ type: 'response.output_audio.delta', ...this.#place(item), content_index: 0, delta });
  }

  #place(item: Item): { response_id: string; item_id: string; output_index: number } {
    return { response_id: this.id, item_id: item.id, output_index: this.#output.indexOf(item) };
  }

  #part(text: string): { type: 'audio'; transcript: string } | { type: 'text'; text: string } {
    return this.#modality === 'audio' ? { type: 'audio', transcript: text } : { type: 'text', text };
  }

  #response(status: NonNullable<WireResponse['status']>, details: WireResponse['status_details'] | null): WireResponse {
    const { settings, request, conversationId } = this.#options;
    const { format, voice } = { ...settings.audio.output, ...request.audio?.output };
    const response = {
      object: 'realtime.response',
      id: this.id,
      status,
      status_details: details,
      output: this.#output.map((item) => wireItem(item)),
      conversation_id: conversationId,
      output_modalities: [this.#modality],
      audio: { output: { format, voice } },
      max_output_tokens: request.max_output_tokens ?? settings.max_output_tokens,
      metadata: request.metadata ?? null,
      usage: this.#usage ?? null,
    };
    // The protocol writes null for what is not there; the official types leave it out.
    return response as unknown as WireResponse;
  }

  #send: SendEvent = (event) => this.#options.send(event);
}

function detailsOf(end: End): NonNullable<WireResponse['status_details']> {
  if (end.status === 'completed') return { type: 'completed' };
  if (end.status === 'cancelled') return { type: 'cancelled', reason: end.reason };
  const { kind = 'internal', message = 'The reply failed.', whatToDo = 'Ask once more.' } = end.failure ?? {};
  // The types know no sentence here, the published protocol does.
  return { type: 'failed', error: { type: 'server_error', code: kind, message: `${message} ${whatToDo}` } } as object;
}
