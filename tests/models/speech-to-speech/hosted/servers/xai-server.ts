import { effortProblem, RealtimeBrain } from './realtime-server.ts';
import type { Message } from './scripted-server.ts';

const FIELDS = ['instructions', 'voice', 'turn_detection', 'audio', 'tools', 'reasoning', 'resumption', 'replace'];
const TRANSCRIPTION_FIELDS = ['model', 'language_hint', 'keyterms'];

/** xAI's manners: voice and turn detection at the top, cumulative words, pings, sentences of ours said as they stand. */
export class XaiBrain extends RealtimeBrain {
  protected override readonly inputRateHz: number = 16_000;

  override opened(): void {
    const url = new URL(this.wire.request.url ?? '', 'ws://host');
    const kept = url.searchParams.get('conversation_id');
    if (url.searchParams.get('model') === null) this.server.complaints.push('the model is not in the address');
    if (kept === 'too-old') {
      this.send({ type: 'error', error: { type: 'invalid_request_error', message: 'conversation too-old not found' } });
      this.wire.close(1008, 'conversation not found');
      return;
    }
    this.conversation.push(...(this.server.kept.get(kept ?? '') ?? []));
    super.opened();
    const id = kept ?? `conv-${this.server.connections.length}`;
    // It goes on growing: whoever comes back finds everything that was said until the line was lost.
    this.server.kept.set(id, this.conversation);
    this.send({ type: 'conversation.created', conversation: { id } });
    this.send({ type: 'ping', timestamp: 17 });
  }

  override take(message: Message): void {
    if (message['type'] === 'pong') return;
    if (message['type'] === 'response.create' && message['response'] !== undefined) this.server.complaints.push('fields xAI does not take');
    super.take(message);
  }

  protected override sessionProblem(session: Message): string | null {
    const unknown = Object.keys(session).find((name) => !FIELDS.includes(name));
    if (unknown !== undefined) return `Unknown parameter: session.${unknown}`;
    const audio = session['audio'] as { input: { format: Message; transcription: Message }; output: Message };
    if ('voice' in audio.output || 'turn_detection' in audio.input) return 'voice and turn_detection stand at the top';
    const field = Object.keys(audio.input.transcription).find((name) => !TRANSCRIPTION_FIELDS.includes(name));
    if (field !== undefined) return `Unknown parameter: transcription.${field}`;
    if (audio.input.format['rate'] !== this.inputRateHz) return `Unsupported rate ${String(audio.input.format['rate'])}`;
    return effortProblem(session, ['none', 'high']);
  }

  protected override create(item: Message): void {
    if (item['type'] === 'force_message') this.sayNow(String((item['content'] as Message[])[0]?.['text']));
    else super.create(item);
  }

  protected override transcribed(itemId: string, words: string): void {
    const ids = { item_id: itemId, content_index: 0 };
    const parts = words.split(' ');
    for (let count = 1; count < parts.length; count++)
      this.send({ type: 'conversation.item.input_audio_transcription.updated', ...ids, transcript: parts.slice(0, count).join(' ') });
    this.send({ type: 'conversation.item.input_audio_transcription.completed', ...ids, transcript: words, status: 'in_progress' });
    this.send({ type: 'conversation.item.input_audio_transcription.completed', ...ids, transcript: words, status: 'completed' });
  }
}
