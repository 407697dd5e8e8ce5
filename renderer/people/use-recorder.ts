import { useEffect, useRef, useState } from 'react';
import { showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { settleDevices, tellMicrophone } from '../conversation/devices.ts';
import { sentences } from '../sentences.ts';
import { recordName } from './record-name.ts';

export interface Recorder {
  /** What is said while the microphone opens is lost: only 'hearing' may invite to speak. */
  readonly state: 'ready' | 'opening' | 'hearing';
  /** @returns null when it was silent, undefined when the microphone could not be opened (which is told) */
  record(): Promise<Float32Array | null | undefined>;
  stop(): void;
}

/** Records apart from the conversation; whoever leaves the page closes the microphone. @param lengthMs three seconds when absent */
export function useRecorder(lengthMs?: number): Recorder {
  const [state, setState] = useState<Recorder['state']>('ready');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return {
    state,
    record: async () => {
      const stop = new AbortController();
      running.current = stop;
      setState('opening');
      try {
        return await recordApart({ stop: stop.signal, begun: () => setState('hearing'), lengthMs });
      } finally {
        setState('ready');
      }
    },
    stop: () => running.current?.abort(),
  };
}

interface RecordingOptions {
  readonly stop: AbortSignal;
  /** The first sound came from the microphone. */
  readonly begun: () => void;
  readonly lengthMs: number | undefined;
}

/** Records while the conversation hears nothing: what is said here is no turn. */
async function recordApart({ stop, begun, lengthMs }: RecordingOptions): Promise<Float32Array | null | undefined> {
  try {
    if ((await window.parley.askForMicrophone(undefined)) === 'denied') throw new Error(sentences.microphoneProblems.denied);
    await setRecordingName(true);
    const { openCapture } = await import('../microphone/open-capture.ts');
    const deviceId = useWindow.getState().settings?.microphoneId ?? null;
    return await recordName(openCapture, { deviceId, stop, begun, ...(lengthMs === undefined ? {} : { lengthMs }) });
  } catch (failure) {
    const { name } = failure as Error;
    if (name === 'NotAllowedError') showProblem(new Error(sentences.microphoneProblems.denied));
    else if (name === 'NotFoundError') showProblem(new Error(sentences.microphoneProblems.missing));
    else showProblem(failure);
    return undefined;
  } finally {
    await setRecordingName(false);
  }
}

/** Tray and header show the microphone live; the conversation's own capture closes and opens again. */
async function setRecordingName(isRecordingName: boolean): Promise<void> {
  useWindow.setState({ isRecordingName });
  tellMicrophone();
  await settleDevices();
}
