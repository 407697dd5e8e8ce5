import type { z } from 'zod';
import type { Canvas, CanvasColumn, CanvasKind, CanvasOperation, CanvasReference, CanvasRow } from '../../ipc/canvas-schema.ts';
import type { Menu } from '../../ipc/menu-schema.ts';
import type { PhraseScore } from './phrase-matcher.ts';

/**
 * One ability of the assistant, defined once and served to every kind of engine: as a tool call (hosted), as a grammar
 * (larger local models), by phrases (the embedded model). What an assistant must never get wrong is a skill.
 */
export interface Skill<Parameters extends z.ZodType = z.ZodType> {
  /** `timer.set`: noun, dot, verb. */
  readonly name: string;
  /** For engines that choose by themselves: when to use it, in one sentence. */
  readonly description: string;
  readonly parameters: Parameters;
  /** How one may ask for it, as a whole sentence; help and the README tell it. */
  readonly example?: string;
  /**
   * How people ask for it: `set a timer for {duration}`. `(a|b)` alternatives, `[x]` optional, `{slot}` or
   * `{slot:kind}` a parameter read by the slot kind of that name (`slot-kinds.ts`), `{_:kind}` words to pass over. Lower case, no punctuation,
   * contractions opened: "what is", "do not".
   */
  readonly phrases: readonly string[];
  /** Recognises what no list of phrases can; asked before the phrases. Scores above 1 go before every phrase match. */
  readonly recognise?: (utterance: string, surroundings: Surroundings) => PhraseScore | null;
  /** The same where nothing was understood as a whole: reads the request in what says more than it. Asked before the phrases are looked for in parts. */
  readonly recogniseWithin?: (utterance: string, surroundings: Surroundings) => PhraseScore | null;
  /** Whether its words can be meant now ("add milk" needs a list to be open); left out = always. */
  readonly when?: (surroundings: Surroundings) => boolean;
  /** Whether what its arguments name is there now: if not, the words were perhaps misheard. Left out = always. */
  readonly finds?: (parameters: Readonly<Record<string, unknown>>, surroundings: Surroundings) => boolean;
  /** Not for engines on a host: it keeps a small model from inventing what a large one may know or look up. */
  readonly onlyOnThisComputer?: boolean;
  /** Whether it speaks of danger, be it no more than a doubt: words that were hardly heard must not ask for it. Left out = no. */
  readonly isOfDanger?: boolean;
  /** What it is called with where the meaning of words alone tells of a danger of this kind. */
  readonly suspected?: (kind: string) => Readonly<Record<string, unknown>>;
  /** 'writes' runs only after the turn is committed; 'none' may run early and be thrown away. */
  readonly effect: 'none' | 'writes';
  /** Does it. Expected failures are sentences too ("I have no timer running."), never exceptions. */
  run(parameters: z.output<Parameters>, context: SkillContext): SkillResult | Promise<SkillResult>;
}

/** What the meaning of words depends on besides the words. */
export interface Surroundings {
  /** Whether memory can answer a question now: a question that nobody else understands may be about what the user once told. */
  knows(question: string): boolean;
  /** What is shown; null when nothing is. */
  canvas(): Canvas | null;
  /** What it was before each change that can be taken back, newest first; left out = nothing is known of that. */
  earlier?(): readonly Canvas[];
  /** What can be ordered, where somebody takes orders now; else null. */
  menu(): Menu | null;
}

/** Lets `run` know the type of its parameters while lists hold skills of every kind. */
export function defineSkill<Parameters extends z.ZodType>(skill: Skill<Parameters>): Skill {
  return skill;
}

export interface SkillResult {
  /** What is said aloud, complete as it stands, spelled for the ear. */
  readonly sentence: string;
  /** The same as data, for a model that words it itself. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Places of a recording that it stands on, as receipts under the reply. */
  /** Where a fact comes from, with its date or version: receipts without a place to open. */
  readonly sources?: readonly string[];
  readonly quoted?: readonly { readonly recordingId: string; readonly startMs: number; readonly label: string }[];
}

/** What skills may touch. Each member is a capability handed in by the session; skills import no other station. */
export interface SkillContext {
  readonly now: () => Date;
  readonly locale: string;
  readonly timeZone: string;
  readonly timers: TimerDesk;
  readonly memory: MemoryDesk;
  readonly personas: PersonaDesk;
  readonly speech: SpeechDesk;
  readonly profiles: ProfileDesk;
  readonly canvas: CanvasDesk;
  readonly engines: EngineSwitch;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  /** The user's own words of this turn: the only source of facts. */
  readonly utterance: string;
}

export interface RunningTimer {
  readonly id: string;
  readonly label: string | null;
  readonly durationMs: number;
  readonly endsAt: Date;
}

export interface TimerDesk {
  set(durationMs: number, label: string | null): RunningTimer;
  list(): readonly RunningTimer[];
  cancel(id: string): void;
}

/**
 * What is remembered about the user, as far as the running persona may know it. Only words of the user's own turn get in:
 * the desk knows the turn, and refuses what is not in it.
 */
export interface MemoryDesk {
  /** The user's own name as it is written; null when it was never told. */
  userName(): string | null;
  /** Writes the user's name on the own card; returns the name it replaces. */
  rename(name: string): { readonly previous: string | null };
  /** Nothing may be kept of this conversation. */
  isPrivate(): boolean;
  /** Keeps what the user asks to remember. Null when the words are not the user's own of this turn, or there are none. */
  remember(words: string): Remembered | null;
  /** Keeps what an engine noticed. Null unless it is a statement of the user's own, made and meant in this turn. */
  notice(words: string): Remembered | null;
  /** Forgets for good whatever the words mean ("my address", "that I live in Berlin"). @returns how many things */
  forget(words: string): number;
  forgetEverything(): void;
  /** Sentences to the user ("You live in Berlin."), best or newest first. @param about null = everything */
  known(about: string | null): readonly string[];
  /** Answers a question about the user from what is known; `used` names it for the chips. */
  ask(question: string): { readonly sentence: string; readonly used: readonly string[] } | null;
  /** Turns of all conversations that this persona had, best match first, at most ten. */
  findTurns(query: string): readonly FoundTurn[];
}

export interface Remembered {
  /** Said back: "You live in Hamburg." */
  readonly sentence: string;
  /** What it was before, said back; null when it is new, the same as `sentence` when it was known. */
  readonly previous: string | null;
}

export interface FoundTurn {
  readonly at: Date;
  readonly role: 'user' | 'assistant';
  /** The words around the match, one line, at most 160 characters. */
  readonly excerpt: string;
  readonly conversationId: string;
}

/** A persona as skills see it. */
export interface PersonaAtDesk {
  readonly id: string;
  readonly name: string;
  readonly character: string;
  /** What it may be called besides its name: "teacher", "tutor". */
  readonly roles: readonly string[];
}

export interface PersonaDesk {
  list(): readonly PersonaAtDesk[];
  current(): { readonly id: string; readonly name: string };
  /** Whether the current one may use a family of skills ("timer"). */
  mayUse(family: string): boolean;
  /** The call stays open; a round table ends. */
  switchTo(id: string): void;
  /** What a persona greets with, noted as said; null when it greeted today already. */
  greet(id: string): string | null;
  /** Consent to what everybody may know about the user. */
  allowAboutMe(id: string, allowed: boolean): void;
  /** Gives what the user told one persona to another's drawer. @returns how many facts were new to it */
  handOver(order: { readonly fromId: string; readonly toId: string; readonly about: string | null }): number;
  /** Keeps a subject from a persona from now on, in the user's own words. */
  keepFrom(id: string, subject: string): void;
  /** Tells it about the subject again. @returns false when that was never kept from it */
  tellAgain(id: string, subject: string): boolean;
  /** Who sits at the round table, in order; empty when there is none. */
  atTable(): readonly string[];
  /** @returns why not, in one sentence; null when it is open */
  openTable(ids: readonly string[]): string | null;
  closeTable(): void;
}

export interface SpeechDesk {
  /** What the assistant last said, as heard; null when it has said nothing. */
  lastReply(): string | null;
  stop(): void;
  /** Changes the volume by a factor, returns the new volume 0..1. */
  changeVolume(factor: number): number;
  /** Changes the pace by a factor, returns the new rate 0.65..1.5. */
  changeRate(factor: number): number;
}

/** What can answer. */
export interface EngineSwitch {
  list(): readonly {
    readonly id: string;
    readonly label: string;
    /** Where words go; null = they stay here. */
    readonly host: string | null;
    readonly isAnswering: boolean;
    /** Why it cannot be used now, in one sentence. */
    readonly whyNot: string | null;
  }[];
  /** It answers from the next pause on. */
  switchTo(id: string): void;
}

/** The people who use Parley on this computer, each with a memory of their own. */
export interface ProfileDesk {
  list(): readonly { readonly name: string; readonly isOpen: boolean }[];
  /** Asks for the switch, which comes once the reply is spoken. */
  switchTo(name: string): void;
}

/** What is shown while one speaks, as skills see it. Changes of one call are one step for "take that back". */
export interface CanvasDesk {
  /** Null when nothing is shown. */
  current(): Canvas | null;
  /** What it was before each change that can be taken back, newest first. */
  earlier(): readonly Canvas[];
  make(draft: {
    kind: CanvasKind;
    name: string;
    columns?: readonly string[];
    rows?: readonly (readonly string[])[];
    text?: string;
  }): Canvas;
  /** The same form under another name. @param instead.of words of the old one that change; null = none */
  duplicate(instead: { of: string | null; by: string }): Canvas | null;
  /** Shows the canvas that is called so best. @returns null when none is */
  open(words: string): Canvas | null;
  close(): void;
  /** Changes what is shown. @returns why not, in one sentence; null when it is done */
  change(...operations: readonly CanvasOperation[]): string | null;
  /** @returns false when there is nothing to take back, or nothing was taken back */
  undo(): boolean;
  redo(): boolean;
  rows(words: string): CanvasReference<CanvasRow>;
  column(words: string): CanvasColumn | null;
  /** Sum of a column as it is written; null when it holds no number. */
  total(columnId: string): string | null;
  /** What can be ordered; null when there is no menu. */
  menu(): Menu | null;
}
