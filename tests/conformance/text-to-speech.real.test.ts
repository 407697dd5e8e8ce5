import { describe } from 'vitest';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';
import { textToSpeechSuite } from './text-to-speech-suite.ts';

describe.skipIf(isMissing('text-to-speech'))('Piper', () => {
  textToSpeechSuite(() => openPiper(realPlaces));
});
