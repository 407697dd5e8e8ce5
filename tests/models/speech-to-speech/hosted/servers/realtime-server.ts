import { decodeSpeech, spokenPcm } from '../coded-speech.ts';
import type { Brain, Message, Script, ScriptedServer, Wire } from './scripted-server.ts';

/** Fields the published protocol knows; anything else is refused, as the real one does. */
const SESSION_FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'type',
    'model',
    'output_modalities',
    'instructions',
    'audio',
    'tools',
    'tool_choice',
    'max_output_tokens',
    'truncation',
    'tracing',
    'prompt',
    'include',
    'reasoning',
    'parallel_tool_calls',
  ],
  audio: ['input', 'output'],
  'audio.input': ['format', 'noise_reduction', 'transcription', 'turn_detection'],
  'audio.output': ['format', 'voice', 'speed'],
  'audio.input.transcription': ['model', 'language', 'languages', 'keywords', 'prompt', 'delay'],
  'audio.input.turn_detection': [
    'type',
    'threshold',
    'prefix_padding_ms',
    'silence_duration_ms',
    'create_response',
    'interrupt_response',
    'idle_timeout_ms',
    'eagerness',
  ],
  'audio.input.format': ['type', 'rate'],
  'audio.output.format': ['type', 'rate'],
};
const EFFORTS = ['minimal', 'low', 'medium', 'high', 'xhigh'];
const OUTPUT_RATE_HZ = 24_000;

interface Running {
  readonly id: string;
  readonly timers: NodeJS.Timeout[];
  readonly itemId: string;
}

/** A server that speaks the published Realtime protocol and refuses what the real one refuses. */
export class RealtimeBrain implements Brain {
  protected readonly wire: Wire;
  protected readonly server: ScriptedServer;
  protected readonly script: Script;
  protected readonly inputRateHz: number = 24_000;
  #sound: Buffer[] = [];
  /** The user's turns. */
  protected readonly conversation: string[] = [];
  #ids = 0;
  #configured = false;
  #running: Running | null = null;
  #lastWords = '';
  /** How long each is in milliseconds; those of the user's with their words, too. */
  readonly #items = new Map<string, number>();
  readonly #userItems = new Map<string, string>();
  readonly #openCalls = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(wire: Wire, server: ScriptedServer, script: Script) {
    this.wire = wire;
    this.server = server;
    this.script = script;
  }

  opened(): void {
    this.server.conversations.push(this.conversation);
    this.send({
      type: 'session.created',
      session: { type: 'realtime', id: this.id('sess'), expires_at: Math.floor(Date.now() / 1000) + 3600 },
    });
  }

  closed(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  take(message: Message): void {
    const handlers: Record<string, (message: Message) => void> = {
      'session.update': (update) => this.#sessionUpdate(update),
      'input_audio_buffer.append': ({ audio }) => this.#append(String(audio)),
      'input_audio_buffer.commit': (commit) => this.#commit(commit),
      'input_audio_buffer.clear': () => {
        this.#sound = [];
        this.send({ type: 'input_audio_buffer.cleared' });
      },
      'conversation.item.create': ({ item }) => this.create(item as Message),
      'conversation.item.truncate': (truncate) => this.#truncate(truncate),
      'conversation.item.delete': (remove) => this.#remove(remove),
      'response.create': (create) => this.#respond(create),
      'response.cancel': (cancel) => this.#cancel(cancel),
    };
    const handler = handlers[String(message['type'])];
    if (handler === undefined) this.complain(message, 'unknown_event', `Unknown event ${String(message['type'])}`);
    else handler(message);
  }

  protected send(message: Message): void {
    this.wire.send({ event_id: this.id('event'), ...message });
  }

  protected id(kind: string): string {
    this.#ids += 1;
    return `${kind}_${this.#ids}`;
  }

  protected complain(about: Message, code: string, message: string, counted = true): void {
    if (counted) this.server.complaints.push(`${code}: ${message}`);
    this.send({ type: 'error', error: { type: 'invalid_request_error', code, message, param: null, event_id: about['event_id'] ?? null } });
  }

  protected later(run: () => void, ms: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }

  /** What is wrong with a session object, or null. */
  protected sessionProblem(session: Message): string | null {
    if (session['type'] !== 'realtime') return 'session.type is required';
    for (const [path, allowed] of Object.entries(SESSION_FIELDS)) {
      const part =
        path === '' ? session : path.split('.').reduce<unknown>((value, name) => (value as Message | undefined)?.[name], session);
      if (typeof part !== 'object' || part === null) continue;
      const unknown = Object.keys(part).find((name) => !allowed.includes(name));
      if (unknown !== undefined) return `Unknown parameter: session.${path === '' ? '' : `${path}.`}${unknown}`;
    }
    const audio = session['audio'] as { input: { format: Message }; output: { format: Message } };
    for (const side of [audio.input, audio.output])
      if (side.format['rate'] !== OUTPUT_RATE_HZ) return `Unsupported rate ${String(side.format['rate'])}`;
    return effortProblem(session, EFFORTS);
  }

  protected transcribed(itemId: string, words: string, ms: number): void {
    const ids = { item_id: itemId, content_index: 0 };
    this.send({ type: 'conversation.item.input_audio_transcription.delta', ...ids, delta: words.slice(0, Math.ceil(words.length / 2)) });
    const usage = { type: 'duration', seconds: Math.ceil(ms / 1000) };
    this.send({ type: 'conversation.item.input_audio_transcription.completed', ...ids, transcript: words, usage });
  }

  #sessionUpdate(update: Message): void {
    const session = update['session'] as Message;
    const problem = this.sessionProblem(session);
    if (problem !== null) {
      this.complain(update, 'invalid_value', problem);
      return;
    }
    this.#configured = true;
    this.send({ type: 'session.updated', session: { ...session, expires_at: Math.floor(Date.now() / 1000) + 3600 } });
  }

  #append(audio: string): void {
    const bytes = Buffer.from(audio, 'base64');
    if (!this.#configured) this.server.complaints.push('sound before session.updated');
    if (bytes.length % 2 !== 0) this.server.complaints.push('half a sample');
    this.#sound.push(bytes);
  }

  #commit(commit: Message): void {
    const { code, ms } = decodeSpeech(Buffer.concat(this.#sound), this.inputRateHz);
    this.#sound = [];
    if (ms < 100) {
      this.complain(commit, 'input_audio_buffer_commit_empty', 'buffer too small');
      return;
    }
    const itemId = this.id('item');
    const words = this.script.hear?.(code) ?? `utterance ${code}`;
    this.#lastWords = words;
    this.conversation.push(words);
    this.#items.set(itemId, ms);
    this.#userItems.set(itemId, words);
    this.send({ type: 'input_audio_buffer.committed', item_id: itemId, previous_item_id: null });
    this.send({ type: 'conversation.item.added', item: { id: itemId, type: 'message', role: 'user', content: [{ type: 'input_audio' }] } });
    this.later(() => this.transcribed(itemId, words, ms), this.script.wordsDelayMs ?? 2);
  }

  protected create(item: Message): void {
    if (item['type'] === 'function_call_output') {
      if (!this.#openCalls.delete(String(item['call_id']))) this.server.complaints.push(`output for no call ${String(item['call_id'])}`);
      this.#lastWords = `output ${String(item['output'])}`;
    } else if (item['role'] === 'user') {
      this.#lastWords = String((item['content'] as Message[])[0]?.['text']);
      this.conversation.push(this.#lastWords);
    }
    this.send({ type: 'conversation.item.added', item: { id: this.id('item'), ...item } });
  }

  #truncate(truncate: Message): void {
    const length = this.#items.get(String(truncate['item_id']));
    if (length === undefined) {
      this.complain(truncate, 'item_not_found', 'no such item');
      return;
    }
    if (Number(truncate['audio_end_ms']) > length) {
      this.complain(truncate, 'invalid_truncation', `only ${length} ms`);
      return;
    }
    this.send({
      type: 'conversation.item.truncated',
      item_id: truncate['item_id'],
      content_index: 0,
      audio_end_ms: truncate['audio_end_ms'],
    });
  }

  #remove(remove: Message): void {
    if (!this.#items.delete(String(remove['item_id']))) {
      this.complain(remove, 'item_not_found', 'no such item');
      return;
    }
    const words = this.#userItems.get(String(remove['item_id']));
    if (words !== undefined) this.conversation.splice(this.conversation.lastIndexOf(words), 1);
    this.send({ type: 'conversation.item.deleted', item_id: remove['item_id'] });
  }

  #cancel(cancel: Message): void {
    const running = this.#running;
    if (running === null) {
      this.complain(cancel, 'response_cancel_not_active', 'no active response', false);
      return;
    }
    for (const timer of running.timers) clearTimeout(timer);
    this.#running = null;
    this.send({
      type: 'response.done',
      response: { id: running.id, status: 'cancelled', status_details: { reason: 'client_cancelled' }, output: [] },
    });
  }

  /** Says something as it stands, asked for or not. */
  protected sayNow(reply: string): void {
    const running: Running = { id: this.id('resp'), itemId: this.id('item'), timers: [] };
    this.#running = running;
    this.send({ type: 'response.created', response: { id: running.id, status: 'in_progress', output: [] } });
    this.#speak(running, reply);
  }

  #respond(create: Message): void {
    if (this.#running !== null) {
      this.complain(create, 'conversation_already_has_active_response', 'already has an active response');
      return;
    }
    const asked = create['response'] as Message | undefined;
    const exact = String(asked?.['instructions'] ?? '')
      .split('\n')
      .at(1);
    const reply = exact ?? this.script.reply?.(this.#lastWords) ?? `You said: ${this.#lastWords}.`;
    const running: Running = { id: this.id('resp'), itemId: this.id('item'), timers: [] };
    this.#running = running;
    this.send({ type: 'response.created', response: { id: running.id, status: 'in_progress', output: [] } });
    running.timers.push(
      this.later(
        () => (reply.startsWith('!') ? this.#callTool(running, reply) : this.#speak(running, reply)),
        this.script.replyDelayMs ?? 2,
      ),
    );
  }

  #callTool(running: Running, call: string): void {
    const [, name = '', args = '{}'] = /^!(\S+)\s*(.*)$/s.exec(call) ?? [];
    const callId = this.id('call');
    const ids = { response_id: running.id, item_id: running.itemId, output_index: 0 };
    const item = { id: running.itemId, type: 'function_call', name, call_id: callId, arguments: args };
    this.#openCalls.add(callId);
    this.send({ type: 'response.output_item.added', ...ids, item: { ...item, arguments: '' } });
    this.send({ type: 'response.function_call_arguments.delta', ...ids, call_id: callId, delta: args });
    this.send({ type: 'response.function_call_arguments.done', ...ids, call_id: callId, name, arguments: args });
    this.send({ type: 'response.output_item.done', ...ids, item });
    this.#done(running, [item]);
  }

  /** Word by word: its text, then its sound, as much faster than real time as the wire allows. */
  #speak(running: Running, reply: string): void {
    const ids = { response_id: running.id, item_id: running.itemId, output_index: 0, content_index: 0 };
    const words = reply.match(/\S+\s*/g) ?? [];
    this.#items.set(running.itemId, 0);
    this.send({
      type: 'response.output_item.added',
      ...ids,
      item: { id: running.itemId, type: 'message', role: 'assistant', content: [] },
    });
    this.send({ type: 'conversation.item.added', item: { id: running.itemId, type: 'message', role: 'assistant', content: [] } });
    const lead = Buffer.alloc(Math.round(((this.script.leadMs ?? 0) * OUTPUT_RATE_HZ) / 1000) * 2);
    const wordMs = this.script.wordMs ?? 100;
    const step = (index: number) => {
      const word = words[index];
      if (word === undefined) {
        this.send({ type: 'response.output_audio.done', ...ids });
        this.send({ type: 'response.output_audio_transcript.done', ...ids, transcript: reply });
        this.#done(running, [{ id: running.itemId, type: 'message', role: 'assistant' }]);
        return;
      }
      this.send({ type: 'response.output_audio_transcript.delta', ...ids, delta: word });
      const pcm = index === 0 ? Buffer.concat([lead, spokenPcm(1, wordMs, OUTPUT_RATE_HZ)]) : spokenPcm(1, wordMs, OUTPUT_RATE_HZ);
      this.#items.set(running.itemId, (this.#items.get(running.itemId) ?? 0) + (pcm.length / 2 / OUTPUT_RATE_HZ) * 1000);
      this.send({ type: 'response.output_audio.delta', ...ids, delta: pcm.toString('base64') });
      running.timers.push(this.later(() => step(index + 1), this.script.stepMs ?? 1));
    };
    step(0);
  }

  #done(running: Running, output: readonly Message[]): void {
    this.#running = null;
    this.send({
      type: 'response.done',
      response: {
        id: running.id,
        status: 'completed',
        output,
        usage: {
          total_tokens: 30,
          input_tokens: 20,
          output_tokens: 10,
          input_token_details: { text_tokens: 5, audio_tokens: 15 },
          output_token_details: { text_tokens: 3, audio_tokens: 7 },
        },
      },
    });
  }
}

/** Each model knows its own efforts. */
export function effortProblem(session: Message, efforts: readonly string[]): string | null {
  const reasoning = session['reasoning'] as { effort: string } | undefined;
  return reasoning === undefined || efforts.includes(reasoning.effort)
    ? null
    : `Invalid value: session.reasoning.effort ${reasoning.effort}`;
}
