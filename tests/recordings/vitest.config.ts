import { defineConfig } from 'vitest/config';

/** Not a suite: `npx vitest run --config tests/recordings/vitest.config.ts make-recordings` makes the recordings anew, `train-overlap-sound` and `train-speech-likeness` what knows a laugh from a word. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: [
      'tests/recordings/make-recordings.ts',
      'tests/recordings/train-overlap-sound.ts',
      'tests/recordings/train-speech-likeness.ts',
    ],
    environment: 'node',
    // As the program does: the model runtime reports nothing to its maker.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
