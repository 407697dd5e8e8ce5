import { AudioLines, X } from 'lucide-react';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { showRecording, useRecordings } from './recordings.ts';
import './asked-recording.css';

const words = sentences.recordings;

/** In the conversation: which recording is asked about, and the end of it. */
export function AskedRecording() {
  const asked = useRecordings((state) => state.asked);
  if (asked === null) return null;
  return (
    <div className="asked-recording">
      <AudioLines size={16} aria-hidden />
      <button type="button" className="button plain asked-name" title={words.askingHint} onClick={() => showRecording(asked.id)}>
        <bdi>{fill(words.asking, { name: asked.name })}</bdi>
      </button>
      <button
        type="button"
        className="button plain icon small"
        aria-label={words.askingEnd}
        onClick={() => void ask((client) => client.askAbout({ id: null }))}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
