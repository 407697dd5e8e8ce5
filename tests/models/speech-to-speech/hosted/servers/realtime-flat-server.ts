import { RealtimeBrain } from './realtime-server.ts';
import type { Message } from './scripted-server.ts';

const FIELDS = ['modalities', 'instructions', 'voice', 'speed', 'input_audio_transcription', 'turn_detection', 'tools', 'tool_choice'];
const OLD_NAMES: Readonly<Record<string, string>> = {
  'response.output_audio.delta': 'response.audio.delta',
  'response.output_audio.done': 'response.audio.done',
  'response.output_audio_transcript.delta': 'response.audio_transcript.delta',
  'response.output_audio_transcript.done': 'response.audio_transcript.done',
  'conversation.item.added': 'conversation.item.created',
};

/** The first version of the protocol: flat session, older names, formats not to be named, no cutting of items. */
export class RealtimeFlatBrain extends RealtimeBrain {
  override take(message: Message): void {
    if (/truncate|delete/.test(String(message['type']))) this.complain(message, 'server_error', 'not implemented');
    else super.take(message);
  }

  protected override send(message: Message): void {
    const type = String(message['type']);
    super.send({ ...message, type: OLD_NAMES[type] ?? type });
  }

  protected override sessionProblem(session: Message): string | null {
    const unknown = Object.keys(session).find((name) => !FIELDS.includes(name));
    if (unknown !== undefined) return `Unknown parameter: session.${unknown}`;
    const detection = session['turn_detection'] as Message | null;
    return detection !== null && 'prefix_padding_ms' in detection ? 'prefix_padding_ms is not supported' : null;
  }
}
