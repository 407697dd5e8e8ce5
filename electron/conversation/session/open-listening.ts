import type { Persona } from '../../ipc/persona-schema.ts';
import { NO_SPOOL } from '../store/audio-spool.ts';
import type { Answering } from './answering.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { EngineLink } from './engine-link.ts';
import { Listening } from './listening.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import type { Utterance } from './utterance.ts';

export interface ListeningWires {
  readonly dependencies: SessionDependencies;
  readonly link: EngineLink;
  readonly answering: Answering;
  readonly record: ConversationRecord;
  readonly persona: () => Persona;
  /** The user fell silent: whatever an engine that works ahead should know is told before it does. */
  readonly onPaused: () => void;
  readonly onEnded: (utterance: Utterance) => void;
  readonly onChanged: () => void;
}

/** Wires what is heard to the engine that hears it and to the reply that gives way. */
export function openListening({ dependencies, link, answering, record, persona, onPaused, onEnded, onChanged }: ListeningWires): Listening {
  const { scope, nowMs, spool, turnEnd, output, preferences, manner } = dependencies;
  const isHosted = () => link.model.capabilities.runsOn === 'host';
  const anticipate = () => link.call((connection) => connection.anticipate());
  return new Listening(preferences.talkMode, {
    scope,
    nowMs,
    turnEnd,
    ears: () => (isHosted() ? (dependencies.ears ?? null) : null),
    manner,
    openSpool: (turnId) => (record.kind === 'private' ? NO_SPOOL : spool).open(turnId, record.idFor(persona().id)),
    patience: () => persona().patience,
    reply: () => answering,
    heard: {
      began: ({ continues }) => {
        void answering.interrupt();
        link.hurry();
        if (continues) link.call((connection) => connection.continueTurn?.());
        onChanged();
      },
      overlapped: onChanged,
      frame: (frame) => link.call((connection) => connection.appendAudio(frame)),
      paused: () => {
        onPaused();
        if (!isHosted()) anticipate();
      },
      // Answers that are dropped cost money at a host: it is asked ahead only where the turn is likely over, and the user allows it.
      likelyOver: () => {
        if (isHosted() && dependencies.engines.asksAhead()) anticipate();
      },
      ended: onEnded,
      discarded: ({ turnId }, reason) => {
        link.call((connection) => connection.discard());
        output.userDiscarded({ turnId, reason });
        onChanged();
      },
      duck: () => answering.duck(),
      rise: () => answering.rise(),
      hold: () => answering.hold(),
      goOn: () => answering.goOn(),
      pausesLearned: () => {
        if (record.kind !== 'private') manner.keepLearned();
      },
    },
  });
}
