import { joinedSamples } from '../../../models/audio/joined-samples.ts';
import type { EngineEvent, EngineFailure, RealtimeConnection } from '../../../models/speech-to-speech/realtime-model.ts';
import { type AudioFrame, HEARING_SAMPLE_RATE_HZ } from '../../ipc/audio-frame.ts';
import { type ConversationItems, type MessageItem, message, wireItem } from './conversation-items.ts';
import type { InputListener } from './input-buffer.ts';
import { newId, type SendEvent } from './server-events.ts';
import type { SessionSettings } from './session-settings.ts';
import type { HeardSoFar } from './turn-detector.ts';

const NOTHING_HEARD: HeardSoFar = { text: '', whole: false };
/** From here on somebody speaks: earlier words are not all any more. */
const SPEECH_PROBABILITY = 0.5;

export interface UserSpeechOptions {
  readonly items: ConversationItems;
  readonly settings: () => SessionSettings;
  readonly connection: () => RealtimeConnection;
  readonly send: SendEvent;
  /** Somebody began to talk. */
  readonly onBegan: () => void;
  /** Every utterance so far has its words. @param answer somebody said something that is to be answered unasked */
  readonly onWords: (answer: boolean) => void;
}

interface Utterance {
  readonly id: string;
  readonly samples: Float32Array[];
  words: HeardSoFar;
  /** What was told of its words so far. */
  toldWords: string;
}

interface Awaited {
  readonly item: MessageItem;
  readonly answer: boolean;
  readonly toldWords: string;
}

/** What the user says: utterances become items, and items get their words. */
export class UserSpeech implements InputListener {
  readonly #options: UserSpeechOptions;
  #utterance: Utterance | null = null;
  #awaited: readonly Awaited[] = [];
  #answer = false;

  constructor(options: UserSpeechOptions) {
    this.#options = options;
  }

  /** Whether words of something said are still to come. */
  get awaiting(): boolean {
    return this.#awaited.length > 0;
  }

  /** What was recognised of the running utterance. */
  get words(): HeardSoFar {
    return this.#utterance?.words ?? NOTHING_HEARD;
  }

  get speaking(): boolean {
    return this.#utterance !== null;
  }

  began(audioStartMs: number): void {
    this.#utterance = { id: newId('item'), samples: [], words: NOTHING_HEARD, toldWords: '' };
    if (this.#detection === null) return;
    const { id } = this.#utterance;
    this.#options.send({ type: 'input_audio_buffer.speech_started', audio_start_ms: Math.max(0, Math.round(audioStartMs)), item_id: id });
    this.#options.onBegan();
  }

  frame(frame: AudioFrame): void {
    const utterance = this.#utterance;
    utterance?.samples.push(frame.samples);
    if (utterance !== null && frame.speechProbability >= SPEECH_PROBABILITY) utterance.words = { ...utterance.words, whole: false };
    this.#options.connection().appendAudio(frame);
  }

  paused(): void {
    this.#options.connection().anticipate();
  }

  ended(audioEndMs: number): void {
    const item_id = this.#utterance?.id ?? '';
    this.#options.send({ type: 'input_audio_buffer.speech_stopped', audio_end_ms: Math.round(audioEndMs), item_id });
    this.committed(this.#detection?.create_response ?? false);
  }

  /** The running utterance is complete. @param answer it is answered unasked */
  committed(answer: boolean): void {
    const utterance = this.#utterance;
    if (utterance === null) return;
    this.#utterance = null;
    this.#options.connection().commit();
    const item = message(utterance.id, 'user', { spoken: true, samples: joinedSamples(utterance.samples) });
    const previous_item_id = this.#options.items.add(item);
    this.#options.send({ type: 'input_audio_buffer.committed', item_id: item.id, previous_item_id });
    this.#await(item, previous_item_id, { answer: answer && this.#options.settings().type === 'realtime', toldWords: utterance.toldWords });
  }

  /** Audio that came whole, as an item. */
  takeItem(item: MessageItem, previous_item_id: string | null, frames: Iterable<AudioFrame>): void {
    for (const frame of frames) this.#options.connection().appendAudio(frame);
    this.#options.connection().commit();
    this.#await(item, previous_item_id, { answer: false, toldWords: '' });
  }

  /** What is being said is thrown away. */
  discarded(): void {
    if (this.#utterance !== null) this.#options.connection().discard();
    this.#utterance = null;
  }

  takeTranscript({ final, text, stableText, whole = false }: Extract<EngineEvent, { type: 'user-transcript' }>): void {
    if (final) {
      this.#takeWords(text);
      return;
    }
    const utterance = this.#utterance;
    // That nothing was heard in a pause says nothing about the words before.
    if (utterance === null || (whole && text === '')) return;
    utterance.words = { text, whole };
    if (!this.#tellsWords || !stableText.startsWith(utterance.toldWords)) return;
    this.#delta(utterance.id, stableText.slice(utterance.toldWords.length));
    utterance.toldWords = stableText;
  }

  /** @returns true when it was about words that are waited for */
  takeFailure({ kind, message: sentence, whatToDo }: EngineFailure): boolean {
    const [first, ...rest] = this.#awaited;
    if (first === undefined) return false;
    this.#awaited = rest;
    const error = { type: 'server_error', code: kind, message: `${sentence} ${whatToDo}` };
    this.#options.send({ type: 'conversation.item.input_audio_transcription.failed', item_id: first.item.id, content_index: 0, error });
    this.#settle();
    return true;
  }

  #takeWords(text: string): void {
    const [first, ...rest] = this.#awaited;
    if (first === undefined) return;
    this.#awaited = rest;
    first.item.text = text;
    if (this.#tellsWords) this.#tellWords(first, text);
    this.#answer ||= first.answer && text !== '';
    this.#settle();
  }

  #tellWords({ item, toldWords }: Awaited, text: string): void {
    if (text.startsWith(toldWords)) this.#delta(item.id, text.slice(toldWords.length));
    this.#options.send({
      type: 'conversation.item.input_audio_transcription.completed',
      item_id: item.id,
      content_index: 0,
      transcript: text,
      usage: { type: 'duration', seconds: (item.samples?.length ?? 0) / HEARING_SAMPLE_RATE_HZ },
    });
  }

  #settle(): void {
    if (this.awaiting) return;
    const answer = this.#answer;
    this.#answer = false;
    this.#options.onWords(answer);
  }

  #await(item: MessageItem, previous_item_id: string | null, about: Omit<Awaited, 'item'>): void {
    this.#options.send({ type: 'conversation.item.added', previous_item_id, item: wireItem(item) });
    this.#options.send({ type: 'conversation.item.done', previous_item_id, item: wireItem(item) });
    this.#awaited = [...this.#awaited, { item, ...about }];
  }

  #delta(item_id: string, delta: string): void {
    if (delta === '') return;
    this.#options.send({ type: 'conversation.item.input_audio_transcription.delta', item_id, content_index: 0, delta });
  }

  get #detection() {
    return this.#options.settings().audio.input.turn_detection;
  }

  get #tellsWords(): boolean {
    const { type, audio } = this.#options.settings();
    return type === 'transcription' || audio.input.transcription !== null;
  }
}
