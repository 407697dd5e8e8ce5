import type { SessionUpdateEvent } from 'openai-types/resources/beta/realtime/realtime';
import type { ConversationItem as WireItem } from 'openai-types/resources/realtime/realtime';
import type { EngineSetup, HistoryTurn } from '../../realtime-model.ts';
import type { TurnMode } from './codec.ts';
import { instructions } from './instructions.ts';
import { functionTools, RealtimeCodec, speed, turnDetection } from './realtime.ts';

type FlatSession = SessionUpdateEvent.Session;

/**
 * The first version of the Realtime protocol, still spoken by speaches, Qwen, Azure Voice Live and LiteLLM: one flat
 * session object, older names of events. Formats are left out: 16-bit PCM is the default everywhere, and naming it is an
 * error on some servers.
 */
export class RealtimeFlatCodec extends RealtimeCodec {
  override readonly dialect = 'realtime-flat';

  protected override session(setup: EngineSetup, turns: TurnMode, first: boolean): object {
    const { profile, voice } = this.target;
    const { model, prompt, language } = this.transcription(setup);
    const session: Omit<FlatSession, 'turn_detection'> & { turn_detection: FlatSession['turn_detection'] | null } = {
      modalities: ['text', 'audio'],
      instructions: instructions(setup, !profile.abilities.pronunciationMap),
      ...(voice === null || !first ? {} : { voice }),
      ...speed(setup.persona.voice.rate),
      input_audio_transcription: {
        ...(model === undefined ? {} : { model }),
        ...(prompt === undefined ? {} : { prompt }),
        ...(language === undefined ? {} : { language }),
      },
      turn_detection: flatTurnDetection(turns),
      tools: this.#tools(setup),
      tool_choice: 'auto',
    };
    return session;
  }

  protected override historyItem({ role, text }: HistoryTurn): WireItem {
    if (role === 'user') return { type: 'message', role, content: [{ type: 'input_text', text }] };
    // The older name of `output_text`; the newer types do not have it.
    return { type: 'message', role, content: [{ type: 'text', text }] } as unknown as WireItem;
  }

  #tools(setup: EngineSetup): SessionUpdateEvent.Session.Tool[] {
    const tools = functionTools(setup);
    if (this.target.profile.abilities.toolShape === 'flat') return tools;
    return tools.map(({ type, ...definition }) => ({ type, function: definition })) as SessionUpdateEvent.Session.Tool[];
  }
}

/** Padding in front of speech is an error on some servers, and nothing is lost without it. */
function flatTurnDetection(turns: TurnMode): FlatSession['turn_detection'] | null {
  const detection = turnDetection(turns);
  if (detection?.type !== 'server_vad') return null;
  const { threshold, silence_duration_ms, create_response, interrupt_response } = detection;
  return {
    type: 'server_vad',
    ...(threshold === undefined ? {} : { threshold }),
    ...(silence_duration_ms === undefined ? {} : { silence_duration_ms }),
    ...(create_response === undefined ? {} : { create_response }),
    ...(interrupt_response === undefined ? {} : { interrupt_response }),
  };
}
