import type {
  RealtimeAudioConfigInput,
  RealtimeAudioConfigOutput,
  RealtimeClientEvent,
  RealtimeFunctionTool,
  RealtimeSessionCreateRequest,
  ConversationItem as WireItem,
} from 'openai-types/resources/realtime/realtime';
import { hostedNames } from '../../../names/hosted-names.ts';
import type { EngineSetup, NativeTool } from '../../realtime-model.ts';
import type { TurnMode, WireEvent, WireMessage, WireRequest } from './codec.ts';
import { instructions } from './instructions.ts';
import { count, type Json, record, text, textOrNull } from './read-json.ts';
import { functionTools, RealtimeCodec, speed } from './realtime.ts';

/** Published limits of the key terms. */
const MOST_KEYTERMS = 100;
const LONGEST_KEYTERM = 50;

interface ServerTool {
  readonly type: 'web_search' | 'x_search';
}

/** What xAI puts elsewhere or adds; the rest is the published session. */
type XaiSession = Pick<RealtimeSessionCreateRequest, 'instructions'> & {
  readonly voice?: RealtimeAudioConfigOutput['voice'];
  readonly turn_detection: { readonly type: 'server_vad'; readonly threshold: number; readonly silence_duration_ms: number } | null;
  readonly audio: {
    readonly input: {
      readonly format: { readonly type: 'audio/pcm'; readonly rate: number };
      readonly transport: 'json';
      readonly transcription: Pick<NonNullable<RealtimeAudioConfigInput['transcription']>, 'model'> & {
        readonly language_hint?: string;
        readonly keyterms?: readonly string[];
      };
    };
    readonly output: {
      readonly format: { readonly type: 'audio/pcm'; readonly rate: number };
      readonly transport: 'json';
      readonly speed?: number;
    };
  };
  readonly tools: readonly (RealtimeFunctionTool | ServerTool)[];
  readonly reasoning?: { readonly effort: 'none' | 'high' };
  readonly resumption: { readonly enabled: true };
  readonly replace?: Readonly<Record<string, string>>;
};

const SERVER_TOOLS: Readonly<Record<NativeTool, ServerTool>> = {
  'web-search': { type: 'web_search' },
  'x-search': { type: 'x_search' },
};

/** xAI Grok Voice: the published events with a session object, tools, names and resumption of its own. */
export class XaiCodec extends RealtimeCodec {
  override readonly dialect = 'xai';

  override request(): WireRequest {
    const { url, headers } = super.request();
    if (this.target.resumeHandle !== null) url.searchParams.set('conversation_id', this.target.resumeHandle);
    return { url, headers };
  }

  /** There is an item for words of our own: no model is asked to repeat them. */
  override say(sentence: string): readonly WireMessage[] {
    const item = { type: 'force_message', role: 'assistant', content: [{ type: 'output_text', text: sentence }] };
    // The published types have no such item.
    return [{ type: 'conversation.item.create', item: item as unknown as WireItem } satisfies RealtimeClientEvent];
  }

  override decode(message: Json): readonly WireEvent[] {
    switch (text(message['type'])) {
      case 'ping':
        return [{ type: 'answer', message: { type: 'pong', timestamp: message['timestamp'] ?? null } }];
      case 'conversation.created': {
        const handle = textOrNull(record(message['conversation'])['id']);
        return handle === null ? [] : [{ type: 'resume-handle', handle, holds: 'everything' }];
      }
      case 'conversation.item.input_audio_transcription.updated':
        return [
          { type: 'user-words', itemId: textOrNull(message['item_id']), text: text(message['transcript']), how: 'replace', final: false },
        ];
      case 'response.done':
        return super.decode(withUsage(message));
      default:
        return super.decode(message);
    }
  }

  protected override session(setup: EngineSetup, turns: TurnMode, first: boolean): object {
    const { profile, voice, language } = this.target;
    const { keyterms, pronunciationMap } = hostedNames(setup.names);
    const terms = keyterms.filter((term) => term.length <= LONGEST_KEYTERM).slice(0, MOST_KEYTERMS);
    const session: XaiSession = {
      instructions: instructions(setup, false),
      ...(voice === null || !first ? {} : { voice }),
      turn_detection: turns === 'client' ? null : { type: 'server_vad', threshold: 0.5, silence_duration_ms: 700 },
      audio: {
        input: {
          format: { type: 'audio/pcm', rate: profile.inputRateHz },
          transport: 'json',
          transcription: {
            model: profile.transcriptionModel ?? 'grok-transcribe',
            ...(language === null ? {} : { language_hint: language }),
            ...(terms.length === 0 ? {} : { keyterms: terms }),
          },
        },
        output: { format: { type: 'audio/pcm', rate: profile.outputRateHz }, transport: 'json', ...speed(setup.persona.voice.rate) },
      },
      tools: [...functionTools(setup), ...profile.abilities.nativeTools.map((tool) => SERVER_TOOLS[tool])],
      ...this.reasoning<'none' | 'high'>(setup),
      resumption: { enabled: true },
      ...(Object.keys(pronunciationMap).length === 0 ? {} : { replace: pronunciationMap }),
    };
    return session;
  }
}

/** The usage stands in the response, or beside it. */
function withUsage(message: Json): Json {
  const response = record(message['response']);
  if (response['usage'] !== undefined && response['usage'] !== null) return message;
  const beside = record(message['usage']);
  return count(beside['total_tokens']) === 0 ? message : { ...message, response: { ...response, usage: beside } };
}
