import { Circle, Play, Square, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';
import { playWav, wavOf } from './record-name.ts';
import { useRecorder } from './use-recorder.ts';

const words = sentences.people;

/** How the user says the name: three seconds, played back at once, kept when the card is saved. */
export function OwnRecording({ wav, change }: { wav: string | null; change: (wav: string | null) => void }) {
  const recorder = useRecorder();
  const [isSilent, setSilent] = useState(false);
  const record = async () => {
    setSilent(false);
    const samples = await recorder.record();
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
          {{ ready: null, opening: sentences.microphone.opening, hearing: words.recordNow }[recorder.state]}
        </p>
      </div>
      <span className="choices start">
        {recorder.state === 'ready' ? (
          <button type="button" className="button" onClick={() => void record()}>
            <Circle size={14} aria-hidden /> {wav === null ? words.record : words.recordAgain}
          </button>
        ) : (
          <button type="button" className="button recording" onClick={recorder.stop}>
            <Square size={14} aria-hidden /> {words.recordStop}
          </button>
        )}
        {wav !== null && recorder.state === 'ready' && (
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
