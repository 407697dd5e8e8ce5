import { scriptedLanguageModel } from '../../models/scripted/scripted-language-model.ts';
import { languageModelSuite } from './language-model-suite.ts';

languageModelSuite(async () => scriptedLanguageModel(Array.from({ length: 5 }, () => [' Hello', ' there', '.'])));
