import { join } from 'node:path';
import { describe } from 'vitest';
import { HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { projectFolder } from '../models/real-places.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { voiceActivitySuite } from './voice-activity-suite.ts';

function framesOf(file: string, fromMs = 0, toMs = 1000): Float32Array[] {
  const samples = samplesOf(file).subarray(fromMs * 16, toMs * 16);
  return Array.from({ length: Math.floor(samples.length / HEARING_FRAME_SAMPLES) }, (_, index) =>
    samples.slice(index * HEARING_FRAME_SAMPLES, (index + 1) * HEARING_FRAME_SAMPLES),
  );
}

const label = allRecordings().find(({ file }) => file === 'what-time-is-it.wav');

describe('Silero', () => {
  voiceActivitySuite(
    () => openSilero(join(projectFolder, 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx')),
    framesOf('what-time-is-it.wav', label?.speechStartMs ?? 0, label?.speechEndMs ?? 1000),
    framesOf('silence.wav'),
  );
});
