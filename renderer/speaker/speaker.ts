import { SPEAKING_SAMPLE_RATE_HZ, type SpeakerCommand } from '../../electron/ipc/audio-frame.ts';
import { type Cue, playCue } from './cues.ts';
import type { WorkletMessage } from './speaker-worklet.ts';
import workletUrl from './speaker-worklet.ts?worker&url';

/** Plays what the conversation sends and reports what was really played. */
export interface Speaker {
  /** Takes over a new port after every start of the conversation process. */
  connect(port: MessagePort): void;
  setVolume(volume: number): void;
  /** A reply is coming: the device is made ready for it. */
  wake(): void;
  /** Falls silent at once, before the conversation says so: the talk key went down. Returns how it is heard again, should it not stop. */
  hush(): () => void;
  setOutput(deviceId: string | null): Promise<void>;
  cue(cue: Cue): void;
  /** Loudness (root mean square) of what sounds, about 30 times a second. Returns its own undoing. */
  onLevel(listener: (level: number) => void): () => void;
  close(): Promise<void>;
}

/** A key that stops nothing must not leave the speaker silent. */
const HUSHED_MS = 5000;
/** The device rests when nothing sounded for this long; the next sound, or the user's voice, wakes it. */
const REST_AFTER_MS = 10_000;

type OutputContext = AudioContext & { setSinkId?: (id: string) => Promise<void> };

export async function openSpeaker(): Promise<Speaker> {
  const context: OutputContext = new AudioContext({ sampleRate: SPEAKING_SAMPLE_RATE_HZ, latencyHint: 'interactive' });
  await context.audioWorklet.addModule(workletUrl);
  const node = new AudioWorkletNode(context, 'parley-speaker', { numberOfInputs: 0, outputChannelCount: [1] });
  const volume = new GainNode(context);
  node.connect(volume).connect(context.destination);
  const listeners = new Set<(level: number) => void>();
  let connected: MessagePort | null = null;
  let level = 1;
  let unhush: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const glide = (to: number, delaySeconds = 0) => volume.gain.setTargetAtTime(to, context.currentTime + delaySeconds, 0.005);
  const wake = () => {
    clearTimeout(rest);
    rest = setTimeout(() => void context.suspend(), REST_AFTER_MS);
    if (context.state !== 'running') void context.resume();
  };
  const endHush = (delaySeconds: number) => {
    if (unhush === undefined) return;
    clearTimeout(unhush);
    unhush = undefined;
    glide(level, delaySeconds);
  };
  wake();

  node.port.onmessage = ({ data }: MessageEvent<WorkletMessage>) => {
    if ('report' in data) {
      // Whatever sounds keeps the device awake.
      wake();
      connected?.postMessage(data.report);
    }
    if ('level' in data) for (const listener of listeners) listener(data.level);
  };
  const take = ({ data }: MessageEvent<SpeakerCommand>) => {
    wake();
    node.port.postMessage(data);
    // What was hushed has faded out in the worklet; what comes next is to be heard.
    if (data.kind === 'stop') endHush(data.fadeMs / 1000 + 0.02);
  };
  return {
    connect: (port) => {
      connected?.close();
      connected = port;
      port.onmessage = take;
    },
    setVolume: (value) => {
      level = value;
      if (unhush === undefined) volume.gain.setTargetAtTime(value, context.currentTime, 0.02);
    },
    wake,
    hush: () => {
      wake();
      clearTimeout(unhush);
      unhush = setTimeout(() => endHush(0), HUSHED_MS);
      glide(0);
      return () => endHush(0);
    },
    setOutput: async (deviceId) => {
      await context.setSinkId?.(deviceId ?? '');
    },
    cue: (cue) => {
      wake();
      playCue(context, cue);
    },
    onLevel: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      connected?.close();
      clearTimeout(unhush);
      clearTimeout(rest);
      await context.close();
    },
  };
}
