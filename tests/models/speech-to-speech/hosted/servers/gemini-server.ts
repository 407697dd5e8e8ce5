import { decodeSpeech, spokenPcm } from '../coded-speech.ts';
import type { Brain, Message, Script, ScriptedServer, Wire } from './scripted-server.ts';

const SETUP_FIELDS = [
  'model',
  'generationConfig',
  'systemInstruction',
  'tools',
  'realtimeInputConfig',
  'inputAudioTranscription',
  'outputAudioTranscription',
  'sessionResumption',
  'contextWindowCompression',
  'historyConfig',
];
const OUTPUT_RATE_HZ = 24_000;

/** What each of the models refuses. */
function thinkingProblem(model: string, config: Message | undefined): string | null {
  if (/extended-thinking/.test(model))
    return /^(LOW|MEDIUM|HIGH)$/.test(String(config?.['thinkingLevel'])) ? null : 'thinkingLevel is required';
  if (/2\.5/.test(model)) return config?.['thinkingLevel'] === undefined ? null : 'thinkingLevel is not supported';
  return config === undefined ? null : 'thinkingConfig is not supported';
}

/** Gemini Live's manners: setup first and once, one key per message, closing instead of complaining. */
export class GeminiBrain implements Brain {
  readonly #wire: Wire;
  readonly #server: ScriptedServer;
  readonly #script: Script;
  #set = false;
  /** It tells its thoughts, and when it is through with them. */
  #thinks = false;
  #history = false;
  #active = false;
  /** The user's turns. */
  readonly #known: string[] = [];
  #sound: Buffer[] = [];
  #running: NodeJS.Timeout[] = [];
  #ids = 0;
  readonly #calls = new Set<string>();

  constructor(wire: Wire, server: ScriptedServer, script: Script) {
    this.#wire = wire;
    this.#server = server;
    this.#script = script;
  }

  closed(): void {
    for (const timer of this.#running) clearTimeout(timer);
  }

  take(message: Message): void {
    const keys = Object.keys(message);
    if (keys.length !== 1) this.#refuse(`one key at a time, not ${keys.join(' ')}`);
    if (!this.#set && keys[0] !== 'setup') this.#refuse('setup comes first');
    const body = message[keys[0] ?? ''] as Message;
    if (keys[0] === 'setup') this.#setup(body);
    else if (keys[0] === 'realtimeInput') this.#input(body);
    else if (keys[0] === 'clientContent') this.#content(body);
    else if (keys[0] === 'toolResponse') this.#results(body);
    else if (keys[0] !== 'contextUpdate') this.#refuse(`Unknown name "${keys[0]}"`);
  }

  #refuse(reason: string): void {
    this.#server.complaints.push(reason);
    this.#wire.close(1007, reason.slice(0, 120));
  }

  #setup(setup: Message): void {
    const unknown = Object.keys(setup).find((name) => !SETUP_FIELDS.includes(name));
    if (unknown !== undefined) this.#refuse(`Unknown name "${unknown}" at 'setup'`);
    if (this.#set) this.#refuse('setup comes once');
    const { handle } = setup['sessionResumption'] as { handle?: string };
    if (handle === 'too-old') {
      this.#wire.close(1007, 'session resumption handle expired');
      return;
    }
    this.#set = true;
    const { thinkingConfig } = setup['generationConfig'] as { thinkingConfig?: Message };
    const problem = thinkingProblem(String(setup['model']), thinkingConfig);
    if (problem !== null) this.#refuse(problem);
    this.#thinks = thinkingConfig?.['includeThoughts'] === true;
    this.#history = setup['historyConfig'] !== undefined;
    this.#known.push(...(this.#server.kept.get(handle ?? '') ?? []));
    this.#server.conversations.push(this.#known);
    this.#wire.send({ setupComplete: {} });
    this.#tellHandle();
  }

  /** It keeps the conversation as it is now. */
  #tellHandle(): void {
    const newHandle = `handle-${this.#server.kept.size + 1}`;
    this.#server.kept.set(newHandle, [...this.#known]);
    this.#wire.send({ sessionResumptionUpdate: { newHandle, resumable: true } });
  }

  #input(input: Message): void {
    if (this.#history) this.#refuse('history comes first');
    if ('activityStart' in input) {
      if (this.#active) this.#refuse('activity started twice');
      this.#active = true;
      this.#interrupt();
    } else if ('activityEnd' in input) {
      if (!this.#active) this.#refuse('no activity to end');
      this.#active = false;
      this.#turn();
    } else if ('audio' in input) {
      const { data, mimeType } = input['audio'] as { data: string; mimeType: string };
      if (mimeType !== 'audio/pcm;rate=16000') this.#refuse(`Unsupported ${mimeType}`);
      if (!this.#active) this.#server.complaints.push('sound outside an activity');
      this.#sound.push(Buffer.from(data, 'base64'));
    }
  }

  #interrupt(): void {
    if (this.#running.length === 0) return;
    for (const timer of this.#running.splice(0)) clearTimeout(timer);
    this.#wire.send({ serverContent: { interrupted: true } });
    this.#wire.send({ serverContent: { turnComplete: true } });
  }

  #turn(): void {
    const { code } = decodeSpeech(Buffer.concat(this.#sound), 16_000);
    this.#sound = [];
    const words = this.#script.hear?.(code) ?? `utterance ${code}`;
    this.#known.push(words);
    const half = Math.ceil(words.length / 2);
    this.#later(() => {
      this.#wire.send({ serverContent: { inputTranscription: { text: words.slice(0, half) } } });
      this.#wire.send({ serverContent: { inputTranscription: { text: words.slice(half) } } });
    }, this.#script.wordsDelayMs ?? 2);
    this.#answer(words);
  }

  #content(content: Message): void {
    const turns = content['turns'] as { role: string; parts: { text: string }[] }[];
    if (this.#history) {
      this.#history = false;
      this.#known.push(...turns.filter(({ role }) => role === 'user').map(({ parts }) => parts[0]?.text ?? ''));
      return;
    }
    this.#interrupt();
    const words = turns.at(-1)?.parts[0]?.text ?? '';
    if (!words.startsWith('Say exactly')) this.#known.push(words);
    const exact = words.startsWith('Say exactly') ? words.split('\n').at(1) : undefined;
    this.#answer(words, exact);
  }

  #results(body: Message): void {
    for (const { id, response } of body['functionResponses'] as { id: string; response: Message }[]) {
      if (!this.#calls.delete(id)) this.#refuse(`no call ${id}`);
      if (this.#calls.size === 0) this.#answer(`output ${JSON.stringify(response)}`);
    }
  }

  #answer(words: string, exact?: string): void {
    const reply = exact ?? this.#script.reply?.(words) ?? `You said: ${words}.`;
    const thoughts = this.#thinks ? (this.#script.thoughts?.(words) ?? []) : [];
    const thoughtMs = this.#script.thoughtMs ?? 1;
    for (const [index, text] of thoughts.entries())
      this.#later(() => {
        const parts = [{ text, thought: true }];
        this.#wire.send({ serverContent: { modelTurn: { parts }, interactionStatus: 'IN_PROGRESS' } });
      }, index * thoughtMs);
    const answer = () => (reply.startsWith('!') ? this.#call(reply) : this.#speakParts(reply.split('|')));
    this.#later(answer, (this.#script.replyDelayMs ?? 5) + thoughts.length * thoughtMs);
  }

  /** Models that go on thinking say something on the way, and complete it before the rest comes. */
  #speakParts([part = '', ...further]: readonly string[]): void {
    this.#speak(part, () => {
      if (further.length > 0) this.#later(() => this.#speakParts(further), 5);
      else if (this.#thinks) this.#wire.send({ serverContent: { interactionStatus: 'IDLE' } });
    });
  }

  #call(call: string): void {
    const [, name = '', args = '{}'] = /^!(\S+)\s*(.*)$/s.exec(call) ?? [];
    this.#ids += 1;
    const id = `function-call-${this.#ids}`;
    this.#calls.add(id);
    this.#running = [];
    this.#wire.send({ toolCall: { functionCalls: [{ id, name, args: JSON.parse(args || '{}') }] } });
  }

  #speak(reply: string, spoken: () => void): void {
    const words = reply.match(/\S+\s*/g) ?? [];
    const lead = Buffer.alloc(Math.round(((this.#script.leadMs ?? 0) * OUTPUT_RATE_HZ) / 1000) * 2);
    const step = (index: number) => {
      const word = words[index];
      if (word === undefined) {
        this.#running = [];
        this.#wire.send({ serverContent: { generationComplete: true } });
        this.#wire.send({
          serverContent: { turnComplete: true },
          usageMetadata: {
            promptTokenCount: 20,
            responseTokenCount: 10,
            totalTokenCount: 30,
            responseTokensDetails: [{ modality: 'AUDIO', tokenCount: 10 }],
          },
        });
        this.#tellHandle();
        spoken();
        return;
      }
      const pcm = spokenPcm(1, this.#script.wordMs ?? 100, OUTPUT_RATE_HZ);
      const data = (index === 0 ? Buffer.concat([lead, pcm]) : pcm).toString('base64');
      this.#wire.send({ serverContent: { modelTurn: { parts: [{ inlineData: { data, mimeType: 'audio/pcm;rate=24000' } }] } } });
      this.#wire.send({ serverContent: { outputTranscription: { text: word } } });
      this.#later(() => step(index + 1), 1);
    };
    step(0);
  }

  #later(run: () => void, ms: number): void {
    this.#running.push(setTimeout(run, ms));
  }
}
