import { join } from 'node:path';
import { openLlama } from '../../../models/language/llama.ts';
import { createOnDeviceModel } from '../../../models/speech-to-speech/on-device/on-device-model.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { ProgramFolders } from './open-conversation.ts';

/** The engine that needs no endpoint and no key: recogniser, small language model and voice of this computer. */
export function onDeviceEngine(folders: Pick<ProgramFolders, 'models' | 'workers' | 'assets'>) {
  const place = { modelFolder: folders.models, workerFolder: folders.workers };
  const adapterFile = besideArchive(join(folders.assets, 'weights', 'parley-embedded-adapter.gguf'));
  return createOnDeviceModel({
    openSpeechToText: () => openMoonshine(place),
    openLanguageModel: () => openLlama({ ...place, adapterFile }),
    openTextToSpeech: () => openPiper(place),
  });
}

/** Native code cannot open files inside a packaged application's archive; these lie beside it. */
function besideArchive(path: string): string {
  return path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
}
