import { describe } from 'vitest';
import { openLlama } from '../../models/language/llama.ts';
import { createOnDeviceModel } from '../../models/speech-to-speech/on-device/on-device-model.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';
import { realtimeModelSuite } from './realtime-model-suite.ts';

describe.skipIf(isMissing('speech-to-text', 'language', 'text-to-speech'))('the engine of this computer', () => {
  realtimeModelSuite(() =>
    createOnDeviceModel({
      openSpeechToText: () => openMoonshine(realPlaces),
      openLanguageModel: () => openLlama(realPlaces),
      openTextToSpeech: () => openPiper(realPlaces),
    }),
  );
});
