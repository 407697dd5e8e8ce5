import type { FunctionTool, SessionUpdate, Transcription, TurnDetection, WireFormat } from './session-schema.ts';

/** The session as the client set it, in the protocol's own form: this is what `session.created` and `session.updated` show. */
export interface SessionSettings {
  readonly type: 'realtime' | 'transcription';
  readonly object: 'realtime.session';
  readonly id: string;
  readonly model: string;
  readonly output_modalities: readonly ('audio' | 'text')[];
  readonly instructions: string;
  readonly max_output_tokens: number | 'inf';
  readonly tools: readonly FunctionTool[];
  readonly tool_choice: NonNullable<SessionUpdate['tool_choice']>;
  readonly audio: {
    readonly input: {
      readonly format: WireFormat;
      readonly noise_reduction: { readonly type: 'near_field' | 'far_field' } | null;
      readonly transcription: Transcription | null;
      readonly turn_detection: TurnDetection | null;
    };
    readonly output: { readonly format: WireFormat; readonly voice: string | { readonly id: string }; readonly speed: number };
  };
}

const PCM: WireFormat = { type: 'audio/pcm', rate: 24_000 };

/** How a session begins, before its first update. */
export function firstSettings(id: string, model: string, voice: string): SessionSettings {
  return {
    type: 'realtime',
    object: 'realtime.session',
    id,
    model,
    output_modalities: ['audio'],
    instructions: '',
    max_output_tokens: 'inf',
    tools: [],
    tool_choice: 'auto',
    audio: {
      input: {
        format: PCM,
        noise_reduction: null,
        transcription: null,
        turn_detection: {
          type: 'server_vad',
          threshold: 0.5,
          prefix_padding_ms: 300,
          silence_duration_ms: 500,
          idle_timeout_ms: null,
          create_response: true,
          interrupt_response: true,
        },
      },
      output: { format: PCM, voice, speed: 1 },
    },
  };
}

/** What is left out stays; what is given replaces, whole fields at a time; null switches off. */
export function updatedSettings(settings: SessionSettings, update: SessionUpdate): SessionSettings {
  const { audio, model: _, ...rest } = update;
  return {
    ...settings,
    ...given(rest),
    audio: {
      input: { ...settings.audio.input, ...given(audio?.input ?? {}) },
      output: { ...settings.audio.output, ...given(audio?.output ?? {}) },
    },
  };
}

type Given<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** Fields whose value is `undefined` were not given. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}
