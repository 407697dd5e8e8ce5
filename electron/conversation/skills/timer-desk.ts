import { randomUUID } from 'node:crypto';
import type { Close, Scope } from '../../lifetime/scope.ts';
import type { RunningTimer, TimerDesk } from './skill.ts';
import { sayDuration } from './words/duration-words.ts';

/** A sleeping computer stops timeouts but not the wall clock: look again at least this often. */
const LOOK_AGAIN_MS = 15_000;

/** A timer that ended while the computer slept is told so when it is this late. */
const LATE_MS = 60_000;

/**
 * Timers by the wall clock. Each ends once, with a sentence to say; after a sleep the ones that are over end at the
 * next look, and say how late they are.
 * @param options.now the wall clock; timers are as right as it is
 */
export function openTimerDesk(options: {
  readonly scope: Scope;
  readonly now: () => Date;
  readonly onEnded: (sentence: string, timer: RunningTimer) => void;
}): TimerDesk {
  const running = new Map<string, RunningTimer>();
  let stopWaiting: Close | null = null;

  const look = () => {
    const now = options.now().getTime();
    const over = sorted(running).filter((timer) => timer.endsAt.getTime() <= now);
    for (const timer of over) running.delete(timer.id);
    wait();
    for (const timer of over) options.onEnded(endSentence(timer, now - timer.endsAt.getTime()), timer);
  };
  const wait = () => {
    void stopWaiting?.();
    const [next] = sorted(running);
    if (next === undefined) stopWaiting = null;
    else stopWaiting = options.scope.timeout(look, Math.min(LOOK_AGAIN_MS, Math.max(0, next.endsAt.getTime() - options.now().getTime())));
  };

  return {
    set: (durationMs, label) => {
      const timer = { id: randomUUID(), label, durationMs, endsAt: new Date(options.now().getTime() + durationMs) };
      running.set(timer.id, timer);
      wait();
      return timer;
    },
    list: () => sorted(running),
    cancel: (id) => {
      running.delete(id);
      wait();
    },
  };
}

function sorted(running: ReadonlyMap<string, RunningTimer>): readonly RunningTimer[] {
  return [...running.values()].sort((left, right) => left.endsAt.getTime() - right.endsAt.getTime());
}

function endSentence(timer: RunningTimer, lateMs: number): string {
  if (timer.label?.endsWith(' alarm') === true && lateMs < LATE_MS) return `This is your ${timer.label}.`;
  const name =
    timer.label === null
      ? `timer of ${sayDuration(timer.durationMs)}`
      : timer.label.endsWith(' alarm')
        ? timer.label
        : `${timer.label} timer`;
  return lateMs < LATE_MS ? `Your ${name} is over.` : `Your ${name} was over ${sayDuration(lateMs - (lateMs % LATE_MS))} ago.`;
}
