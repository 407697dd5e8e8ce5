import { useState } from 'react';
import type { OfferedFile } from '../../electron/ipc/recordings-schema.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';

const words = sentences.recordings.offered;

/** Files with several tracks or channels wait here for a choice. */
export function OfferedFiles({ offered }: { offered: readonly OfferedFile[] }) {
  return offered.map((file) => <Offered key={file.id} file={file} others={offered} />);
}

type Speakers = 'mixed' | 'by-channel';

function Offered({ file, others }: { file: OfferedFile; others: readonly OfferedFile[] }) {
  const [trackIndex, setTrackIndex] = useState(file.tracks[0]?.index ?? 0);
  const [speakers, setSpeakers] = useState<Speakers>('mixed');
  const track = file.tracks.find(({ index }) => index === trackIndex);
  const start = async (files: readonly OfferedFile[]) => {
    for (const { id, tracks } of files) {
      // Another file may have fewer tracks.
      const chosen = tracks.some(({ index }) => index === trackIndex) ? trackIndex : null;
      await ask((client) => client.startOffered({ id, track: chosen, speakers }));
    }
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void start([file]);
      }}
    >
      <h3>
        <bdi>{fill(words.title, { name: file.name })}</bdi>
      </h3>
      {file.tracks.length > 1 && (
        <label className="setting">
          <span>{words.track}</span>
          <select className="field narrow" value={trackIndex} onChange={({ target }) => setTrackIndex(Number(target.value))}>
            {file.tracks.map(({ index, label }) => (
              <option key={index} value={index}>
                {label === '' ? fill(words.trackName, { number: index + 1 }) : fill(words.trackNamed, { number: index + 1, label })}
              </option>
            ))}
          </select>
        </label>
      )}
      {(track?.channels ?? 1) > 1 && (
        <fieldset className="offered-channels">
          <legend>{words.channels}</legend>
          {(['mixed', 'by-channel'] as const).map((value) => (
            <label key={value}>
              <input type="radio" name={file.id} checked={speakers === value} onChange={() => setSpeakers(value)} />{' '}
              {value === 'mixed' ? words.mixed : words.byChannel}
            </label>
          ))}
        </fieldset>
      )}
      <div className="choices">
        <button type="button" className="button plain" onClick={() => void ask((client) => client.dismissOffered({ id: file.id }))}>
          {words.dismiss}
        </button>
        <span className="choices">
          {others.length > 1 && others[0]?.id === file.id && (
            <button type="button" className="button" onClick={() => void start(others)}>
              {fill(words.startAll, { count: others.length })}
            </button>
          )}
          <button type="submit" className="button main">
            {words.start}
          </button>
        </span>
      </div>
    </form>
  );
}
