import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The net of the voice-activity detector, beside the processes that run it. */
function voiceActivityNet() {
  return {
    name: 'voice-activity-net',
    generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): unknown }) {
      const source = readFileSync(here('../node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx'));
      this.emitFile({ type: 'asset', fileName: 'voice-activity/silero_vad_v5.onnx', source });
    },
  };
}

/** Files in `out/main` are entries of processes and of worker threads; `out/main/workers/NAME.js` is started by name. */
export default defineConfig({
  main: {
    plugins: [voiceActivityNet()],
    build: {
      outDir: here('../out/main'),
      externalizeDeps: { exclude: ['zod'] },
      rollupOptions: {
        input: {
          main: here('main/main.ts'),
          'conversation-process': here('conversation/conversation-process.ts'),
          parley: here('command-line/parley-main.ts'),
          'workers/speech-to-text': here('../models/speech-to-text/speech-to-text-worker.ts'),
          'workers/text-to-speech': here('../models/text-to-speech/text-to-speech-worker.ts'),
          'workers/phonemes': here('../models/text-to-speech/phonemes-worker.ts'),
          'workers/meaning': here('../models/meaning/meaning-worker.ts'),
          'workers/speaker-embedding': here('../models/speaker-embedding/speaker-embedding-worker.ts'),
          'workers/audio-file': here('../models/audio-file/audio-file-worker.ts'),
          'workers/turn-end': here('../models/turn-end/smart-turn-worker.ts'),
          'workers/sound-ranges': here('../models/audio-file/sound-ranges-worker.ts'),
          'workers/chat': here('../models/language/chat-worker.ts'),
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
    worker: { format: 'es' },
    build: { outDir: here('../out/renderer'), emptyOutDir: true, rollupOptions: { input: here('../renderer/index.html') } },
  },
});
