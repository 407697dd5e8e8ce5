import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES, HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { CaptureCommand } from './capture-worklet.ts';
import workletUrl from './capture-worklet.ts?worker&url';
import { openVoiceDetector, type VoiceDetector } from './voice-detector.ts';
import { VoiceGate } from './voice-gate.ts';

/** An open microphone that hands over frames with their speech probability. */
export interface Capture {
  /** While nobody speaks and nothing sounds frames may come some at once. */
  rest(resting: boolean): void;
  close(): Promise<void>;
}

export interface CaptureOptions {
  readonly deviceId: string | null;
  /** Mono, 16 kHz, 512 samples for each probability; those are Silero's. The samples are the caller's. */
  readonly frames: (samples: Float32Array, speechProbabilities: readonly number[]) => void;
  /** The device went away by itself. */
  readonly lost: () => void;
}

/**
 * Nothing is played by this context, so it holds no loudspeaker, and it works once a frame: more often gains nothing, for a
 * frame goes on when it is whole. Armed, both together cost 8.2 instead of 10.3 % of a core (measured). TypeScript's DOM
 * library does not know `sinkId` yet.
 */
const LISTENING = {
  sampleRate: HEARING_SAMPLE_RATE_HZ,
  latencyHint: HEARING_FRAME_MS / 1000,
  sinkId: { type: 'none' },
} as AudioContextOptions;
/** Where the build puts net and runtime. */
const ASSETS = '/vad/';

/**
 * Opens the microphone, cuts it into frames at 16 kHz and gives each its speech probability. The browser resamples, and the
 * net sleeps in silence: armed, the page costs half of what it did when every frame was resampled and judged here (measured;
 * what is left is the browser's echo cancellation and its audio threads).
 * @throws DOMException 'NotAllowedError' | 'NotFoundError' | 'NotReadableError'
 */
export async function openCapture(options: CaptureOptions): Promise<Capture> {
  const stream = await openStream(options.deviceId);
  for (const track of stream.getAudioTracks()) track.onended = options.lost;
  const stopStream = () => {
    for (const track of stream.getAudioTracks()) {
      track.onended = null;
      track.stop();
    }
  };
  const context = new AudioContext(LISTENING);
  try {
    const detector = await openVoiceDetector(new URL(ASSETS, window.location.href).href);
    await context.audioWorklet.addModule(workletUrl);
    const node = new AudioWorkletNode(context, 'parley-capture', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    const stop = judgeFrames(node.port, detector, options.frames);
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(node);
    return {
      rest: (resting) => node.port.postMessage({ resting } satisfies CaptureCommand),
      close: async () => {
        // The device first: whatever the detector does, nothing is heard any more.
        stopStream();
        await context.close();
        await stop();
        await detector.close();
      },
    };
  } catch (failure) {
    stopStream();
    await context.close();
    throw failure;
  }
}

/** Hands frames over in their order. Returns how to stop; it resolves when the last frame is judged. */
function judgeFrames(port: MessagePort, detector: VoiceDetector, tell: CaptureOptions['frames']): () => Promise<void> {
  const gate = new VoiceGate();
  let last = Promise.resolve();
  const judge = async (frame: Float32Array) => {
    let probability = 0;
    for (const each of gate.hear(frame)) {
      probability = await detector.probability(each);
      gate.judged(probability);
    }
    return probability;
  };
  const judgeAll = async (samples: Float32Array) => {
    const probabilities: number[] = [];
    for (let at = 0; at < samples.length; at += HEARING_FRAME_SAMPLES) {
      probabilities.push(await judge(samples.slice(at, at + HEARING_FRAME_SAMPLES)));
    }
    tell(samples, probabilities);
  };
  port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    last = last.then(() => judgeAll(data)).catch(() => undefined);
  };
  return () => {
    port.onmessage = null;
    return last;
  };
}

async function openStream(deviceId: string | null): Promise<MediaStream> {
  const audio: MediaTrackConstraints = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  if (deviceId === null) return await navigator.mediaDevices.getUserMedia({ audio });
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { ...audio, deviceId: { exact: deviceId } } });
  } catch (failure) {
    // The chosen one is not there any more: the system's default is better than silence.
    if ((failure as DOMException).name !== 'OverconstrainedError') throw failure;
    return await navigator.mediaDevices.getUserMedia({ audio });
  }
}
