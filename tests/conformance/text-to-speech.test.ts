import { scriptedTextToSpeech } from '../../models/scripted/scripted-text-to-speech.ts';
import { textToSpeechSuite } from './text-to-speech-suite.ts';

textToSpeechSuite(async () => scriptedTextToSpeech());
