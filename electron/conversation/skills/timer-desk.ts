import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Close, Scope } from '../../lifetime/scope.ts';
import type { RunningTimer, TimerDesk } from './skill.ts';
import { sayDuration } from './words/duration-words.ts';

/** A sleeping computer stops timeouts but not the wall clock: look again at least this often. */
const LOOK_AGAIN_MS = 15_000;

/** A timer that ended while the computer slept is told so when it is this late. */
const LATE_MS = 60_000;

const keptTimerSchema = z.object({
  id: z.string(),
  label: z.string().nullable(),
  durationMs: z.number().positive(),
  endsAt: z.iso.datetime(),
});
type KeptTimer = z.infer<typeof keptTimerSchema>;

/** Where running timers survive the process. */
export interface KeptTimers {
  /** As they were put; what is damaged is passed over. */
  list(): readonly unknown[];
  put(timer: KeptTimer): void;
  remove(id: string): void;
}

/**
 * Timers by the wall clock. Each ends once, with a sentence to say; after a sleep the ones that are over end at the
 * next look, and say how late they are. Those that were kept go on; one that was over before the start says so first.
 * @param options.now the wall clock; timers are as right as it is
 */
export function openTimerDesk(options: {
  readonly scope: Scope;
  readonly now: () => Date;
  readonly kept: KeptTimers;
  readonly onEnded: (sentence: string, timer: RunningTimer) => void;
}): TimerDesk {
  const { kept } = options;
  const startedAtMs = options.now().getTime();
  const running = new Map(
    kept
      .list()
      .flatMap(readKept)
      .map((timer) => [timer.id, timer]),
  );
  let stopWaiting: Close | null = null;

  const look = () => {
    const now = options.now().getTime();
    const over = sorted(running).filter((timer) => timer.endsAt.getTime() <= now);
    for (const timer of over) forget(timer.id);
    wait();
    for (const timer of over) {
      const lateMs = now - timer.endsAt.getTime();
      const whileOff = timer.endsAt.getTime() < startedAtMs;
      const sentence = endSentence(timer, whileOff ? Math.max(lateMs, LATE_MS) : lateMs);
      options.onEnded(whileOff ? sentence.replace(/^Y/, 'While I was off, y') : sentence, timer);
    }
  };
  const wait = () => {
    void stopWaiting?.();
    const [next] = sorted(running);
    if (next === undefined) stopWaiting = null;
    else stopWaiting = options.scope.timeout(look, Math.min(LOOK_AGAIN_MS, Math.max(0, next.endsAt.getTime() - options.now().getTime())));
  };

  const forget = (id: string) => {
    running.delete(id);
    kept.remove(id);
  };

  wait();
  return {
    set: (durationMs, label) => {
      const timer = { id: randomUUID(), label, durationMs, endsAt: new Date(options.now().getTime() + durationMs) };
      running.set(timer.id, timer);
      kept.put({ ...timer, endsAt: timer.endsAt.toISOString() });
      wait();
      return timer;
    },
    list: () => sorted(running),
    cancel: (id) => {
      forget(id);
      wait();
    },
  };
}

function readKept(kept: unknown): readonly RunningTimer[] {
  const { data } = keptTimerSchema.safeParse(kept);
  return data === undefined ? [] : [{ ...data, endsAt: new Date(data.endsAt) }];
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
