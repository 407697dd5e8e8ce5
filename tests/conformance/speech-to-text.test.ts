import { scriptedSpeechToText } from '../../models/scripted/scripted-speech-to-text.ts';
import { speechToTextSuite } from './speech-to-text-suite.ts';

const steps = [
  { effort: 'partial', heard: 'What time is it' },
  { effort: 'final', heard: 'What time is it?' },
  { effort: 'final', heard: '' },
  { effort: 'final', heard: 'What time is it?' },
] as const;

speechToTextSuite(async () => scriptedSpeechToText(steps), new Float32Array(16_000), /what time is it/i);
