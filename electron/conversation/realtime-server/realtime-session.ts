import { type EngineEvent, EngineFailure, type EngineSetup, type RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../ipc/audio-frame.ts';
import {
  type ClientEvent,
  type ClientEventOf,
  type ClientItem,
  type ResponseRequest,
  readClientEvent,
  readObject,
} from './client-events.ts';
import { ConversationItems, type Item, type MessageItem, message, wireItem } from './conversation-items.ts';
import { EngineHold } from './engine-hold.ts';
import { InputBuffer } from './input-buffer.ts';
import { ProtocolError } from './protocol-error.ts';
import { clientTurn, Responses } from './responses.ts';
import { newId, type SendEvent } from './server-events.ts';
import { firstSettings, type SessionSettings, updatedSettings } from './session-settings.ts';
import { type Host, sessionSetup } from './session-setup.ts';
import { type TurnDetector, type TurnWish, turnWish } from './turn-detector.ts';
import { UserSpeech } from './user-speech.ts';
import { WireDecoder, WireEncoder } from './wire-audio.ts';

export interface RealtimeSessionParts {
  readonly host: Host;
  readonly engine: RealtimeModel;
  readonly voiceActivity: VoiceActivity;
  readonly turnDetector: (wish: TurnWish) => TurnDetector;
  /** What the client asked for; the server has one engine, whatever it is called. */
  readonly model: string;
  readonly send: SendEvent;
}

/** One client's session: takes its messages, one after the other, and answers in the words of the protocol. */
export class RealtimeSession {
  readonly #parts: RealtimeSessionParts;
  readonly #items = new ConversationItems();
  readonly #hold: EngineHold;
  readonly #speech: UserSpeech;
  readonly #responses: Responses;
  readonly #input: InputBuffer;
  #settings: SessionSettings;
  #decoder: WireDecoder;
  /** Somebody said something while a response ran that is to be answered after it. */
  #answerLater = false;

  constructor(parts: RealtimeSessionParts) {
    this.#parts = parts;
    const { host, send, voiceActivity } = parts;
    this.#settings = firstSettings(newId('sess'), parts.model, host.persona.id);
    this.#decoder = new WireDecoder(this.#settings.audio.input.format);
    this.#hold = new EngineHold(parts.engine, (event) => this.#takeEvent(event));
    const settings = () => this.#settings;
    this.#speech = new UserSpeech({
      items: this.#items,
      settings,
      connection: () => this.#hold.connection,
      send,
      onBegan: () => void (this.#settings.audio.input.turn_detection?.interrupt_response && this.#responses.interrupt()),
      onWords: (answer) => this.#wordsKnown(answer),
    });
    const conversationId = newId('conv');
    const setup = (request: ResponseRequest) => this.#setup(request);
    const onEnded = () => this.#wordsKnown(false);
    const speech = this.#speech;
    this.#responses = new Responses({ host, items: this.#items, hold: this.#hold, conversationId, settings, setup, send, speech, onEnded });
    this.#input = new InputBuffer({ voiceActivity, listener: this.#speech, words: () => this.#speech.words }, this.#detection());
  }

  /** Opens the engine and greets. @throws EngineFailure */
  async open(): Promise<void> {
    await this.#hold.open({ ...this.#setup(), history: [] });
    this.#tellSession('session.created');
  }

  /** Takes one message; what is wrong with it is told to the client. Calls must not overlap. */
  async take(text: string): Promise<void> {
    let eventId: string | null = null;
    try {
      const json = readObject(text);
      eventId = typeof json['event_id'] === 'string' ? json['event_id'].slice(0, 512) : null;
      await this.#handle(readClientEvent(json));
    } catch (failure) {
      this.#parts.send({ type: 'error', error: { ...errorOf(failure), event_id: eventId } });
    }
  }

  async close(): Promise<void> {
    await this.#responses.close();
    await this.#hold.close();
  }

  async #handle(event: ClientEvent): Promise<void> {
    switch (event.type) {
      case 'session.update':
        return this.#update(event);
      case 'input_audio_buffer.append':
        await this.#freshEngine();
        return await this.#input.append(this.#decoder.decode(event.audio));
      case 'input_audio_buffer.commit':
        return await this.#commit();
      case 'input_audio_buffer.clear':
        return this.#clear();
      case 'conversation.item.create':
        return await this.#createItem(event);
      case 'conversation.item.retrieve':
        return this.#retrieve(event.item_id);
      case 'conversation.item.delete':
        this.#items.delete(event.item_id);
        this.#hold.stale = true;
        return this.#parts.send({ type: 'conversation.item.deleted', item_id: event.item_id });
      case 'conversation.item.truncate':
        return this.#truncate(event);
      case 'response.create':
        return this.#responses.create(event.response ?? {});
      case 'response.cancel':
        return this.#responses.cancel(event.response_id);
    }
  }

  #update({ session }: ClientEventOf<'session.update'>): void {
    const before = this.#settings.audio.input;
    this.#settings = updatedSettings(this.#settings, session);
    const { format, turn_detection } = this.#settings.audio.input;
    if (format !== before.format) this.#decoder = new WireDecoder(format);
    if (turn_detection !== before.turn_detection) this.#input.detectBy(this.#detection());
    this.#hold.connection.update({ ...this.#setup(), history: [] });
    this.#tellSession('session.updated');
  }

  async #commit(): Promise<void> {
    await this.#input.append(this.#decoder.end());
    await this.#input.commit();
    this.#speech.committed(false);
  }

  #clear(): void {
    this.#decoder.end();
    this.#input.clear();
    this.#speech.discarded();
    this.#parts.send({ type: 'input_audio_buffer.cleared' });
  }

  async #createItem({ item, previous_item_id }: ClientEventOf<'conversation.item.create'>): Promise<void> {
    const sound = item.type === 'message' && item.role === 'user' ? item.content.find((part) => part.type === 'input_audio') : undefined;
    if (sound !== undefined && this.#speech.speaking) {
      throw new ProtocolError('invalid_value', 'Audio items wait until the input buffer is committed or cleared.', 'item.content');
    }
    await this.#freshEngine();
    const samples = sound === undefined ? null : samplesOf(sound.audio, this.#settings);
    const made = itemOf(item, samples);
    const before = this.#items.add(made, previous_item_id);
    if (samples !== null && made.kind === 'message') return this.#speech.takeItem(made, before, framesOf(samples));
    this.#parts.send({ type: 'conversation.item.added', previous_item_id: before, item: wireItem(made) });
    this.#parts.send({ type: 'conversation.item.done', previous_item_id: before, item: wireItem(made) });
    const last = this.#items.all.at(-1) === made;
    if (made.kind === 'message' && made.role === 'user' && last && !this.#hold.stale) {
      this.#hold.connection.appendItem({ kind: 'user-text', text: made.text ?? '' });
    } else if (made.kind === 'message') this.#hold.stale = true;
  }

  #retrieve(id: string): void {
    const item = this.#items.get(id);
    const samples = item.kind === 'message' ? item.samples : null;
    this.#parts.send({ type: 'conversation.item.retrieved', item: wireItem(item, samples === null ? undefined : retrieved(samples)) });
  }

  #truncate({ item_id, content_index, audio_end_ms }: ClientEventOf<'conversation.item.truncate'>): void {
    const item = this.#items.get(item_id);
    if (item.kind !== 'message' || item.role !== 'assistant' || !item.spoken) {
      throw new ProtocolError('invalid_value', 'Only audio of the assistant can be cut.', 'item_id');
    }
    if (item === this.#responses.message) throw new ProtocolError('item_in_progress', 'Cancel the response before you cut it.', 'item_id');
    if (audio_end_ms > Math.ceil(item.audioMs)) {
      const longest = `The audio of ${item_id} is ${Math.round(item.audioMs)} ms long.`;
      throw new ProtocolError('invalid_value', longest, 'audio_end_ms');
    }
    item.words = item.words.filter(({ startMs }) => startMs < audio_end_ms);
    const text = item.words.map((word) => word.text).join('');
    item.text = text.trimEnd();
    item.audioMs = audio_end_ms;
    if (item.engineItemId === null) this.#hold.stale = true;
    else this.#hold.connection.truncate(item.engineItemId, audio_end_ms, item.text);
    this.#parts.send({ type: 'conversation.item.truncated', item_id, content_index, audio_end_ms });
  }

  #takeEvent(event: EngineEvent): void {
    if (event.type === 'user-transcript') this.#speech.takeTranscript(event);
    else if (event.type !== 'failed' || !this.#speech.takeFailure(event.failure)) this.#responses.takeEvent(event);
  }

  #wordsKnown(answer: boolean): void {
    this.#answerLater ||= answer;
    this.#responses.wordsKnown();
    if (!this.#answerLater || this.#responses.running || this.#speech.awaiting) return;
    this.#answerLater = false;
    this.#responses.create({});
  }

  /** Where nobody is being heard or answered, the engine is told the conversation as the client rewrote it. */
  async #freshEngine(): Promise<void> {
    if (!this.#hold.stale || this.#speech.speaking || this.#speech.awaiting || this.#responses.running) return;
    await this.#hold.renew(this.#setup(), this.#items);
  }

  #setup(request: ResponseRequest = {}): Omit<EngineSetup, 'history'> {
    return sessionSetup(this.#parts.host, this.#settings, this.#items.systemTexts(), request);
  }

  #detection() {
    const detection = this.#settings.audio.input.turn_detection;
    const prefixMs = detection === null ? null : detection.type === 'server_vad' ? detection.prefix_padding_ms : 300;
    return { detector: this.#parts.turnDetector(turnWish(detection)), prefixMs };
  }

  #tellSession(type: 'session.created' | 'session.updated'): void {
    // The official types call the same object differently for requests and answers.
    this.#parts.send({ type, session: this.#settings as never });
  }
}

/** @throws what is neither the client's fault nor the engine's */
function errorOf(failure: unknown) {
  if (failure instanceof ProtocolError) {
    return { type: 'invalid_request_error', code: failure.code, message: failure.message, param: failure.param };
  }
  if (!(failure instanceof EngineFailure)) throw failure;
  return { type: 'server_error', code: failure.kind, message: `${failure.message} ${failure.whatToDo}`, param: null };
}

function itemOf(item: ClientItem, samples: Float32Array | null): Item {
  const id = item.id ?? newId('item');
  if (item.type === 'function_call') {
    const callId = item.call_id ?? newId('call');
    return { kind: 'call', id, callId, engineCallId: callId, name: item.name, arguments: item.arguments };
  }
  if (item.type === 'function_call_output') {
    return { kind: 'output', id, callId: item.call_id, output: item.output, delivered: false };
  }
  if (samples !== null) return message(id, 'user', { spoken: true, samples });
  const text = clientTurn({ ...item, role: 'user' } as ClientItem)[0]?.text ?? '';
  return message(id, item.role, { text }) satisfies MessageItem;
}

function samplesOf(audio: string, settings: SessionSettings): Float32Array {
  const decoder = new WireDecoder(settings.audio.input.format);
  return Float32Array.from([...decoder.decode(audio), ...decoder.end()]);
}

function* framesOf(samples: Float32Array) {
  for (let start = 0; start < samples.length; start += HEARING_FRAME_SAMPLES) {
    const frame = new Float32Array(HEARING_FRAME_SAMPLES);
    frame.set(samples.subarray(start, start + HEARING_FRAME_SAMPLES));
    yield { samples: frame, endMs: (start / HEARING_FRAME_SAMPLES + 1) * HEARING_FRAME_MS, speechProbability: 1 };
  }
}

/** The user's audio as it was sent: pcm, 24 kHz. */
function retrieved(samples: Float32Array): string {
  const encoder = new WireEncoder({ type: 'audio/pcm', rate: 24_000 }, 16_000);
  return Buffer.concat([...encoder.encode(samples), ...encoder.end()].map((piece) => Buffer.from(piece, 'base64'))).toString('base64');
}
