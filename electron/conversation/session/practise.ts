import type { Scope } from '../../lifetime/scope.ts';

/** Between two steps everything that waits has its turn. */
const GAP_MS = 20;

/** Takes work that would hold up the first turn in small steps, before there is one. */
export function practise(scope: Scope, steps: Iterator<void>): void {
  const next = () => {
    if (steps.next().done !== true) scope.timeout(next, GAP_MS);
  };
  scope.timeout(next, GAP_MS);
}
