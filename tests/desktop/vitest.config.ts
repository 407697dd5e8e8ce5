import { defineConfig } from 'vitest/config';

/** Suites that drive the built app (`out/`) under a display of their own. One at a time: they share screen and sound. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/desktop/**/*.test.ts'],
    environment: 'node',
    // As the program does: the model runtime reports nothing to its maker.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
