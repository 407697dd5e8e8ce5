import { HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';
import { scriptedVoiceActivity } from '../../models/scripted/scripted-voice-activity.ts';
import { voiceActivitySuite } from './voice-activity-suite.ts';

const frames = (count: number) => Array.from({ length: count }, () => new Float32Array(HEARING_FRAME_SAMPLES));

voiceActivitySuite(async () => scriptedVoiceActivity([0.9, 0.8, 0.9, 0.1, 0, 0.1]), frames(3), frames(3));
