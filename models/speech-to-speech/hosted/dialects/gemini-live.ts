import type {
  LiveClientMessage,
  LiveClientSetup,
  LiveServerContent,
  LiveServerMessage,
  ThinkingConfig,
  UsageMetadata,
} from '@google/genai';
import { hostedNames } from '../../../names/hosted-names.ts';
import type { ConversationItem, EngineSetup, ThinkingEfforts, UsageDetail } from '../../realtime-model.ts';
import type { Codec, CodecTraits, TurnMode, WireEvent, WireMessage, WireRequest, WireTarget } from './codec.ts';
import { instructions, sayExactly } from './instructions.ts';
import { bytes, count, type Json, record, records, text } from './read-json.ts';
import { askedEffort } from './thinking-models.ts';
import { ToolNames, toolOutput, wireToolName } from './tool-names.ts';
import { without } from './without-fields.ts';

type Untrusted<T> = { readonly [K in keyof T]?: unknown };
type Content = NonNullable<NonNullable<LiveClientMessage['clientContent']>['turns']>[number];
/** The setup is a plain object on the wire; enumerations of the package are its strings. */
type Setup = { readonly [K in keyof LiveClientSetup]?: unknown };
type Wire = { readonly [K in keyof LiveClientMessage]?: unknown };

/** Long before the context is full, the oldest turns make room. */
const COMPRESSION = { triggerTokens: '100000', slidingWindow: { targetTokens: '50000' } };

/** Models that go on thinking while they speak wait for no tool. */
const NON_BLOCKING_MODELS = /extended-thinking/;

/** Gemini Live: one setup, then activity signals; messages have no type, items no ids, turns no names. */
export class GeminiLiveCodec implements Codec {
  readonly dialect = 'gemini-live';
  readonly traits: CodecTraits = {
    wordsEnd: 'by-quiet',
    replyEnds: 'by-event',
    waitsForReady: true,
    alwaysStreams: false,
    interruptsByItself: true,
    effortIsFixed: true,
  };
  readonly #target: WireTarget;
  readonly #tools = new ToolNames();
  readonly #callNames = new Map<string, string>();
  /** Typed words wait for the moment in which they are to be answered: sending them starts the reply. */
  #unsent: Content[] = [];
  #instructions = '';
  #responses = 0;
  #inResponse = false;
  /** The server will still tell the end of a turn that was interrupted. */
  #interrupted = false;
  /** It said that more will come of this turn, however many of its parts are complete. */
  #goesOn = false;

  constructor(target: WireTarget) {
    this.#target = target;
  }

  request(): WireRequest {
    const url = new URL(this.#target.url);
    // The documented place of the key is the address: it is shown and logged nowhere.
    if (this.#target.key !== null) url.searchParams.set('key', this.#target.key);
    return { url, headers: {} };
  }

  greet(setup: EngineSetup, _turns: TurnMode): readonly WireMessage[] {
    const { profile, model, voice, language, resumeHandle, thinking } = this.#target;
    const { keyterms } = hostedNames(setup.names);
    this.#tools.learn(setup.tools);
    this.#instructions = instructions(setup, true);
    const declarations = setup.tools.map(({ name, description, parameters }) => ({
      name: wireToolName(name),
      description,
      parametersJsonSchema: parameters,
      behavior: NON_BLOCKING_MODELS.test(model ?? '') ? 'NON_BLOCKING' : 'BLOCKING',
    }));
    const native = profile.abilities.nativeTools.includes('web-search') ? [{ googleSearch: {} }] : [];
    const speech = {
      ...(voice === null ? {} : { voiceConfig: { prebuiltVoiceConfig: { voiceName: voice } } }),
      ...(language === null ? {} : { languageCode: language }),
    };
    const object: Setup = {
      ...(model === null ? {} : { model: model.startsWith('models/') ? model : `models/${model}` }),
      generationConfig: {
        responseModalities: ['AUDIO'],
        speechConfig: speech,
        ...(thinking === null ? {} : { thinkingConfig: thinkingConfig(setup, thinking) }),
      },
      systemInstruction: { parts: [{ text: this.#instructions }] },
      tools: [...(declarations.length === 0 ? [] : [{ functionDeclarations: declarations }]), ...native],
      realtimeInputConfig: {
        automaticActivityDetection: { disabled: true },
        activityHandling: 'START_OF_ACTIVITY_INTERRUPTS',
        turnCoverage: 'TURN_INCLUDES_ONLY_ACTIVITY',
      },
      inputAudioTranscription: {
        ...(language === null ? {} : { languageCodes: [language] }),
        ...(keyterms.length === 0 || profile.abilities.names !== 'keywords' ? {} : { customVocabulary: keyterms }),
      },
      outputAudioTranscription: {},
      sessionResumption: resumeHandle === null ? {} : { handle: resumeHandle },
      contextWindowCompression: COMPRESSION,
      ...(setup.history.length === 0 || resumeHandle !== null ? {} : { historyConfig: { initialHistoryInClientContent: true } }),
    };
    return [{ setup: without(object, profile.abilities.omitFields) } satisfies Wire];
  }

  /** The first content is history and starts no reply. */
  settleIn(setup: EngineSetup): readonly WireMessage[] {
    if (setup.history.length === 0) return [];
    const turns = setup.history.map(
      ({ role, text: words }): Content => ({ role: role === 'user' ? 'user' : 'model', parts: [{ text: words }] }),
    );
    return [{ clientContent: { turns, turnComplete: true } } satisfies Wire];
  }

  probe(): readonly WireMessage[] {
    return [];
  }

  update(setup: EngineSetup): readonly WireMessage[] {
    this.#tools.learn(setup.tools);
    this.#instructions = instructions(setup, true);
    return [{ contextUpdate: { systemInstruction: { parts: [{ text: this.#instructions }] } } } satisfies Wire];
  }

  begin(): readonly WireMessage[] {
    return [{ realtimeInput: { activityStart: {} } } satisfies Wire];
  }

  audio(pcm16: Buffer): WireMessage {
    const mimeType = `audio/pcm;rate=${this.#target.profile.inputRateHz}`;
    return { realtimeInput: { audio: { data: pcm16.toString('base64'), mimeType } } } satisfies Wire;
  }

  commit(): readonly WireMessage[] {
    return [{ realtimeInput: { activityEnd: {} } } satisfies Wire];
  }

  /** There is no way to take it back: the activity ends, and whatever is answered to it is dropped. */
  discard(): readonly WireMessage[] {
    return this.commit();
  }

  respond(): readonly WireMessage[] {
    const turns = this.#unsent;
    this.#unsent = [];
    return turns.length === 0 ? [] : [{ clientContent: { turns, turnComplete: true } } satisfies Wire];
  }

  say(sentence: string): readonly WireMessage[] {
    this.#unsent.push({ role: 'user', parts: [{ text: sayExactly(sentence) }] });
    return this.respond();
  }

  cancel(): readonly WireMessage[] {
    return [];
  }

  truncate(): readonly WireMessage[] {
    return [];
  }

  remove(): readonly WireMessage[] {
    return [];
  }

  add(item: Exclude<ConversationItem, { kind: 'words-to-say' }>): readonly WireMessage[] {
    if (item.kind === 'user-text') {
      this.#unsent.push({ role: 'user', parts: [{ text: item.text }] });
      return [];
    }
    const { callId, output, sentence } = item;
    const response = record(JSON.parse(toolOutput(output, sentence)));
    const functionResponses = [{ id: callId, name: this.#callNames.get(callId) ?? '', response }];
    return [{ toolResponse: { functionResponses } } satisfies Wire];
  }

  goodbye(): readonly WireMessage[] {
    return [];
  }

  replyIsOver(): void {}

  decode(message: Json): readonly WireEvent[] {
    const { setupComplete, serverContent, toolCall, toolCallCancellation, usageMetadata, goAway, sessionResumptionUpdate } =
      message as Untrusted<LiveServerMessage>;
    const events: WireEvent[] = [];
    if (setupComplete !== undefined) events.push({ type: 'ready', expiresAtS: null });
    if (serverContent !== undefined) events.push(...this.#content(record(serverContent)));
    if (toolCall !== undefined) events.push(...this.#calls(records(record(toolCall)['functionCalls'])));
    if (toolCallCancellation !== undefined)
      events.push({ type: 'tools-cancelled', callIds: (record(toolCallCancellation)['ids'] as unknown[] | undefined)?.map(text) ?? [] });
    if (usageMetadata !== undefined) events.push(usageOf(record(usageMetadata)));
    if (goAway !== undefined) events.push({ type: 'going-away', inMs: durationMs(text(record(goAway)['timeLeft'])) });
    const { newHandle, resumable } = record(sessionResumptionUpdate);
    if (resumable === true && text(newHandle) !== '') events.push({ type: 'resume-handle', handle: text(newHandle), holds: 'until-then' });
    return events.length === 0 && sessionResumptionUpdate === undefined
      ? [{ type: 'unknown', name: Object.keys(message).join(' ').slice(0, 80) }]
      : events;
  }

  #content(content: Untrusted<LiveServerContent>): readonly WireEvent[] {
    const events: WireEvent[] = [];
    const { inputTranscription, outputTranscription, modelTurn, interrupted } = content;
    const { turnComplete, generationComplete, turnCompleteReason, interactionStatus } = content;
    if (this.#target.thinking !== null && interactionStatus !== undefined) this.#goesOn = interactionStatus === 'IN_PROGRESS';
    const isComplete = generationComplete === true || turnComplete === true || interactionStatus === 'IDLE';
    const heard = record(inputTranscription);
    if (text(heard['text']) !== '' || heard['finished'] === true)
      events.push({ type: 'user-words', itemId: null, text: text(heard['text']), how: 'append', final: heard['finished'] === true });
    for (const part of records(record(modelTurn)['parts'])) events.push(...this.#part(part));
    const said = text(record(outputTranscription)['text']);
    if (said !== '') {
      events.push(...this.#begin());
      events.push({ type: 'reply-text', responseId: this.#id, itemId: this.#id, text: said });
    }
    if (interrupted === true) events.push(...this.#end('cancelled'));
    // All of it is here; the end of the turn may be held back until it was played.
    else if (isComplete && !this.#goesOn) events.push(...this.#finish(text(turnCompleteReason)));
    return events;
  }

  #part(part: Json): readonly WireEvent[] {
    const pcm16 = bytes(record(part['inlineData'])['data']);
    const words = text(part['text']);
    if (pcm16.length === 0 && words === '') return [];
    const begun = this.#begin();
    if (part['thought'] === true) return [...begun, { type: 'thinking', responseId: this.#id, text: words }];
    if (pcm16.length > 0) return [...begun, { type: 'reply-audio', responseId: this.#id, itemId: this.#id, pcm16 }];
    return [...begun, { type: 'reply-text', responseId: this.#id, itemId: this.#id, text: words }];
  }

  #calls(calls: readonly Json[]): readonly WireEvent[] {
    if (calls.length === 0) return [];
    const events = [...this.#begin()];
    for (const { id, name, args } of calls) {
      this.#callNames.set(text(id), text(name));
      events.push({
        type: 'tool-called',
        responseId: this.#id,
        callId: text(id),
        name: this.#tools.ours(text(name)),
        arguments: record(args),
      });
    }
    // What follows the results is told as a response of its own.
    return [...events, ...this.#end('called-tools')];
  }

  #begin(): readonly WireEvent[] {
    if (this.#inResponse) return [];
    this.#inResponse = true;
    this.#interrupted = false;
    this.#responses += 1;
    return [{ type: 'reply-started', responseId: this.#id }];
  }

  #finish(reason: string): readonly WireEvent[] {
    if (this.#interrupted) return [];
    return this.#end(/BLOCKED|PROHIBITED|MALFORMED|REJECTED/.test(reason) ? 'failed' : 'completed');
  }

  #end(end: 'completed' | 'cancelled' | 'failed' | 'called-tools'): readonly WireEvent[] {
    this.#interrupted = end === 'cancelled';
    this.#goesOn = false;
    if (!this.#inResponse) return [];
    this.#inResponse = false;
    return [{ type: 'reply-ended', responseId: this.#id, end, problem: null }];
  }

  get #id(): string {
    return `turn-${this.#responses}`;
  }
}

/** Models that can leave thinking out take a number of tokens (-1 = as many as they see fit), the others a level. */
function thinkingConfig(setup: EngineSetup, thinking: ThinkingEfforts): { readonly [K in keyof ThinkingConfig]: unknown } {
  const effort = askedEffort(setup, thinking) ?? thinking.usual;
  if (thinking.efforts.includes('none')) return { thinkingBudget: effort === 'none' ? 0 : -1, includeThoughts: effort !== 'none' };
  return { thinkingLevel: effort.toUpperCase(), includeThoughts: true };
}

/** "50s" or "1.5s". */
function durationMs(duration: string): number {
  const seconds = Number.parseFloat(duration);
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

function usageOf(usage: Untrusted<UsageMetadata>): WireEvent {
  const of = (details: unknown, modality: string) =>
    records(details)
      .filter((detail) => text(detail['modality']) === modality)
      .reduce((sum, detail) => sum + count(detail['tokenCount']), 0);
  const { promptTokensDetails, responseTokensDetails, cacheTokensDetails, thoughtsTokenCount } = usage;
  const detail: UsageDetail = {
    textIn: of(promptTokensDetails, 'TEXT'),
    audioIn: of(promptTokensDetails, 'AUDIO'),
    imageIn: of(promptTokensDetails, 'IMAGE'),
    cachedTextIn: of(cacheTokensDetails, 'TEXT'),
    cachedAudioIn: of(cacheTokensDetails, 'AUDIO'),
    textOut: of(responseTokensDetails, 'TEXT'),
    audioOut: of(responseTokensDetails, 'AUDIO'),
    thinkingOut: count(thoughtsTokenCount),
  };
  return {
    type: 'usage',
    responseId: null,
    inputTokens: count(usage.promptTokenCount),
    outputTokens: count(usage.responseTokenCount),
    detail,
  };
}
