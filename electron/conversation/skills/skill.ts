import type { z } from 'zod';
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
  /**
   * How people ask for it: `set a timer for {duration}`. `(a|b)` alternatives, `[x]` optional, `{slot}` or
   * `{slot:kind}` a parameter read by the slot kind of that name (`slot-kinds.ts`), `{_:kind}` words to pass over. Lower case, no punctuation,
   * contractions opened: "what is", "do not".
   */
  readonly phrases: readonly string[];
  /** Recognises what no list of phrases can; asked before the phrases. Scores above 1 go before every phrase match. */
  readonly recognise?: (utterance: string) => PhraseScore | null;
  /** 'writes' runs only after the turn is committed; 'none' may run early and be thrown away. */
  readonly effect: 'none' | 'writes';
  /** Does it. Expected failures are sentences too ("I have no timer running."), never exceptions. */
  run(parameters: z.output<Parameters>, context: SkillContext): SkillResult | Promise<SkillResult>;
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
}

/** What skills may touch. Each member is a capability handed in by the session; skills import no other station. */
export interface SkillContext {
  readonly now: () => Date;
  readonly locale: string;
  readonly timeZone: string;
  readonly timers: TimerDesk;
  readonly facts: FactDesk;
  readonly personas: PersonaDesk;
  readonly speech: SpeechDesk;
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

export interface FactDesk {
  /** Stores the user's name with the turn it came from; returns the name it replaces. */
  rememberName(name: string): { readonly previous: string | null };
  userName(): string | null;
}

export interface PersonaDesk {
  list(): readonly { readonly id: string; readonly name: string; readonly character: string }[];
  current(): { readonly id: string; readonly name: string };
  switchTo(id: string): void;
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
