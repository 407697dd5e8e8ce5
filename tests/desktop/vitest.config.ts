import { defineConfig } from 'vitest/config';

/** Suites that drive the built app (`out/`) under a display of their own. One at a time: they share screen and sound. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/desktop/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
