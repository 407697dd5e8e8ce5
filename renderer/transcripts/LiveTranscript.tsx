import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { turnsTranscript } from '../../electron/ipc/turns-transcript.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { usePersonas } from '../people/personas.ts';
import { sentences } from '../sentences.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { closeTranscript, showText } from './open-transcript.ts';
import { useRecordings } from './recordings.ts';
import { TranscriptText } from './TranscriptText.tsx';

const words = sentences.recordings;

/** The running conversation in the view of transcripts: what was said, and below it what is being said. */
export function LiveTranscript() {
  const turns = useWindow((state) => state.turns);
  const partial = useWindow((state) => state.partial);
  const reply = useWindow((state) => state.reply);
  const persona = useWindow((state) => state.conversation?.persona.name ?? '');
  const personas = usePersonas();
  useEffect(() => {
    const nameOf = ({ role, personaId }: { role: string; personaId: string }) =>
      role === 'user' ? sentences.turn.you : (personas.find(({ id }) => id === personaId)?.name ?? personaId);
    showText(turnsTranscript(turns, words.live, nameOf));
  }, [turns, personas]);
  useEffect(() => closeTranscript, []);
  return (
    <section className="transcript" aria-label={words.live}>
      <div className="transcript-head">
        <button type="button" className="button plain" onClick={() => useRecordings.setState({ shown: { kind: 'list' } })}>
          <ArrowLeft size={16} aria-hidden /> {words.back}
        </button>
        <h2 className="transcript-name">{words.live}</h2>
        {turns.length > 0 && <ExportMenu source={{ kind: 'live' }} />}
      </div>
      {turns.length === 0 && partial === null && reply === null && <p className="quiet">{words.liveEmpty}</p>}
      <TranscriptText label={words.segments} followsEnd />
      <div className="live-now" role="log" aria-live="off">
        {partial !== null && (
          <Now speaker={sentences.turn.you} sure={partial.stableText} unsure={partial.text.slice(partial.stableText.length)} />
        )}
        {reply !== null && <Now speaker={persona} sure={reply.heardText} unsure={` ${reply.comingText}`} />}
      </div>
    </section>
  );
}

/** What is being said, with what may still change. */
function Now({ speaker, sure, unsure }: { speaker: string; sure: string; unsure: string }) {
  return (
    <p className="segment">
      <span className="segment-side segment-speaker">{speaker}</span>
      <span className="segment-words">
        {sure}
        <span className="unsure">{unsure}</span>
      </span>
    </p>
  );
}
