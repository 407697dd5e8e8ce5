import { decodeSpeech, spokenPcm } from '../coded-speech.ts';
import type { Brain, Message, Script, ScriptedServer, Wire } from './scripted-server.ts';

const SESSION_FIELDS = ['model', 'instructions', 'audio', 'delegation', 'input', 'store'];
const RATE_HZ = 24_000;
/** The model takes a pause of this length for the end of a turn. */
const PAUSE_MS = 250;

/** OpenAI Live's manners: start first, sound without end, no item, no commit, no end of anything. */
export class LiveBrain implements Brain {
  readonly #wire: Wire;
  readonly #server: ScriptedServer;
  readonly #script: Script;
  #started = false;
  #thinks = false;
  #ids = 0;
  #speech: Buffer[] = [];
  #silentMs = 0;
  #heardMs = 0;
  #timers: NodeJS.Timeout[] = [];
  #results: string[] = [];
  readonly #calls = new Set<string>();

  constructor(wire: Wire, server: ScriptedServer, script: Script) {
    this.#wire = wire;
    this.#server = server;
    this.#script = script;
  }

  closed(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  take(message: Message): void {
    const type = String(message['type']);
    if (!this.#started && type !== 'session.start') this.#complain('not_started', `${type} before session.started`);
    if (type === 'session.start') this.#start(message['session'] as Message);
    else if (type === 'session.input_audio.append') this.#append(Buffer.from(String(message['audio']), 'base64'));
    else if (type === 'session.instructions.append') this.#told(String(message['content']));
    else if (type === 'response.item.create') this.#result(message['item'] as Message);
    else if (type === 'response.create') this.#answer(`output ${this.#results.splice(0).join(' ')}`);
    else if (type === 'session.close') this.#close();
    else if (type !== 'session.update') this.#complain('unknown_parameter', `Unknown event ${type}`);
  }

  #send(message: Message): void {
    this.#ids += 1;
    this.#wire.send({ event_id: `event_${this.#ids}`, ...message });
  }

  #complain(code: string, message: string): void {
    this.#server.complaints.push(message);
    this.#send({ type: 'error', error: { type: 'invalid_request_error', code, message } });
  }

  #start(session: Message): void {
    const unknown = Object.keys(session).find((name) => !SESSION_FIELDS.includes(name));
    if (unknown !== undefined) {
      this.#complain('unknown_parameter', `Unknown parameter: session.${unknown}`);
      return;
    }
    const { delegation } = session as { delegation: { type: string; responses?: Message } };
    const { reasoning } = delegation.responses ?? {};
    this.#thinks = (reasoning as { effort?: string; summary?: string } | undefined)?.summary === 'auto';
    this.#started = true;
    this.#send({ type: 'session.started', session: { id: 'live_1', status: 'active', expires_at: Math.floor(Date.now() / 1000) + 3600 } });
  }

  #close(): void {
    this.#send({ type: 'session.closed', reason: 'close_requested', usage: { seconds: this.#heardMs / 1000 } });
    this.#wire.close(1000);
  }

  #append(pcm16: Buffer): void {
    if (pcm16.length % 2 !== 0) this.#complain('invalid_audio', 'half a sample');
    const { code, ms } = decodeSpeech(pcm16, RATE_HZ);
    const before = Math.floor(this.#heardMs / 1000);
    this.#heardMs += ms;
    if (Math.floor(this.#heardMs / 1000) > before)
      this.#send({ type: 'session.usage.updated', usage: { seconds: Math.floor(this.#heardMs / 1000) } });
    if (code !== 0) {
      this.#silentMs = 0;
      this.#speech.push(pcm16);
      return;
    }
    this.#silentMs += ms;
    if (this.#speech.length > 0 && this.#silentMs >= PAUSE_MS) this.#turn();
  }

  #turn(): void {
    const { code } = decodeSpeech(Buffer.concat(this.#speech), RATE_HZ);
    this.#speech = [];
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    const words = this.#script.hear?.(code) ?? `utterance ${code}`;
    for (const delta of words.match(/\S+\s*/g) ?? [])
      this.#send({ type: 'session.input_transcript.delta', delta, start_ms: this.#heardMs, end_ms: this.#heardMs + 10 });
    this.#answer(words);
  }

  #told(content: string): void {
    const [first = '', second = ''] = content.split('\n');
    if (first.startsWith('Say exactly')) this.#speak(second);
    else if (first.startsWith('The user typed')) this.#answer(second);
  }

  #result(item: Message): void {
    if (!this.#calls.delete(String(item['call_id']))) this.#complain('no_such_call', 'output for no call');
    this.#results.push(String(item['output']));
  }

  #answer(words: string): void {
    const reply = this.#script.reply?.(words) ?? `You said: ${words}.`;
    const thoughts = this.#thinks ? (this.#script.thoughts?.(words) ?? []) : [];
    for (const delta of thoughts) this.#nested({ type: 'response.reasoning_summary_text.delta', delta });
    if (thoughts.length > 0) this.#nested({ type: 'response.reasoning_summary_text.done', text: thoughts.join('') });
    // A delegate thinks longer than a speaker pauses.
    const delayMs = thoughts.length > 0 ? 1500 : (this.#script.replyDelayMs ?? 5);
    this.#timers.push(setTimeout(() => (reply.startsWith('!') ? this.#call(reply) : this.#speak(reply)), delayMs));
  }

  #call(call: string): void {
    const [, name = '', args = '{}'] = /^!(\S+)\s*(.*)$/s.exec(call) ?? [];
    this.#ids += 1;
    const callId = `call_${this.#ids}`;
    this.#calls.add(callId);
    this.#send({ type: 'session.delegation.created', delegation: { id: 'd1', type: 'delegation', target: 'responses' }, offset_ms: 0 });
    const item = { type: 'function_call', call_id: callId, name, arguments: args };
    this.#nested({ type: 'response.output_item.done', item });
  }

  #nested(event: Message): void {
    this.#send({ type: 'response.event', event, delegation_id: 'd1' });
  }

  #speak(reply: string): void {
    const words = reply.match(/\S+\s*/g) ?? [];
    const step = (index: number) => {
      const word = words[index];
      if (word === undefined) return;
      const pcm = spokenPcm(1, this.#script.wordMs ?? 100, RATE_HZ);
      this.#wire.send({ type: 'session.output_audio.delta', delta: pcm.toString('base64') });
      this.#send({ type: 'session.output_transcript.delta', delta: word, start_ms: index * 100, end_ms: index * 100 + 100 });
      this.#timers.push(setTimeout(() => step(index + 1), 1));
    };
    step(0);
  }
}
