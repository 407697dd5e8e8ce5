import type { EngineSetup, RealtimeConnection } from '../../../models/speech-to-speech/realtime-model.ts';
import type { Unanswered } from './unanswered.ts';

/**
 * A connection that is always there: what is called on it is kept until it is dealt with, and passed on to the line of
 * the moment, if there is one.
 */
export function keptCalls(link: {
  readonly kept: Unanswered;
  /** Null while there is none. */
  readonly line: () => RealtimeConnection | null;
  /** The line whose reply can be heard: it may be on its way out. */
  readonly speaking: () => RealtimeConnection | null;
  /** The conversation is longer than the line was told at its beginning, or a pause began. */
  readonly turned: () => void;
  /** A line that is being opened was asked with an older setup. */
  readonly updated: (setup: EngineSetup) => void;
}): RealtimeConnection {
  const { kept, line, speaking } = link;
  return {
    subscribe: () => () => undefined,
    appendAudio: (frame) => {
      kept.hear(frame);
      line()?.appendAudio(frame);
    },
    anticipate: () => {
      kept.anticipate();
      line()?.anticipate();
    },
    commit: () => {
      kept.commit();
      line()?.commit();
    },
    // Another line has the cut-off words in its history.
    continueTurn: () => line()?.continueTurn?.(),
    discard: () => {
      kept.discard();
      line()?.discard();
    },
    respond: () => {
      kept.respond();
      line()?.respond();
    },
    cancel: () => {
      kept.answered();
      speaking()?.cancel();
      link.turned();
    },
    truncate: (...heard) => {
      // Items of another line are not this one's: it leaves them alone.
      speaking()?.truncate(...heard);
      if (speaking() !== line()) line()?.truncate(...heard);
    },
    appendItem: (item) => {
      kept.item(item);
      line()?.appendItem(item);
      if (item.kind === 'user-text') link.turned();
    },
    update: (setup) => {
      link.updated(setup);
      line()?.update(setup);
    },
    close: async () => undefined,
  };
}
