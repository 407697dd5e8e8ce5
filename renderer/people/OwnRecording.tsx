import { Circle, Play, Square, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { settleDevices, tellMicrophone } from '../conversation/devices.ts';
import { sentences } from '../sentences.ts';
import { playWav, recordName, wavOf } from './record-name.ts';

const words = sentences.people;

/** How the user says the name: three seconds, played back at once, kept when the card is saved. */
export function OwnRecording({ wav, change }: { wav: string | null; change: (wav: string | null) => void }) {
  const [recording, setRecording] = useState<AbortController | null>(null);
  const [isSilent, setSilent] = useState(false);
  const running = useRef<AbortController | null>(null);
  // Leaving the card closes the microphone.
  useEffect(() => () => running.current?.abort(), []);
  const record = async () => {
    const stop = new AbortController();
    running.current = stop;
    setSilent(false);
    setRecording(stop);
    const samples = await recordApart(stop.signal);
    setRecording(null);
    if (samples === undefined) return;
    setSilent(samples === null);
    if (samples !== null) change(wavOf(samples));
  };
  const play = () => void playWav(wav ?? '', useWindow.getState().settings?.speakerId ?? null).catch(showProblem);
  return (
    <div className="setting wraps">
      <div>
        <span>{words.recording}</span>
        <p className="quiet">{words.recordingHint}</p>
        <p className="problem" role="alert">
          {isSilent ? words.recordSilent : null}
        </p>
        <p className="told" role="status">
          {recording === null ? null : words.recordNow}
        </p>
      </div>
      <span className="choices start">
        {recording === null ? (
          <button type="button" className="button" onClick={() => void record()}>
            <Circle size={14} aria-hidden /> {wav === null ? words.record : words.recordAgain}
          </button>
        ) : (
          <button type="button" className="button recording" onClick={() => recording.abort()}>
            <Square size={14} aria-hidden /> {words.recordStop}
          </button>
        )}
        {wav !== null && recording === null && (
          <>
            <button type="button" className="button" onClick={play}>
              <Play size={14} aria-hidden /> {words.recordPlay}
            </button>
            <button type="button" className="button plain icon danger" aria-label={words.recordRemove} onClick={() => change(null)}>
              <Trash2 size={14} aria-hidden />
            </button>
          </>
        )}
      </span>
    </div>
  );
}

/**
 * Records while the conversation hears nothing: what is said here is no turn.
 * @returns null when it was silent, undefined when the microphone could not be opened (which is told)
 */
export async function recordApart(stop: AbortSignal, lengthMs?: number): Promise<Float32Array | null | undefined> {
  try {
    if ((await window.parley.askForMicrophone(undefined)) === 'denied') throw new Error(sentences.microphoneProblems.denied);
    await setRecordingName(true);
    const { openCapture } = await import('../microphone/open-capture.ts');
    return await recordName(openCapture, useWindow.getState().settings?.microphoneId ?? null, stop, lengthMs);
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
