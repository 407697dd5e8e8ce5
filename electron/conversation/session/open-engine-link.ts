import type { EngineEvent, EngineFailure, EngineSetup, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import { EngineLink } from './engine-link.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** Below this the user notices nothing but a slower answer, and is told nothing. */
const UNTOLD_ABSENCE_MS = 1500;

/** The session's link, with what happens to it told in sentences and entered in the ledger. */
export function openEngineLink(
  { scope, nowMs, engine, engines, output }: SessionDependencies,
  session: {
    readonly setup: (askedTurnId: string | null) => EngineSetup;
    readonly onEvent: (event: EngineEvent) => void;
    readonly onUnavailable: (failure: EngineFailure) => void;
    readonly onChanged: () => void;
    readonly isSpeaking: () => boolean;
    readonly conversation: () => { readonly id: string | null; readonly store: ConversationStore };
  },
): EngineLink {
  const { setup, onEvent, onUnavailable, onChanged, isSpeaking, conversation } = session;
  let absentSinceMs: number | null = null;
  return new EngineLink({
    ...{ scope, nowMs, model: engine, setup, onEvent, onUnavailable, isSpeaking },
    onReady: () => {
      absentSinceMs = null;
      onChanged();
    },
    onLost: (failure, retryMs) => {
      absentSinceMs ??= nowMs();
      if (nowMs() + retryMs - absentSinceMs > UNTOLD_ABSENCE_MS) output.notice(lineLost(failure, retryMs));
      onChanged();
    },
    onNotChanged: (model, failure) => {
      output.notice(notReached(model, failure));
      onChanged();
    },
    onTraffic: (model, traffic, turnId) => {
      const { id, store } = conversation();
      engines.enter(model, traffic, { conversationId: id, turnId, purpose: 'conversation', store });
    },
    standIn: () => engines.standIn(),
  });
}

function lineLost({ message, whatToDo }: EngineFailure, retryMs: number) {
  const again = retryMs >= 5000 ? ` The next try is in ${Math.ceil(retryMs / 1000)} seconds.` : '';
  return {
    id: 'engine-line',
    message: `The line is gone: ${message}`,
    whatToDo: `What you say is kept and answered as soon as there is one.${again} ${whatToDo}`.trim(),
    severity: 'warning',
  } as const;
}

function notReached({ label }: RealtimeModel, { message, whatToDo }: EngineFailure) {
  return {
    id: 'engine-not-changed',
    message: `${label} does not answer, so nothing was changed: ${message}`,
    whatToDo,
    severity: 'warning',
  } as const;
}
