import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files in `out/main` are entries of processes and of worker threads; `out/main/workers/NAME.js` is started by name. */
export default defineConfig({
  main: {
    build: {
      outDir: here('../out/main'),
      rollupOptions: {
        input: {
          main: here('main/main.ts'),
          'conversation-process': here('conversation/conversation-process.ts'),
          parley: here('command-line/parley-main.ts'),
          'workers/speech-to-text': here('../models/speech-to-text/speech-to-text-worker.ts'),
          'workers/text-to-speech': here('../models/text-to-speech/text-to-speech-worker.ts'),
          'workers/phonemes': here('../models/text-to-speech/phonemes-worker.ts'),
          'workers/language': here('../models/language/language-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: here('../out/preload'),
      // A sandboxed preload is one CommonJS file without imports.
      externalizeDeps: false,
      rollupOptions: { input: { preload: here('preload/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: here('../renderer'),
    plugins: [react()],
    build: { outDir: here('../out/renderer'), emptyOutDir: true, rollupOptions: { input: here('../renderer/index.html') } },
  },
});
