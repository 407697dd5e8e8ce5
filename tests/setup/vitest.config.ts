import { defineConfig } from 'vitest/config';

/**
 * Unit, conformance and scenario suites. Files ending in `.real.test.ts` load real models from the model folder and
 * workers from `out/`; they print why when they skip.
 */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/desktop/**', 'tests/bench/**', 'tests/package/**'],
    environment: 'node',
    // As the program does: the model runtime reports nothing to its maker.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
