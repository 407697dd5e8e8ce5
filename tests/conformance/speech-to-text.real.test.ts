import { describe } from 'vitest';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';
import { samplesOf } from '../recordings/recordings.ts';
import { speechToTextSuite } from './speech-to-text-suite.ts';

describe.skipIf(isMissing('speech-to-text'))('Moonshine', () => {
  speechToTextSuite(() => openMoonshine(realPlaces), samplesOf('what-time-is-it.wav'), /what time is it/i);
});
