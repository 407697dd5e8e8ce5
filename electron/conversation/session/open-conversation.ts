import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLlama } from '../../../models/language/llama.ts';
import { createOnDeviceModel } from '../../../models/speech-to-speech/on-device/on-device-model.ts';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';

/** Where the built program keeps what it runs on; differs between a checkout and a packaged application. */
export interface ProgramFolders {
  /** `<folder>/<model id>/<file>` */
  readonly models: string;
  /** `out/main/workers` */
  readonly workers: string;
  readonly assets: string;
  /** The Silero net, a file the page and this process share. */
  readonly voiceActivity: string;
}
