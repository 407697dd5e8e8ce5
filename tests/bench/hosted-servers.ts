import { RealtimeBrain } from '../models/speech-to-speech/hosted/servers/realtime-server.ts';
import { type Message, type Script, ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';

/** Louder than the noise of the recordings, softer than their speech. */
const SPEECH_RMS = 0.01;

/** The same server for both clients: it ends turns by silence where the session asks for that. */
class ListeningBrain extends RealtimeBrain {
  #silenceLimitMs: number | null = null;
  #heardSpeech = false;
  #silentMs = 0;

  override take(message: Message): void {
    super.take(message);
    if (message['type'] === 'session.update') {
      const { audio } = message['session'] as { audio: { input: { turn_detection: { silence_duration_ms: number } | null } } };
      this.#silenceLimitMs = audio.input.turn_detection?.silence_duration_ms ?? null;
    }
    if (message['type'] === 'input_audio_buffer.append' && this.#silenceLimitMs !== null)
      this.#listen(Buffer.from(String(message['audio']), 'base64'));
  }

  #listen(pcm16: Buffer): void {
    let sum = 0;
    for (let at = 0; at + 1 < pcm16.length; at += 2) sum += (pcm16.readInt16LE(at) / 32_768) ** 2;
    const isSpeech = Math.sqrt(sum / (pcm16.length / 2)) > SPEECH_RMS;
    this.#silentMs = isSpeech ? 0 : this.#silentMs + pcm16.length / 2 / 24;
    this.#heardSpeech ||= isSpeech;
    if (!this.#heardSpeech || this.#silentMs < (this.#silenceLimitMs ?? 0)) return;
    this.#heardSpeech = false;
    super.take({ type: 'input_audio_buffer.commit' });
    super.take({ type: 'response.create' });
  }
}

export function openListeningServer(script: Script): Promise<ScriptedServer> {
  return ScriptedServer.open((wire, server) => new ListeningBrain(wire, server, script));
}
