import { useState } from 'react';
import type { OfferedFile } from '../../electron/ipc/recordings-schema.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { chosenService, hostOf, usePreferences, type Way, WayFields, WhatLeaves } from './ways.tsx';

const words = sentences.recordings.offered;

/** Files that leave a choice wait here for it: several tracks or channels, or a way out of this computer. */
export function OfferedFiles({ offered }: { offered: readonly OfferedFile[] }) {
  return offered.map((file) => <Offered key={file.id} file={file} others={offered} />);
}

function Offered({ file, others }: { file: OfferedFile; others: readonly OfferedFile[] }) {
  const preferences = usePreferences();
  const [trackIndex, setTrackIndex] = useState(file.tracks[0]?.index ?? 0);
  const [way, setWay] = useState<Way>({
    engineId: preferences.engineId,
    language: preferences.language,
    speakers: preferences.speakers,
  });
  const channels = file.tracks.find(({ index }) => index === trackIndex)?.channels ?? 1;
  const service = chosenService(preferences, way.engineId);
  const start = async (files: readonly OfferedFile[]) => {
    for (const { id, tracks } of files) {
      // Another file may have fewer tracks.
      const chosen = tracks.some(({ index }) => index === trackIndex) ? trackIndex : null;
      await ask((client) => client.startOffered({ id, track: chosen, ...way }));
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
      <WayFields way={way} channels={channels} change={(changes) => setWay({ ...way, ...changes })} />
      {service !== null && <WhatLeaves service={service} durationMs={file.durationMs} />}
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
            {service === null ? words.start : fill(sentences.recordings.ways.send, { host: hostOf(service) })}
          </button>
        </span>
      </div>
    </form>
  );
}
