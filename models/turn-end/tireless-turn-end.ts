import type { TurnEnd } from './turn-end.ts';

/**
 * A judge that is opened when it is first asked, and opened anew when it died. It is never waited for: while it opens, and
 * where its model is missing, it knows nothing.
 */
export function tirelessTurnEnd(open: () => Promise<TurnEnd>): TurnEnd {
  let opened: TurnEnd | null = null;
  let opening: Promise<void> | null = null;
  let missing = false;
  const start = () => {
    opening ??= open()
      .then(
        (judge) => {
          opened = judge;
        },
        () => {
          missing = true;
        },
      )
      .finally(() => {
        opening = null;
      });
    return opening;
  };
  return {
    id: 'tireless',
    probability: async (samples, signal) => {
      const judge = opened;
      if (judge === null) {
        if (!missing) void start();
        return null;
      }
      try {
        return await judge.probability(samples, signal);
      } catch {
        if (opened === judge) opened = null;
        return null;
      }
    },
    close: async () => {
      missing = true;
      await opening;
      await opened?.close();
      opened = null;
    },
  };
}
