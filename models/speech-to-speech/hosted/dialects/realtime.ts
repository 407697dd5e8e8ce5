import type {
  AudioTranscription,
  RealtimeAudioInputTurnDetection,
  RealtimeClientEvent,
  RealtimeFunctionTool,
  RealtimeReasoningEffort,
  RealtimeSessionCreateRequest,
  ConversationItem as WireItem,
} from 'openai-types/resources/realtime/realtime';
import { hostedNames } from '../../../names/hosted-names.ts';
import type { ConversationItem, EngineSetup, HistoryTurn, ThinkingEffort } from '../../realtime-model.ts';
import type { Codec, CodecTraits, TurnMode, WireEvent, WireMessage, WireRequest, WireTarget } from './codec.ts';
import { instructions, sayExactly } from './instructions.ts';
import type { Json } from './read-json.ts';
import { RealtimeEvents } from './realtime-events.ts';
import { askedEffort } from './thinking-models.ts';
import { ToolNames, toolOutput, wireToolName } from './tool-names.ts';
import { without } from './without-fields.ts';

/** Where a server insists on ending turns itself, silence of this length ends them; the client sends more than that at once. */
export const SERVER_SILENCE_MS = 700;

/** The Realtime protocol as it is published: session fields nested under `audio`. */
export class RealtimeCodec implements Codec {
  readonly dialect: Codec['dialect'] = 'realtime';
  readonly traits: CodecTraits = {
    wordsEnd: 'by-event',
    replyEnds: 'by-event',
    waitsForReady: false,
    alwaysStreams: false,
    interruptsByItself: false,
    effortIsFixed: false,
  };
  protected readonly target: WireTarget;
  protected readonly tools = new ToolNames();
  readonly #events: RealtimeEvents;

  constructor(target: WireTarget) {
    this.target = target;
    this.#events = new RealtimeEvents(this.tools, target.profile.outputRateHz);
  }

  request(): WireRequest {
    const url = new URL(this.target.url);
    if (this.target.model !== null && !url.searchParams.has('model')) url.searchParams.set('model', this.target.model);
    return { url, headers: this.target.key === null ? {} : { Authorization: `Bearer ${this.target.key}` } };
  }

  greet(setup: EngineSetup, turns: TurnMode): readonly WireMessage[] {
    return [this.#sessionUpdate(setup, turns, true)];
  }

  settleIn(setup: EngineSetup): readonly WireMessage[] {
    return setup.history.map((turn) => create(this.historyItem(turn)));
  }

  probe(eventId: string): readonly WireMessage[] {
    return [{ type: 'input_audio_buffer.clear', event_id: eventId } satisfies RealtimeClientEvent];
  }

  update(setup: EngineSetup, turns: TurnMode): readonly WireMessage[] {
    return [this.#sessionUpdate(setup, turns, false)];
  }

  begin(): readonly WireMessage[] {
    return [];
  }

  audio(pcm16: Buffer): WireMessage {
    return { type: 'input_audio_buffer.append', audio: pcm16.toString('base64') } satisfies RealtimeClientEvent;
  }

  commit(): readonly WireMessage[] {
    return [{ type: 'input_audio_buffer.commit' } satisfies RealtimeClientEvent];
  }

  discard(): readonly WireMessage[] {
    return [{ type: 'input_audio_buffer.clear' } satisfies RealtimeClientEvent];
  }

  respond(eventId: string): readonly WireMessage[] {
    return [{ type: 'response.create', event_id: eventId } satisfies RealtimeClientEvent];
  }

  say(sentence: string, eventId: string): readonly WireMessage[] {
    const response = { instructions: sayExactly(sentence), input: [], tool_choice: 'none' as const };
    return [{ type: 'response.create', event_id: eventId, response } satisfies RealtimeClientEvent];
  }

  cancel(responseId: string | null): readonly WireMessage[] {
    const cancel = { type: 'response.cancel' } satisfies RealtimeClientEvent;
    return [responseId === null ? cancel : ({ ...cancel, response_id: responseId } satisfies RealtimeClientEvent)];
  }

  truncate(itemId: string, heardMs: number): readonly WireMessage[] {
    const event = { type: 'conversation.item.truncate', item_id: itemId, content_index: 0, audio_end_ms: Math.floor(heardMs) } as const;
    return [event satisfies RealtimeClientEvent];
  }

  remove(itemId: string): readonly WireMessage[] {
    return [{ type: 'conversation.item.delete', item_id: itemId } satisfies RealtimeClientEvent];
  }

  add(item: Exclude<ConversationItem, { kind: 'words-to-say' }>): readonly WireMessage[] {
    if (item.kind === 'user-text') return [create(userItem(item.text))];
    return [create({ type: 'function_call_output', call_id: item.callId, output: toolOutput(item.output, item.sentence) })];
  }

  goodbye(): readonly WireMessage[] {
    return [];
  }

  replyIsOver(): void {}

  decode(message: Json): readonly WireEvent[] {
    return this.#events.read(message);
  }

  protected historyItem({ role, text }: HistoryTurn): WireItem {
    return role === 'user' ? userItem(text) : { type: 'message', role, content: [{ type: 'output_text', text }] };
  }

  /** The session object of this dialect. @param first false when only what changes in mid-session is sent */
  protected session(setup: EngineSetup, turns: TurnMode, first: boolean): object {
    const { profile, voice } = this.target;
    const output = {
      format: { type: 'audio/pcm' as const, rate: profile.outputRateHz as 24_000 },
      ...(voice === null || !first ? {} : { voice }),
      ...speed(setup.persona.voice.rate),
    };
    const session: RealtimeSessionCreateRequest = {
      type: 'realtime',
      output_modalities: ['audio'],
      instructions: instructions(setup, !profile.abilities.pronunciationMap),
      audio: {
        input: {
          format: { type: 'audio/pcm', rate: profile.inputRateHz as 24_000 },
          transcription: this.transcription(setup),
          turn_detection: turnDetection(turns),
        },
        output,
      },
      tools: functionTools(setup),
      tool_choice: 'auto',
      ...this.reasoning<RealtimeReasoningEffort>(setup),
    };
    return session;
  }

  /** Left out, the server's own effort holds. */
  protected reasoning<Effort extends ThinkingEffort>(setup: EngineSetup): { reasoning?: { effort: Effort } } {
    const effort = askedEffort(setup, this.target.thinking);
    return effort === null ? {} : { reasoning: { effort: effort as Effort } };
  }

  protected transcription(setup: EngineSetup): AudioTranscription {
    const { profile, language } = this.target;
    const { keyterms, transcriptionPrompt } = hostedNames(setup.names);
    const { names } = profile.abilities;
    return {
      ...(profile.transcriptionModel === null ? {} : { model: profile.transcriptionModel }),
      ...(names === 'keywords' && keyterms.length > 0 ? { keywords: [...keyterms] } : {}),
      ...(names === 'prompt' && transcriptionPrompt !== '' ? { prompt: transcriptionPrompt } : {}),
      ...languageField(language, names === 'keywords'),
    };
  }

  #sessionUpdate(setup: EngineSetup, turns: TurnMode, first: boolean): WireMessage {
    this.tools.learn(setup.tools);
    return { type: 'session.update', session: without(this.session(setup, turns, first), this.target.profile.abilities.omitFields) };
  }
}

/** The newer recognisers take several languages, and refuse the older field beside them. */
function languageField(language: string | null, newer: boolean): AudioTranscription {
  if (language === null) return {};
  const short = language.split('-')[0] ?? language;
  return newer ? { languages: [short] } : { language: short };
}

export function turnDetection(turns: TurnMode): RealtimeAudioInputTurnDetection | null {
  if (turns === 'client') return null;
  return {
    type: 'server_vad',
    create_response: false,
    interrupt_response: false,
    silence_duration_ms: SERVER_SILENCE_MS,
    prefix_padding_ms: 300,
    threshold: 0.5,
  };
}

/** Published range 0.25-1.5; the voice's own pace is not worth a field that some servers do not know. */
export function speed(rate: number): { speed?: number } {
  return rate === 1 ? {} : { speed: Math.min(1.5, Math.max(0.7, rate)) };
}

export function functionTools(setup: EngineSetup): RealtimeFunctionTool[] {
  return setup.tools.map(({ name, description, parameters }) => ({ type: 'function', name: wireToolName(name), description, parameters }));
}

function userItem(words: string): WireItem {
  return { type: 'message', role: 'user', content: [{ type: 'input_text', text: words }] };
}

function create(item: WireItem): WireMessage {
  return { type: 'conversation.item.create', item } satisfies RealtimeClientEvent;
}
