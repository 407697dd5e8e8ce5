import { defineConfig } from 'vitest/config';

/** Not a suite: makes the recordings anew, `npx vitest run --config tests/recordings/vitest.config.ts`. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: { include: ['tests/recordings/make-recordings.ts'], environment: 'node', testTimeout: 600_000, hookTimeout: 60_000 },
});
