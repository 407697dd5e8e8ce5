import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLlama } from '../../../models/language/llama.ts';
import { createOnDeviceModel } from '../../../models/speech-to-speech/on-device/on-device-model.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';

/** Where the built program keeps what it runs on; differs between a checkout and a packaged application. */
export interface ProgramFolders {
  /** `<folder>/<model id>/<file>` */
  readonly models: string;
  /** `out/main/workers` */
  readonly workers: string;
  readonly assets: string;
}

/** The engine that needs no endpoint and no key: recogniser, small language model and voice of this computer. */
export function onDeviceEngine(folders: ProgramFolders): RealtimeModel {
  const place = { modelFolder: folders.models, workerFolder: folders.workers };
  return createOnDeviceModel({
    openSpeechToText: () => openMoonshine(place),
    openLanguageModel: () => openLlama({ ...place, adapterFile: join(folders.assets, 'weights', 'parley-embedded-adapter.gguf') }),
    openTextToSpeech: () => openPiper(place),
  });
}
