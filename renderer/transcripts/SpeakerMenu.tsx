import { addSpeaker, assignSpeaker } from '../../electron/ipc/transcript-verbs.ts';
import { fill, sentences } from '../sentences.ts';
import { change, chosenSegments, useTranscript } from './open-transcript.ts';

const words = sentences.recordings;
const NOBODY = '';
const SOMEBODY_NEW = 'new';

/** Who says a segment; of several that are chosen, who says them all. The system's own list: rows must be cheap to draw. */
export function SpeakerMenu({ index, speaker }: { index: number; speaker: string | null }) {
  const speakers = useTranscript((state) => state.edited.text.speakers);
  const canEdit = useTranscript((state) => state.isWhole);
  const name = speakers.find(({ id }) => id === speaker)?.name ?? words.nobody;
  if (speakers.length === 0) return null;
  if (!canEdit) return <span className="segment-speaker">{speaker === null ? '' : name}</span>;
  const assign = (chosen: string) => {
    const state = useTranscript.getState();
    const among = chosenSegments(state);
    const indexes = among.includes(index) ? among : [index];
    if (chosen === SOMEBODY_NEW) somebodyNew(indexes);
    else change(assignSpeaker(state.edited.text, indexes, chosen === NOBODY ? null : chosen));
  };
  return (
    <select
      className="segment-speaker"
      tabIndex={-1}
      aria-label={fill(words.saidBy, { name })}
      data-nobody={speaker === null}
      value={speaker ?? NOBODY}
      onChange={({ target }) => assign(target.value)}
    >
      <option value={NOBODY}>{words.nobody}</option>
      {speakers.map(({ id, name: shown }) => (
        <option key={id} value={id}>
          {shown}
        </option>
      ))}
      <option value={SOMEBODY_NEW}>{words.somebodyNew}</option>
    </select>
  );
}

/** Somebody who was not there before says these segments; the name is given in the list of speakers. */
export function somebodyNew(indexes: readonly number[]): void {
  const { text } = useTranscript.getState().edited;
  change(addSpeaker(text, indexes, freeName(text.speakers.map(({ name }) => name))));
}

function freeName(names: readonly string[]): string {
  let number = names.length + 1;
  while (names.includes(fill(words.speakerNumber, { number }))) number += 1;
  return fill(words.speakerNumber, { number });
}
