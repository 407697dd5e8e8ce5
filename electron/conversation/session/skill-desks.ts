import type { Persona } from '../personas/persona.ts';
import type { FactDesk, PersonaDesk, SkillContext, SpeechDesk, TimerDesk } from '../skills/skill.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** What skills may do to the session. Each member is one verb of the session itself. */
export interface SessionVerbs {
  readonly timers: TimerDesk;
  persona(): Persona;
  switchPersona(id: string): void;
  lastReply(): string | null;
  stopSpeaking(): void;
  volume(): number;
  setVolume(volume: number): void;
  rate(): number;
  setRate(rate: number): void;
  factsChanged(): void;
}

/**
 * The capabilities a skill gets for one turn.
 * @param turn the user's own words and their committed turn: facts come from nowhere else
 */
export function skillContext(
  dependencies: SessionDependencies,
  verbs: SessionVerbs,
  turn: { readonly utterance: string; readonly userTurnId: string | null },
): SkillContext {
  return {
    now: dependencies.today,
    locale: dependencies.preferences.locale,
    timeZone: dependencies.preferences.timeZone,
    timers: verbs.timers,
    facts: factDesk(dependencies, verbs, turn.userTurnId),
    personas: personaDesk(dependencies, verbs),
    speech: speechDesk(verbs),
    utterance: turn.utterance,
  };
}

function factDesk({ store, today }: SessionDependencies, verbs: SessionVerbs, userTurnId: string | null): FactDesk {
  return {
    userName: () => store.listFacts().find((fact) => fact.kind === 'user-name')?.value ?? null,
    rememberName: (name) => {
      if (userTurnId === null) throw new Error('A fact needs the turn it came from.');
      const { replaced } = store.rememberFact({ kind: 'user-name', value: name, sourceTurnId: userTurnId, at: today() });
      verbs.factsChanged();
      return { previous: replaced?.value ?? null };
    },
  };
}

function personaDesk({ personas }: SessionDependencies, verbs: SessionVerbs): PersonaDesk {
  return { list: () => personas, current: () => verbs.persona(), switchTo: (id) => verbs.switchPersona(id) };
}

function speechDesk(verbs: SessionVerbs): SpeechDesk {
  return {
    lastReply: () => verbs.lastReply(),
    stop: () => verbs.stopSpeaking(),
    changeVolume: (factor) => {
      verbs.setVolume(clamp(verbs.volume() * factor, 0.1, 1));
      return verbs.volume();
    },
    changeRate: (factor) => {
      verbs.setRate(clamp(verbs.rate() * factor, 0.65, 1.5));
      return verbs.rate();
    },
  };
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.round(Math.min(highest, Math.max(lowest, value)) * 100) / 100;
}
