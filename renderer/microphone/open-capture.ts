import { HEARING_FRAME_MS, HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { CaptureCommand } from './capture-worklet.ts';
import workletUrl from './capture-worklet.ts?worker&url';

/** An open microphone that hands over frames. */
export interface Capture {
  /** While nobody speaks and nothing sounds frames may come some at once. */
  rest(resting: boolean): void;
  close(): Promise<void>;
}

export interface CaptureOptions {
  readonly deviceId: string | null;
  /** Mono, 16 kHz, 512 samples or a few times as many. They are the caller's. */
  readonly frames: (samples: Float32Array) => void;
  /** The device went away by itself. */
  readonly lost: () => void;
}

/** In the page's own timing, for whoever measures the start. */
const OPENED_MARK = 'microphone-open';

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

/**
 * Opens the microphone and cuts it into frames at 16 kHz; the browser resamples. What it costs while it is armed is the
 * browser's echo cancellation and its audio threads (measured).
 * @throws DOMException 'NotAllowedError' | 'NotFoundError' | 'NotReadableError'
 */
export async function openCapture(options: CaptureOptions): Promise<Capture> {
  const context = new AudioContext(LISTENING);
  // The device and the worklet come side by side: both are waited for, so that nothing of a failed one stays open.
  const [device, module] = await Promise.allSettled([openStream(options.deviceId), context.audioWorklet.addModule(workletUrl)]);
  if (device.status === 'rejected') {
    await context.close();
    throw device.reason;
  }
  const stream = device.value;
  for (const track of stream.getAudioTracks()) track.onended = options.lost;
  const stopStream = () => {
    for (const track of stream.getAudioTracks()) {
      track.onended = null;
      track.stop();
    }
  };
  try {
    if (module.status === 'rejected') throw module.reason;
    const node = new AudioWorkletNode(context, 'parley-capture', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => options.frames(data);
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(node);
    performance.mark(OPENED_MARK);
    return {
      rest: (resting) => node.port.postMessage({ resting } satisfies CaptureCommand),
      close: async () => {
        node.port.onmessage = null;
        stopStream();
        await context.close();
      },
    };
  } catch (failure) {
    stopStream();
    await context.close();
    throw failure;
  }
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
