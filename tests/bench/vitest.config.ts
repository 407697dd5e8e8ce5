import { defineConfig } from 'vitest/config';

/** Rows of the bench: one file at a time, nothing beside it. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/bench/*.bench.ts'],
    environment: 'node',
    // As the program does: the model runtime reports nothing to its maker.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
