import { ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { moveEdges } from '../../electron/ipc/transcript-verbs.ts';
import { sentences } from '../sentences.ts';
import { type Waveform as Drawn, drawWaveform } from './draw-waveform.ts';
import { change, useTranscript } from './open-transcript.ts';
import { readPeaks } from './peaks.ts';
import { onPlace, playFrom } from './playback.ts';
import { placeAt } from './word-places.ts';

const words = sentences.recordings.waveform;
/** From the whole recording to a word. */
const ZOOMS_PX_A_SECOND = [0, 4, 16, 60, 160] as const;

/** The loudness of the recording: a click plays from there; the segment that keys act on is a region whose ends can be moved. */
export function Waveform({ id }: { id: string }) {
  const durationMs = useTranscript((state) => state.head?.durationMs ?? null);
  const segment = useTranscript((state) => (state.isWhole ? state.edited.text.segments[state.cursor.index] : undefined));
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [zoom, setZoom] = useState(0);
  useEffect(() => {
    if (durationMs === null || place.current === null) return undefined;
    const waveform = drawWaveform(place.current, durationMs, {
      placeChosen: (ms) => {
        const at = placeAt(useTranscript.getState().edited.text.segments, ms);
        if (at !== null) useTranscript.setState({ cursor: at, anchor: null });
        playFrom(ms);
      },
      edgesMoved: (startMs, endMs) => {
        const { edited, cursor } = useTranscript.getState();
        return change(moveEdges(edited.text, cursor.index, startMs, endMs));
      },
    });
    setDrawn(waveform);
    const stopReading = readPeaks(id, durationMs, waveform.draw, setProblem);
    const stopFollowing = onPlace(waveform.showPlace);
    return () => {
      stopReading();
      stopFollowing();
      waveform.close();
      setDrawn(null);
    };
  }, [id, durationMs]);
  useEffect(() => {
    if (segment !== undefined) drawn?.showSegment(segment.startMs, segment.endMs);
  }, [drawn, segment]);
  useEffect(() => drawn?.zoom(ZOOMS_PX_A_SECOND[zoom] ?? 0), [drawn, zoom]);
  return (
    <div className="waveform">
      {problem !== null && <p className="quiet waveform-problem">{problem}</p>}
      <div ref={place} className="waveform-picture" aria-hidden data-broken={problem !== null} />
      <span className="waveform-zoom">
        <button
          type="button"
          className="button plain icon small"
          aria-label={words.wider}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <ZoomOut size={14} aria-hidden />
        </button>
        <button
          type="button"
          className="button plain icon small"
          aria-label={words.closer}
          disabled={zoom === ZOOMS_PX_A_SECOND.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <ZoomIn size={14} aria-hidden />
        </button>
      </span>
    </div>
  );
}
