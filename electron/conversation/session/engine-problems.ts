import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Notice } from '../../ipc/presence-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';

/** A server that accepts and closes: trying again changes nothing. */
export function endsAtOnce({ label }: RealtimeModel, cause: EngineFailure): EngineFailure {
  return new EngineFailure('refused', `${label} takes the connection and ends it at once, three times in a row.`, {
    retryable: false,
    whatToDo: `It rejects this setup: ${cause.message} Test it in Settings, or choose another engine.`,
    cause,
  });
}

/** No failure: the line was let go on purpose. */
export function replaced({ label }: RealtimeModel): EngineFailure {
  return new EngineFailure('network', `${label} answers now.`, { retryable: true, whatToDo: '' });
}

/** What an engine threw, in words for a person. */
export function asEngineFailure(failure: unknown): EngineFailure {
  if (failure instanceof EngineFailure) return failure;
  return new EngineFailure('internal', 'The assistant could not be started.', {
    retryable: true,
    whatToDo: 'Quit Parley and start it again; `npm run -s parley -- doctor` names what is missing.',
    cause: failure,
  });
}

export function failureNotice({ kind, message, whatToDo }: EngineFailure): Notice {
  return { id: `engine-${kind}`, message, whatToDo, severity: 'error' };
}
