import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import workletUrl from './capture-worklet.ts?worker&url';
import type { Capture, CaptureOptions } from './open-capture.ts';

/**
 * Opens what this computer plays, cut into frames at 16 kHz. The browser hands it out only together with a picture: main
 * gives it one of this very page, which is let go at once, and never one of the screen. Nothing plays back into the room.
 * @throws DOMException 'NotAllowedError' | 'NotFoundError' | 'NotReadableError' | 'NotSupportedError'
 */
export async function openSystemSound(
  options: Pick<CaptureOptions, 'lost'> & { frame(samples: Float32Array): void },
): Promise<Pick<Capture, 'close'>> {
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: true,
    // As it is played: what improves a voice in a room spoils everything else.
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  for (const track of stream.getVideoTracks()) track.stop();
  const tracks = stream.getAudioTracks();
  if (tracks.length === 0) throw new DOMException('The system hands out no sound', 'NotFoundError');
  const stopTracks = () => {
    for (const track of tracks) {
      track.onended = null;
      track.stop();
    }
  };
  for (const track of tracks) track.onended = options.lost;
  const context = new AudioContext({ sampleRate: HEARING_SAMPLE_RATE_HZ });
  try {
    await context.audioWorklet.addModule(workletUrl);
    const node = new AudioWorkletNode(context, 'parley-capture', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => options.frame(data);
    new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream(tracks) }).connect(node);
  } catch (failure) {
    stopTracks();
    await context.close();
    throw failure;
  }
  return {
    close: async () => {
      stopTracks();
      await context.close();
    },
  };
}
