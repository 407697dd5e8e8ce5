import { SPEAKING_SAMPLE_RATE_HZ, type SpeakerCommand } from '../../electron/ipc/audio-frame.ts';
import { type Cue, playCue } from './cues.ts';
import type { WorkletMessage } from './speaker-worklet.ts';
import workletUrl from './speaker-worklet.ts?worker&url';

/** Plays what the conversation sends and reports what was really played. */
export interface Speaker {
  /** Takes over a new port after every start of the conversation process. */
  connect(port: MessagePort): void;
  setVolume(volume: number): void;
  setOutput(deviceId: string | null): Promise<void>;
  cue(cue: Cue): void;
  /** Loudness (root mean square) of what sounds, about 30 times a second. Returns its own undoing. */
  onLevel(listener: (level: number) => void): () => void;
  close(): Promise<void>;
}

type OutputContext = AudioContext & { setSinkId?: (id: string) => Promise<void> };

export async function openSpeaker(): Promise<Speaker> {
  const context: OutputContext = new AudioContext({ sampleRate: SPEAKING_SAMPLE_RATE_HZ, latencyHint: 'interactive' });
  await context.audioWorklet.addModule(workletUrl);
  const node = new AudioWorkletNode(context, 'parley-speaker', { numberOfInputs: 0, outputChannelCount: [1] });
  const volume = new GainNode(context);
  node.connect(volume).connect(context.destination);
  const listeners = new Set<(level: number) => void>();
  let connected: MessagePort | null = null;

  node.port.onmessage = ({ data }: MessageEvent<WorkletMessage>) => {
    if ('report' in data) connected?.postMessage(data.report);
    else for (const listener of listeners) listener(data.level);
  };
  const take = ({ data }: MessageEvent<SpeakerCommand>) => {
    if (context.state !== 'running') void context.resume();
    node.port.postMessage(data);
  };
  return {
    connect: (port) => {
      connected?.close();
      connected = port;
      port.onmessage = take;
    },
    setVolume: (value) => volume.gain.setTargetAtTime(value, context.currentTime, 0.02),
    setOutput: async (deviceId) => {
      await context.setSinkId?.(deviceId ?? '');
    },
    cue: (cue) => playCue(context, cue),
    onLevel: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      connected?.close();
      await context.close();
    },
  };
}
