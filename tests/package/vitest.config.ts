import { defineConfig } from 'vitest/config';

/** Packs the application and holds a conversation with it. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: { include: ['tests/package/**/*.test.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 400_000 },
});
