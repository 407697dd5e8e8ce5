import type { RealtimeServerEvent } from 'openai-types/resources/realtime/realtime';
import type { ResponseEnd, UsageDetail } from '../../realtime-model.ts';
import type { WireEvent, WireProblem } from './codec.ts';
import { bytes, callArguments, count, type Json, numberOrNull, record, records, text, textOrNull } from './read-json.ts';
import type { ToolNames } from './tool-names.ts';

type ServerType = RealtimeServerEvent['type'];
/** The fields that the published types promise, none of them believed. */
export type Untrusted<T extends ServerType> = { readonly [K in keyof Extract<RealtimeServerEvent, { type: T }>]?: unknown };
type Handler<T extends ServerType> = (event: Untrusted<T>) => readonly WireEvent[];

/** Names of the first version of the protocol, still spoken by many servers. */
const OLD_NAMES: Readonly<Record<string, ServerType>> = {
  'response.audio.delta': 'response.output_audio.delta',
  'response.audio.done': 'response.output_audio.done',
  'response.audio_transcript.delta': 'response.output_audio_transcript.delta',
  'response.audio_transcript.done': 'response.output_audio_transcript.done',
  'response.text.delta': 'response.output_text.delta',
  'response.text.done': 'response.output_text.done',
};

/** Known and of no consequence here. */
const QUIET = new Set<string>([
  'conversation.created',
  'conversation.item.added',
  'conversation.item.created',
  'conversation.item.done',
  'conversation.item.deleted',
  'conversation.item.truncated',
  'conversation.item.retrieved',
  'conversation.item.input_audio_transcription.segment',
  'input_audio_buffer.timeout_triggered',
  'response.content_part.added',
  'response.content_part.done',
  'response.output_audio.done',
  'response.function_call_arguments.delta',
  'rate_limits.updated',
  'session.created',
] satisfies ServerType[]);

/** Reads the events of every server that speaks some version of the Realtime protocol, by both sets of names. */
export class RealtimeEvents {
  readonly #tools: ToolNames;
  readonly #called = new Set<string>();
  /** A call's name comes with its item; some servers leave it out where its arguments end. */
  readonly #callNames = new Map<string, string>();
  readonly #calling = new Set<string>();
  readonly #doneIds = new Set<string>();
  /** A server may send an item's words both as transcript and as text: the first kind that comes is taken. */
  readonly #wordKind = new Map<string, 'transcript' | 'text'>();
  #outputRateHz: number;

  constructor(tools: ToolNames, outputRateHz: number) {
    this.#tools = tools;
    this.#outputRateHz = outputRateHz;
  }

  read(event: Json): readonly WireEvent[] {
    const name = text(event['type']);
    const known = OLD_NAMES[name] ?? name;
    const handlers: Readonly<Record<string, ((event: Json) => readonly WireEvent[]) | undefined>> = this.#handlers;
    const handler = Object.hasOwn(handlers, known) ? handlers[known] : undefined;
    if (handler !== undefined) return handler(event);
    return QUIET.has(known) || known.startsWith('response.mcp_') || known.startsWith('mcp_')
      ? []
      : [{ type: 'unknown', name: name.slice(0, 80) }];
  }

  readonly #handlers: { readonly [T in ServerType]?: Handler<T> } = {
    'session.updated': ({ session }) => this.#sessionUpdated(record(session)),
    error: ({ error, event_id: _ours }) => [{ type: 'problem', problem: problemOf(error) }],
    'input_audio_buffer.cleared': () => [{ type: 'probe-answered', eventId: null }],
    'input_audio_buffer.speech_started': ({ item_id }) => [{ type: 'user-speech-started', itemId: text(item_id) }],
    'input_audio_buffer.speech_stopped': ({ item_id }) => [{ type: 'user-speech-stopped', itemId: text(item_id) }],
    'input_audio_buffer.committed': ({ item_id }) => [{ type: 'utterance-taken', itemId: text(item_id) }],
    'conversation.item.input_audio_transcription.delta': ({ item_id, delta }) => [
      { type: 'user-words', itemId: textOrNull(item_id), text: text(delta), how: 'append', final: false },
    ],
    'conversation.item.input_audio_transcription.completed': (event) => this.#transcribed(event),
    'conversation.item.input_audio_transcription.failed': ({ item_id, error }) => [
      { type: 'user-words-failed', itemId: textOrNull(item_id), message: text(record(error)['message']) },
    ],
    'response.created': ({ response }) => [{ type: 'reply-started', responseId: text(record(response)['id']) }],
    'response.output_item.added': ({ response_id, item }) => this.#item(text(response_id), record(item), false),
    'response.output_item.done': ({ response_id, item }) => this.#item(text(response_id), record(item), true),
    'response.output_audio.delta': ({ response_id, item_id, delta }) => [
      { type: 'reply-audio', responseId: text(response_id), itemId: text(item_id), pcm16: bytes(delta) },
    ],
    'response.output_audio_transcript.delta': ({ response_id, item_id, delta }) => this.#words('transcript', response_id, item_id, delta),
    'response.output_text.delta': ({ response_id, item_id, delta }) => this.#words('text', response_id, item_id, delta),
    'response.output_audio_transcript.done': ({ response_id, item_id, transcript }) =>
      this.#whole('transcript', response_id, item_id, transcript),
    'response.output_text.done': (event) => this.#whole('text', event.response_id, event.item_id, event.text),
    'response.function_call_arguments.done': ({ response_id, call_id, name, arguments: args, item_id }) =>
      this.#call(text(response_id), { call_id, name: name ?? this.#callNames.get(text(item_id)), arguments: args }),
    'response.done': ({ response }) => this.#done(record(response)),
  };

  #sessionUpdated(session: Json): readonly WireEvent[] {
    const audio = record(session['audio']);
    const events: WireEvent[] = [{ type: 'ready', expiresAtS: numberOrNull(session['expires_at']) }];
    const rateHz = count(record(record(audio['output'])['format'])['rate']);
    if (rateHz > 0 && rateHz !== this.#outputRateHz) {
      this.#outputRateHz = rateHz;
      events.unshift({ type: 'output-rate', rateHz });
    }
    return events;
  }

  #transcribed(event: Untrusted<'conversation.item.input_audio_transcription.completed'>): readonly WireEvent[] {
    const { item_id, transcript, usage } = event;
    if (typeof transcript !== 'string') return [];
    const used = record(usage);
    const inProgress = text((event as Json)['status']) === 'in_progress';
    const words: WireEvent = {
      type: 'user-words',
      itemId: textOrNull(item_id),
      text: transcript.trim(),
      how: 'replace',
      final: !inProgress,
    };
    if (inProgress || usage === undefined || usage === null) return [words];
    const detail: UsageDetail = { transcribedSeconds: count(used['seconds']) };
    return [
      words,
      { type: 'usage', responseId: null, inputTokens: count(used['input_tokens']), outputTokens: count(used['output_tokens']), detail },
    ];
  }

  #item(responseId: string, item: Json, done: boolean): readonly WireEvent[] {
    if (text(item['type']) !== 'function_call') return [];
    this.#callNames.set(text(item['id']), text(item['name']));
    return done ? this.#call(responseId, item) : [];
  }

  #call(
    responseId: string,
    { call_id, name, arguments: args }: { call_id?: unknown; name?: unknown; arguments?: unknown },
  ): readonly WireEvent[] {
    const callId = text(call_id);
    if (callId === '' || this.#called.has(callId) || text(name) === '') return [];
    this.#called.add(callId);
    this.#calling.add(responseId);
    return [{ type: 'tool-called', responseId, callId, name: this.#tools.ours(text(name)), arguments: callArguments(args) }];
  }

  #words(kind: 'transcript' | 'text', responseId: unknown, itemId: unknown, delta: unknown): readonly WireEvent[] {
    const taken = this.#wordKind.get(text(itemId)) ?? kind;
    this.#wordKind.set(text(itemId), taken);
    if (taken !== kind || text(delta) === '') return [];
    return [{ type: 'reply-text', responseId: text(responseId), itemId: text(itemId), text: text(delta) }];
  }

  #whole(kind: 'transcript' | 'text', responseId: unknown, itemId: unknown, whole: unknown): readonly WireEvent[] {
    if ((this.#wordKind.get(text(itemId)) ?? kind) !== kind || text(whole) === '') return [];
    return [{ type: 'reply-text-whole', responseId: text(responseId), itemId: text(itemId), text: text(whole) }];
  }

  #done(response: Json): readonly WireEvent[] {
    const responseId = text(response['id']);
    // Told twice, it would be paid for twice.
    if (responseId !== '' && this.#doneIds.has(responseId)) return [];
    this.#doneIds.add(responseId);
    const events: WireEvent[] = [];
    for (const item of records(response['output'])) events.push(...this.#item(responseId, item, true));
    const usage = record(response['usage']);
    if (count(usage['total_tokens']) > 0) events.push(usageOf(responseId, usage));
    const calling = this.#calling.delete(responseId);
    this.#wordKind.clear();
    const end = endOf(text(response['status']), calling);
    const failed = end === 'failed' ? problemOf(record(response['status_details'])['error']) : null;
    events.push({ type: 'reply-ended', responseId, end, problem: failed });
    return events;
  }
}

function endOf(status: string, calling: boolean): ResponseEnd {
  if (status === 'failed') return 'failed';
  if (status === 'cancelled') return 'cancelled';
  return calling ? 'called-tools' : 'completed';
}

/** The code, or what some servers put in its place. */
function problemOf(error: unknown): WireProblem {
  if (typeof error === 'string') return { code: '', message: error, eventId: null };
  const { code, type, message, event_id } = record(error);
  return { code: textOrNull(code) ?? text(type), message: text(message), eventId: textOrNull(event_id) };
}

function usageOf(responseId: string, usage: Json): WireEvent {
  const input = record(usage['input_token_details']);
  const output = record(usage['output_token_details']);
  const cached = record(input['cached_tokens_details']);
  return {
    type: 'usage',
    responseId,
    inputTokens: count(usage['input_tokens']),
    outputTokens: count(usage['output_tokens']),
    detail: {
      textIn: count(input['text_tokens']),
      audioIn: count(input['audio_tokens']),
      imageIn: count(input['image_tokens']),
      cachedTextIn: count(cached['text_tokens']),
      cachedAudioIn: count(cached['audio_tokens']),
      textOut: count(output['text_tokens']),
      audioOut: count(output['audio_tokens']),
    },
  };
}
