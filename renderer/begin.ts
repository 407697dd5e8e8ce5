import { beginMicrophone } from './microphone/the-microphone.ts';

/** The page's first and smallest script: the microphone opens while the window itself is still being read. */
void beginMicrophone();
void import('./main.tsx');
