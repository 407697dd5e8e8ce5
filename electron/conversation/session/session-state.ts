import type { ConversationState, TalkMode } from '../../ipc/conversation-schema.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import type { ConversationKind, Presence } from '../../ipc/presence-schema.ts';
import type { RunningTimer } from '../skills/skill.ts';
import type { EngineLink } from './engine-link.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** What the person sees the assistant doing. The user's own voice comes first, then the assistant's, then its thoughts. */
export function presenceOf(now: {
  readonly engineReady: boolean;
  readonly engineFailed: boolean;
  readonly listening: boolean;
  readonly thinking: boolean;
  readonly sounding: boolean;
}): Presence {
  if (now.engineFailed) return 'unavailable';
  if (now.listening) return 'listening';
  if (now.sounding) return 'speaking';
  if (!now.engineReady) return 'starting';
  return now.thinking ? 'thinking' : 'idle';
}

/** The window's whole picture of the conversation. */
export function sessionState(now: {
  readonly dependencies: SessionDependencies;
  readonly link: EngineLink;
  readonly presence: Presence;
  readonly capturing: boolean;
  readonly talkMode: TalkMode;
  readonly persona: Persona;
  readonly userName: string | null;
  readonly conversationKind: ConversationKind;
  readonly expiresAt: Date | null;
  readonly activity: string | null;
  readonly timers: readonly RunningTimer[];
}): ConversationState {
  const { keeping } = now.dependencies;
  const { model } = now.link;
  const { id, name, character, tone } = now.persona;
  return {
    presence: now.presence,
    capturing: now.capturing,
    talkMode: now.talkMode,
    persona: { id, name, character, tone },
    engine: { id: model.id, label: model.label, runsOn: model.capabilities.runsOn, line: now.link.lineState },
    thinking: now.dependencies.thinking?.stateOf(model) ?? null,
    activity: now.activity,
    keeping: keeping(),
    userName: now.userName,
    conversationKind: now.conversationKind,
    expiresAt: now.expiresAt?.toISOString() ?? null,
    timers: now.timers.map((timer) => ({ id: timer.id, label: timer.label, endsAt: timer.endsAt.toISOString() })),
  };
}
