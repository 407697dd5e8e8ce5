import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modelFolder } from '../../models/model-folder.ts';

export const projectFolder = resolve(import.meta.dirname, '../..');

/** Where the real adapters find what they need. */
export const realPlaces = {
  modelFolder: modelFolder(),
  workerFolder: join(projectFolder, 'out/main/workers'),
  assets: join(projectFolder, 'assets'),
  adapterFile: join(projectFolder, 'assets/weights/parley-embedded-adapter.gguf'),
};

const NEEDED = {
  'speech-to-text': [
    join(realPlaces.modelFolder, 'moonshine-tiny-en/encoder_model.ort'),
    join(realPlaces.workerFolder, 'speech-to-text.js'),
  ],
  'audio-file': [join(realPlaces.workerFolder, 'audio-file.js'), join(projectFolder, 'out/main/voice-activity/silero_vad_v5.onnx')],
  'text-to-speech': [
    join(realPlaces.modelFolder, 'piper-en-us-joe-medium/en_US-joe-medium.onnx'),
    join(realPlaces.workerFolder, 'text-to-speech.js'),
    join(realPlaces.workerFolder, 'phonemes.js'),
  ],
  meaning: [join(realPlaces.assets, 'weights/parley-meaning.onnx'), join(realPlaces.workerFolder, 'meaning.js')],
  'speaker-embedding': [
    join(realPlaces.modelFolder, 'ge2e-voice-encoder/pretrained.pt'),
    join(realPlaces.workerFolder, 'speaker-embedding.js'),
  ],
  'turn-end': [join(realPlaces.modelFolder, 'smart-turn-v3-2/smart-turn-v3.2-cpu.onnx'), join(realPlaces.workerFolder, 'turn-end.js')],
  language: [join(realPlaces.modelFolder, 'gemma-3-270m-q4/gemma-3-270m-q4_k_m.gguf'), join(realPlaces.workerFolder, 'language.js')],
} as const;

/** True, and says so, when a real model or its built worker is not on this machine: the suite is skipped. */
export function isMissing(...roles: readonly (keyof typeof NEEDED)[]): boolean {
  const missing = roles.flatMap((role) => NEEDED[role]).filter((file) => !existsSync(file));
  if (missing.length > 0) console.warn(`Skipped: ${missing.join(', ')} missing. Run: npm run build && npm run -s parley -- models get`);
  return missing.length > 0;
}
