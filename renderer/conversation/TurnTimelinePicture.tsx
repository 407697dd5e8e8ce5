import type { TurnTimeline } from '../../electron/ipc/conversation-schema.ts';
import { fill, sentences } from '../sentences.ts';

/** What the user waited for, in the order it happened; each part ends at this mark. */
const PARTS = [
  'commitMs',
  'transcriptMs',
  'firstTokenMs',
  'firstAudioMs',
  'firstSoundMs',
] as const satisfies readonly (keyof TurnTimeline)[];
const HEIGHT = 8;
/** One second is this wide: turns can be compared by eye. */
const PIXELS_PER_SECOND = 80;
const WIDEST = 240;

export interface TimelinePart {
  readonly until: (typeof PARTS)[number];
  readonly fromMs: number;
  readonly lengthMs: number;
}

/** The parts of the wait, milliseconds after the end of speech (or the sent text). What came before its turn was made ahead. */
export function timelineParts(timeline: TurnTimeline | null): readonly TimelinePart[] {
  const startMs = timeline?.speechEndMs ?? timeline?.commitMs ?? null;
  if (timeline === null || startMs === null) return [];
  let fromMs = 0;
  return PARTS.flatMap((until) => {
    const atMs = timeline[until];
    const lengthMs = atMs === null ? 0 : Math.round(atMs - startMs) - fromMs;
    if (lengthMs <= 0) return [];
    const part = { until, fromMs, lengthMs };
    fromMs += lengthMs;
    return [part];
  });
}

/** A turn's wait as a small bar: how long silence was waited for, words, thought, voice, loudspeaker. */
export function TurnTimelinePicture({ timeline }: { timeline: TurnTimeline | null }) {
  const parts = timelineParts(timeline);
  const last = parts.at(-1);
  if (last === undefined) return null;
  const scale = Math.min(PIXELS_PER_SECOND / 1000, WIDEST / (last.fromMs + last.lengthMs));
  const told = parts.map(({ until, lengthMs }) => fill(sentences.turn.timeline[until], { ms: lengthMs })).join(', ');
  return (
    <svg className="turn-timeline" role="img" aria-label={told} width={(last.fromMs + last.lengthMs) * scale} height={HEIGHT}>
      <title>{told}</title>
      {parts.map(({ until, fromMs, lengthMs }) => (
        <rect key={until} data-part={until} x={fromMs * scale} width={Math.max(1, lengthMs * scale)} height={HEIGHT} />
      ))}
    </svg>
  );
}
