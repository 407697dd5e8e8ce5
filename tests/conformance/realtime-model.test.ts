import { describe } from 'vitest';
import { scriptedLanguageModel } from '../../models/scripted/scripted-language-model.ts';
import { scriptedRealtimeModel } from '../../models/scripted/scripted-realtime-model.ts';
import { scriptedSpeechToText } from '../../models/scripted/scripted-speech-to-text.ts';
import { scriptedTextToSpeech } from '../../models/scripted/scripted-text-to-speech.ts';
import { createOnDeviceModel } from '../../models/speech-to-speech/on-device/on-device-model.ts';
import { realtimeModelSuite } from './realtime-model-suite.ts';

const STORY = 'There was a boat on a lake. It was blue.';

describe('the scripted engine', () => {
  realtimeModelSuite(() => scriptedRealtimeModel(Array.from({ length: 3 }, () => ({ reply: STORY }))));
});

describe('the engine of this computer over scripted models', () => {
  realtimeModelSuite(() =>
    createOnDeviceModel({
      openSpeechToText: async () => scriptedSpeechToText([]),
      openLanguageModel: async () => scriptedLanguageModel(Array.from({ length: 3 }, () => [STORY])),
      openTextToSpeech: async () => scriptedTextToSpeech(),
    }),
  );
});
