import type { AudioFrame } from '../../electron/ipc/audio-frame.ts';
import type { EngineFailure } from '../../electron/lifetime/engine-failure.ts';

export { EngineFailure } from '../../electron/lifetime/engine-failure.ts';

/**
 * The engine contract: what answers the user, hosted or on this computer. The session knows only this file.
 * Calls ask for things and return at once; events tell what happened, in order. Ids of items and responses are made by
 * the engine and unique within a connection.
 */
export interface RealtimeModel {
  /** Shown on the engine badge: 'on-device' or the host's name. */
  readonly id: string;
  readonly label: string;
  readonly capabilities: EngineCapabilities;
  /** Opens a connection; resolves when a first turn could begin. Rejects with an {@link EngineFailure}. */
  connect(setup: EngineSetup, signal: AbortSignal): Promise<RealtimeConnection>;
}

export interface RealtimeConnection {
  /** Every event of the connection, in order. Returns its own undoing. A listener that throws is a bug: it is not caught. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Adds one frame to the user's running utterance. */
  appendAudio(frame: AudioFrame): void;
  /**
   * The user fell silent and the utterance may be over: the engine may work ahead. Nothing of that work may be heard,
   * shown or cause effects before `commit`, but its words as a guess; more audio throws it away. Engines that cannot work
   * ahead ignore it.
   */
  anticipate(): void;
  /** The utterance is complete: a `user-transcript` with `final: true` follows, even if it is empty. */
  commit(): void;
  /**
   * The utterance that begins now goes on where the last committed one was cut off: both are answered as one. Engines whose
   * model sees both in its history need not do anything.
   */
  continueTurn?(): void;
  /** Forgets the running utterance; nothing of it is answered or remembered. */
  discard(): void;
  /** Asks for a reply to everything appended or committed so far. At most one response runs at a time. */
  respond(): void;
  /** Ends the running response; its `response-ended` says `cancelled` and no audio of it follows. */
  cancel(): void;
  /** Tells how much of a reply item was really heard, so that the engine's history holds no more than that. */
  truncate(itemId: string, heardMs: number, heardText: string): void;
  appendItem(item: ConversationItem): void;
  /** Replaces persona, facts and tools from the next response on; history is kept. */
  update(setup: EngineSetup): void;
  close(): Promise<void>;
}

export interface EngineCapabilities {
  readonly runsOn: 'this-computer' | 'host';
  /** Understands `commit` and `respond`; otherwise the server decides when a turn ends. */
  readonly manualTurns: boolean;
  readonly anticipation: boolean;
  readonly truncation: boolean;
  readonly textInput: boolean;
  /** Partial transcripts while the user speaks. */
  readonly partialTranscripts: boolean;
  /** Reply words arrive with their time inside the reply's audio; without it their times are estimates. */
  readonly wordTimes: boolean;
  /** What follows is absent where an engine has no such thing. */
  /**
   * It thinks before it answers. True: it can be asked to think longer; otherwise, how hard it can be asked to think. May
   * become known only after a reply.
   */
  readonly thinks?: boolean | ThinkingEfforts;
  readonly images?: boolean;
  /** Takes names to listen for. */
  readonly keyterms?: boolean;
  /** Takes a map of how names are said; without it they are respelled in the instructions. */
  readonly pronunciationMap?: boolean;
  /** Work the host does by itself, in the middle of a reply. */
  readonly nativeTools?: readonly NativeTool[];
  /** What a new connection knows of the old one: what the host kept under a handle, or the history it is given. */
  readonly resumption?: 'handle' | 'history';
  /** After this long the host ends the connection; null = no such limit is known. */
  readonly sessionCapMs?: number | null;
}

export type NativeTool = 'web-search' | 'x-search';

/** How hard a model thinks before it answers, the least first. */
export type ThinkingEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

export interface ThinkingEfforts {
  /** At least two, the least first. */
  readonly efforts: readonly ThinkingEffort[];
  /** As it thinks when it is not asked. */
  readonly usual: ThinkingEffort;
}

export interface EngineSetup {
  readonly persona: EnginePersona;
  /** Short sentences about the user, ready to be put into a prompt ("The user's name is Igor."). */
  readonly facts: readonly string[];
  /** How names are written, heard and said, the most important first; each engine compiles them for its ears and mouth. */
  readonly names: readonly EngineName[];
  readonly tools: readonly ToolDefinition[];
  /** What the screen shows just now and what is done with it, in lower case: it is soon said. Left out = nothing is shown. */
  readonly shown?: () => readonly string[];
  /** The utterance, then its parts that may be the request in it; for minds that read what words mean. Left out = it has none. */
  readonly partsOf?: (utterance: string) => readonly SaidPart[];
  /** Earlier turns of this conversation, oldest first: what was heard, not what was meant. */
  readonly history: readonly HistoryTurn[];
  /** Go on with the conversation that the host kept under this handle; if it did not, `history` is what there is. */
  readonly resumeHandle?: string;
  /** The user lets it take its time, where it can only be asked to think longer. */
  readonly thinkHarder?: boolean;
  /** One of the efforts it can be asked for; left out = as usual. */
  readonly effort?: ThinkingEffort;
}

/** Words that may ask for something by themselves. */
export interface SaidPart {
  readonly words: string;
  /** The same with whatever is shown on the screen called alike ("this one"), as a choice of skills learnt it. */
  readonly plain: string;
}

/** One name card as engines see it. */
export interface EngineName {
  readonly written: string;
  /** What recognisers wrote instead, learned from corrections. */
  readonly heardAs: readonly string[];
  /** Plain respelling: "EE-gor". */
  readonly respelling: string | null;
  readonly ipa: string | null;
}

export interface EnginePersona {
  readonly id: string;
  readonly name: string;
  /** One sentence: "Nova is a warm, cheerful voice assistant." */
  readonly character: string;
  /** Said when neither a skill nor the engine can know: plain, in its own manner, names the way to a better model. */
  readonly refusal: string;
  /** What it answers to plain courtesies; without them its model does. */
  readonly courtesies?: PersonaCourtesies;
  /** It speaks no longer than this many sentences of its own; skills say what they must. */
  readonly mostSentences?: number;
  /** For engines that follow instructions; the embedded model was tuned on the character alone. */
  readonly manner?: PersonaManner;
  /** BCP 47. */
  readonly language?: string;
  /** Dialect of a hosted engine -> its name of a voice. */
  readonly hostedVoices?: Readonly<Record<string, string>>;
  readonly voice: PersonaVoice;
}

/** Answers in its own words, in the order in which they are used. */
export interface PersonaCourtesies {
  readonly hello?: readonly string[] | undefined;
  readonly howAreYou?: readonly string[] | undefined;
  readonly thanks?: readonly string[] | undefined;
  readonly goodbye?: readonly string[] | undefined;
  readonly goodNight?: readonly string[] | undefined;
  /** How it takes good news, and bad, before it says more: "Splendid." */
  readonly glad?: readonly string[] | undefined;
  readonly sad?: readonly string[] | undefined;
}

/** What tells a persona from others besides its words, each a sentence about it. */
export interface PersonaManner {
  /** What it pays attention to. */
  readonly notices: string;
  /** How it ends a turn. */
  readonly ending: string;
}

/** How a persona sounds on a local voice. Hosted engines map `voiceId` to one of theirs. */
export interface PersonaVoice {
  readonly voiceId: string;
  /** 1 = the voice's own pace; 1.2 = a fifth faster. Safe range 0.65-1.5. */
  readonly rate: number;
  /** 1 = the voice's own pitch; 0.85 deeper, 1.15 higher. Safe range 0.7-1.4. */
  readonly pitch: number;
  /** 1 = the voice's own formants; smaller sounds like a larger person. Left out, they move with the pitch. */
  readonly formant?: number;
}

export interface HistoryTurn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** A skill as engines see it; compiled from one definition in `electron/conversation/skills`. */
export interface ToolDefinition {
  /** `timer.set`: noun, dot, verb. */
  readonly name: string;
  readonly description: string;
  /** JSON schema of the arguments object. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** 'writes' may be called only after the turn is committed. */
  readonly effect: 'none' | 'writes';
  /** Reads the user's words without a language model; for engines that cannot call tools by themselves. */
  readonly match: (utterance: string) => PhraseMatch | null;
  /** The same for a request that is a part of what was said; asked only when no tool's `match` knew the words. */
  readonly matchWithin?: (utterance: string) => PhraseMatch | null;
  /** The same where a recogniser may have written one word for another; asked only when no tool's `match` knew the words. */
  readonly matchMisheard?: (utterance: string) => PhraseMatch | null;
  /**
   * Its arguments in words that ask for it by their meaning, not by any phrase; null when what it needs was not said, or it is
   * never called so.
   */
  readonly readMeant?: (meant: MeantRequest) => PhraseMatch['arguments'] | null;
  /**
   * What it would say to these words, without doing anything: the voice may make it ahead. Only where there is no effect;
   * what is really said comes with the tool's result.
   */
  readonly preview?: (args: PhraseMatch['arguments'], utterance: string) => Promise<string | null>;
  /** Whether what the arguments name is there now: if not, the words were perhaps misheard. Left out = always. */
  readonly finds?: (args: PhraseMatch['arguments']) => boolean;
  /** Whether its words can be meant as things are; left out = always. */
  readonly isMeantNow?: () => boolean;
  /** Whether a word was said that its family of tools turns on; a small model's call is taken for a slip otherwise. Left out = always. */
  readonly isSpokenOf?: (utterance: string) => boolean;
  /** Whether it speaks of danger, sure or doubtful: words that were hardly heard must not ask for it. Left out = no. */
  readonly isOfDanger?: boolean;
  /** What it is called with where the meaning of words alone tells of a danger of this kind; of tools of danger. */
  readonly suspected?: (kind: string) => PhraseMatch['arguments'];
  /** A small model never calls it, whatever it reads into the words: only `match` does. */
  readonly byPhraseOnly?: boolean;
}

/** Words that ask for a tool by their meaning. */
export interface MeantRequest {
  readonly utterance: string;
  /** They can hardly mean anything else. */
  readonly isSure: boolean;
  /** Which of the tool's kinds it most likely is, where the model tells them apart: `minus` of a sum. */
  readonly kind?: string | undefined;
  /** Words of it that the tool may need, as a model of meaning marks them; from the left. */
  readonly spans: readonly SaidSpan[];
}

/** A stretch of an utterance: something new that is named, or the name or the columns of something that is to be made. */
export interface SaidSpan {
  readonly role: 'thing' | 'name' | 'columns';
  /** As it was written. */
  readonly text: string;
  readonly chance: number;
}

/** One reading of an utterance by phrases: higher scores win, 1 = every word accounted for, 2 = an emergency. */
export interface PhraseMatch {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly score: number;
  /** The words may as well mean nothing of it: whoever can tell is asked. */
  readonly isDoubtful?: boolean;
}

export type ConversationItem =
  | { readonly kind: 'user-text'; readonly text: string }
  /** The next response says exactly this: code answered, no model is asked. */
  | { readonly kind: 'words-to-say'; readonly sentence: string }
  /** `output` is data for a model; `sentence` is what may be spoken as it stands. */
  | { readonly kind: 'tool-result'; readonly callId: string; readonly output: string; readonly sentence: string };

export type ResponseEnd = 'completed' | 'cancelled' | 'failed' | 'called-tools';

export type EngineEvent =
  /**
   * `stableText` will not change any more; `text` is the whole guess (it starts with `stableText` when not final).
   * `heardText`: the words before a name in them was put right; null when nothing was.
   * `whole`: the guess covers everything said until the user last fell silent; without text: there were no words in it.
   * `speechLikeness`: by its sound, 0..1, that it is words and no laugh, cough or hum; absent where nobody can tell.
   */
  | {
      readonly type: 'user-transcript';
      readonly itemId: string;
      readonly text: string;
      readonly heardText: string | null;
      readonly stableText: string;
      readonly final: boolean;
      readonly whole?: boolean;
      readonly speechLikeness?: number | null;
    }
  | { readonly type: 'response-started'; readonly responseId: string }
  /** The first word of the reply exists (as text). */
  | { readonly type: 'first-token'; readonly responseId: string }
  /** Mono Float32 at SPEAKING_SAMPLE_RATE_HZ; consecutive events of one item join without a gap. */
  | { readonly type: 'reply-audio'; readonly responseId: string; readonly itemId: string; readonly samples: Float32Array }
  /** Words of the reply, with their times on the item's own audio; they join to the full text, spaces included. */
  | { readonly type: 'reply-words'; readonly responseId: string; readonly itemId: string; readonly words: readonly TimedWord[] }
  | {
      readonly type: 'tool-called';
      readonly responseId: string;
      readonly callId: string;
      readonly name: string;
      readonly arguments: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'response-ended'; readonly responseId: string; readonly end: ResponseEnd }
  /** What the model thinks on the way to its reply: shown on request, never spoken. */
  | { readonly type: 'thinking'; readonly responseId: string; readonly text: string }
  | {
      readonly type: 'usage';
      /** Empty when it belongs to no single response. */
      readonly responseId: string;
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly detail?: UsageDetail;
    }
  /** So many milliseconds from now the host ends this connection, or another one is needed for what it was told last. */
  | { readonly type: 'going-away'; readonly deadlineMs: number }
  /**
   * The newest handle under which the host keeps this conversation: as it was when the handle was told (the default), or
   * with everything that came to the host after it.
   */
  | { readonly type: 'resume-handle'; readonly handle: string; readonly holds?: 'until-then' | 'everything' }
  | { readonly type: 'failed'; readonly failure: EngineFailure }
  /**
   * The connection is over, and nothing follows. A committed utterance without a final transcript, and a response without
   * an end, were lost with it: put them to a new connection.
   */
  | { readonly type: 'disconnected'; readonly failure: EngineFailure };

/** Parts of a usage that have prices of their own. Tokens unless the name says otherwise. */
export interface UsageDetail {
  readonly textIn?: number;
  readonly audioIn?: number;
  readonly imageIn?: number;
  /** Already counted in the other inputs, at a lower price. */
  readonly cachedTextIn?: number;
  readonly cachedAudioIn?: number;
  readonly textOut?: number;
  readonly audioOut?: number;
  readonly thinkingOut?: number;
  /** Seconds of open session since the last usage, where time is what costs. */
  readonly sessionSeconds?: number;
  /** Seconds of speech written down by a recogniser that is priced by itself. */
  readonly transcribedSeconds?: number;
}

/** Text as it should be shown, with trailing space or punctuation, and where it sounds inside its item. */
export interface TimedWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}
