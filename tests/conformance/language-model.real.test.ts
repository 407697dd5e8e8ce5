import { describe } from 'vitest';
import { openLlama } from '../../models/language/llama.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';
import { languageModelSuite } from './language-model-suite.ts';

describe.skipIf(isMissing('language'))('Gemma on llama.cpp', () => {
  languageModelSuite(() => openLlama(realPlaces));
});
