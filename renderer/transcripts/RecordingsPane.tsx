import { FolderOpen, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { ask, showProblem } from '../conversation/connection.ts';
import { sentences } from '../sentences.ts';
import { JobRow } from './JobRow.tsx';
import { LiveTranscript } from './LiveTranscript.tsx';
import { OfferedFiles } from './OfferedFiles.tsx';
import { RecordControl } from './record-control.tsx';
import { useRecordings } from './recordings.ts';
import { TranscriptPane } from './TranscriptPane.tsx';
import { WaysCard } from './WaysCard.tsx';
import './transcripts.css';

const words = sentences.recordings;

/** Files that become text: the list, or one of them opened. */
export default function RecordingsPane() {
  const shown = useRecordings((state) => state.shown);
  if (shown.kind === 'live') return <LiveTranscript />;
  if (shown.kind === 'transcript') return <TranscriptPane key={shown.id} id={shown.id} atMs={shown.atMs} />;
  return <RecordingList />;
}

function RecordingList() {
  const jobs = useRecordings((state) => state.jobs);
  const offered = useRecordings((state) => state.offered);
  // The model that tells voices apart may have come since the list was read.
  useEffect(() => {
    void ask((client) => client.listRecordings(undefined)).then(
      (listed) => listed !== undefined && useRecordings.setState({ canTellVoices: listed.canTellVoices }),
    );
  }, []);
  const choose = (what: 'files' | 'folder') => void window.parley.chooseRecordings({ what }).catch(showProblem);
  return (
    <div className="sheet">
      <div className="sheet-head">
        <h2>{sentences.panes.recordings}</h2>
        <span className="choices">
          <button type="button" className="button" onClick={() => choose('folder')}>
            <FolderOpen size={16} aria-hidden /> {words.chooseFolder}
          </button>
          <button type="button" className="button main" onClick={() => choose('files')}>
            <Plus size={16} aria-hidden /> {words.chooseFiles}
          </button>
        </span>
      </div>
      <RecordControl />
      <WaysCard />
      <OfferedFiles offered={offered} />
      {jobs?.length === 0 && offered.length === 0 && (
        <div className="card recordings-empty">
          <h3>{words.empty}</h3>
          <p className="quiet">{words.emptyHint}</p>
        </div>
      )}
      {jobs !== null && jobs.length > 0 && (
        <ul className="list" aria-label={words.list}>
          {jobs.toReversed().map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      <button type="button" className="list-row" onClick={() => useRecordings.setState({ shown: { kind: 'live' } })}>
        <span className="list-title">{words.live}</span>
        <span className="quiet">{words.liveHint}</span>
      </button>
    </div>
  );
}
