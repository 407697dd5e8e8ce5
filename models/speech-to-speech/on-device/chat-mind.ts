import type { ChatCall, ChatMessage, ChatModel } from '../../language/chat-model.ts';
import type { ConversationItem, EngineSetup } from '../realtime-model.ts';
import { clausesOf } from './clauses.ts';
import type { AskedTalk, Mind } from './mind.ts';
import type { Role } from './role.ts';

/** Earlier turns than these are left out: a request must stay quick. */
const TURNS_KEPT = 30;
/** What is written for the eye and must not be spoken. */
const MARKUP = /[*_`#~|<>]|\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu;

/** Calls that the model made in one go, and what came of them. */
interface Exchange {
  readonly text: string;
  readonly calls: readonly ChatCall[];
  readonly outputs: Map<string, string>;
}

/** A larger model elsewhere: it knows things, chooses skills by itself and puts their results in words. */
export class ChatMind implements Mind {
  /** Where every word of the user's is accounted for, the skill is called at once, on any engine. */
  readonly surePhrase = 1;
  readonly #model: Role<ChatModel>;
  #exchanges: readonly Exchange[] = [];
  #ids = 0;

  constructor(model: Role<ChatModel>) {
    this.#model = model;
  }

  get awaitsResults(): boolean {
    return this.hasResults && this.#exchanges.some(({ calls, outputs }) => outputs.size > 0 && outputs.size < calls.length);
  }

  get hasResults(): boolean {
    return this.#exchanges.some(({ outputs }) => outputs.size > 0);
  }

  async *talk({ setup, turns, run }: AskedTalk): AsyncGenerator<string> {
    const model = await this.#model.get();
    const calls: ChatCall[] = [];
    let text = '';
    const messages = [...conversation(setup, turns.slice(-TURNS_KEPT)), ...this.#exchanges.flatMap(exchangeMessages)];
    const request = { messages, functions: setup.tools, signal: run.signal, thinkHarder: setup.thinkHarder === true };
    const texts = async function* () {
      for await (const piece of model.reply(request)) {
        if (piece.kind === 'usage') run.used(piece.inputTokens, piece.outputTokens);
        if (piece.kind === 'thought') run.think(piece.text);
        if (piece.kind === 'call') calls.push(piece.call);
        if (piece.kind !== 'text') continue;
        text += piece.text;
        yield piece.text.replaceAll(MARKUP, '').replaceAll(/\n+/g, ' ');
      }
    };
    yield* clausesOf(texts());
    if (calls.length > 0 && !run.signal.aborted) this.#called(text, calls, run);
  }

  prepare(): void {}

  takeResult({ callId, output }: Extract<ConversationItem, { kind: 'tool-result' }>): boolean {
    const exchange = this.#exchanges.find(({ calls }) => calls.some((call) => call.callId === callId));
    exchange?.outputs.set(callId, output);
    return exchange !== undefined;
  }

  newTurn(): void {
    this.#exchanges = [];
  }

  close(): void {
    this.#exchanges = [];
  }

  /** The server's ids are its own business, and not always unique. */
  #called(text: string, calls: readonly ChatCall[], run: AskedTalk['run']): void {
    const named = calls.map((call) => {
      this.#ids += 1;
      return { ...call, callId: `chat-${this.#ids}` };
    });
    this.#exchanges = [...this.#exchanges, { text, calls: named, outputs: new Map() }];
    for (const call of named) run.call(call);
  }
}

function conversation(setup: EngineSetup, turns: AskedTalk['turns']): ChatMessage[] {
  const said: ChatMessage[] = turns.map(({ role, text }) => ({ role, text }));
  // Some servers refuse a conversation in which nobody asked anything.
  if (said.at(-1)?.role !== 'user') said.push({ role: 'user', text: 'Hello.' });
  return [{ role: 'system', text: instructions(setup) }, ...said];
}

function exchangeMessages({ text, calls, outputs }: Exchange): ChatMessage[] {
  if (outputs.size === 0) return [];
  const results = calls.map(({ callId }) => ({ role: 'result' as const, callId, output: outputs.get(callId) ?? '' }));
  return [{ role: 'calls', text, calls }, ...results];
}

function instructions({ persona, facts, tools }: EngineSetup): string {
  const length = persona.mostSentences === undefined ? 'a few short sentences' : `at most ${persona.mostSentences} short sentences`;
  return [
    persona.character,
    `Your name is ${persona.name}. What you write is spoken aloud: answer in ${length}, in plain words, without lists, links or formatting.`,
    ...(tools.length === 0
      ? []
      : ['Use a function whenever one fits; never say that you did something unless a function did it, and tell its result as it is.']),
    ...(facts.length === 0 ? [] : [`What you know about the user: ${facts.join(' ')}`]),
    'If you do not know something, say so.',
  ].join('\n');
}
