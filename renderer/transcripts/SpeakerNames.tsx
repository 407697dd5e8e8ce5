import { useEffect, useState } from 'react';
import { renameSpeaker } from '../../electron/ipc/transcript-verbs.ts';
import { useNameCards } from '../people/name-cards.ts';
import { fill, sentences } from '../sentences.ts';
import { change, useTranscript } from './open-transcript.ts';

const words = sentences.recordings;
const PEOPLE = 'transcript-people';

/** Everybody who speaks, by name: a name that is changed here is changed everywhere at once. */
export function SpeakerNames() {
  const speakers = useTranscript((state) => state.edited.text.speakers);
  const [cards] = useNameCards();
  if (speakers.length === 0) return null;
  return (
    <fieldset className="speaker-names">
      <legend className="only-read">{words.speakers}</legend>
      <datalist id={PEOPLE}>
        {cards
          ?.filter(({ owner }) => owner !== 'word')
          .map(({ id, written }) => (
            <option key={id} value={written} />
          ))}
      </datalist>
      {speakers.map(({ id, name }, index) => (
        <SpeakerName key={id} id={id} name={name} number={index + 1} />
      ))}
    </fieldset>
  );
}

function SpeakerName({ id, name, number }: { id: string; name: string; number: number }) {
  const [written, setWritten] = useState(name);
  useEffect(() => setWritten(name), [name]);
  const keep = () => {
    if (!change(renameSpeaker(useTranscript.getState().edited.text, id, written))) setWritten(name);
  };
  return (
    <span className="speaker-name">
      {number <= 9 && <kbd>{number}</kbd>}
      <input
        className="field"
        list={PEOPLE}
        maxLength={60}
        aria-label={fill(words.speakerName, { name })}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.stopPropagation();
          if (event.key === 'Escape') setWritten(name);
          else keep();
        }}
      />
    </span>
  );
}
