import { useEffect, useRef } from 'react';
import type { StoredTurn, TurnTimeline } from '../../electron/ipc/conversation-schema.ts';
import { useEngines } from '../engines/engines.ts';
import { fill, sentences } from '../sentences.ts';
import { useWindow, type WindowState } from './conversation-store.ts';
import { repairedStretches } from './repaired-words.ts';
import { Thoughts } from './Thoughts.tsx';
import { TurnNotes } from './TurnNotes.tsx';
import { TurnTimelinePicture } from './TurnTimelinePicture.tsx';

/** Both voices as text: words as they are recognised, the reply in step with the voice. */
export function Captions() {
  const turns = useWindow((state) => state.turns);
  const partial = useWindow((state) => state.partial);
  const reply = useWindow((state) => state.reply);
  const name = useWindow((state) => state.conversation?.persona.name ?? '');
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new word scrolls
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [turns.length, partial?.text, reply?.heardText]);
  const thinkingTurnId = useWindow(thinkingTurn);
  if (turns.length === 0 && partial === null && reply === null) return <Empty />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no wheel scrolls it by key
    <div className="captions" tabIndex={0} role="log" aria-live="polite" aria-relevant="additions">
      {turns.map((turn) => (
        <Turn key={turn.id} turn={turn} name={turn.role === 'user' ? sentences.turn.you : name} />
      ))}
      {partial !== null && (
        <article className="turn" data-role="user" data-partial aria-hidden>
          <p className="speaker">{sentences.turn.you}</p>
          <p className="words">
            {partial.stableText}
            <span className="unsure">{partial.text.slice(partial.stableText.length)}</span>
          </p>
        </article>
      )}
      {(reply !== null || thinkingTurnId !== null) && (
        <article className="turn" data-role="assistant" data-speaking={reply === null ? undefined : true}>
          <p className="speaker" aria-hidden>
            {name}
          </p>
          <Thoughts turnId={reply?.turnId ?? thinkingTurnId ?? ''} isOver={reply !== null} />
          {reply !== null && (
            <p className="words" aria-hidden>
              {reply.heardText} <span className="coming">{reply.comingText}</span>
            </p>
          )}
        </article>
      )}
      <div ref={end} />
    </div>
  );
}

/** The reply that is being thought about, before its first word. */
function thinkingTurn({ thoughts, conversation, turns }: WindowState): string | null {
  if (thoughts === null || conversation?.presence !== 'thinking') return null;
  return turns.some(({ id }) => id === thoughts.turnId) ? null : thoughts.turnId;
}

function Empty() {
  return (
    <div className="empty">
      <h2>{sentences.empty.title}</h2>
      <p className="quiet">{sentences.empty.example}</p>
    </div>
  );
}

interface TurnShown {
  readonly turn: StoredTurn;
  readonly name: string;
  /** Told when something learned from it was taken back. */
  readonly undone?: () => unknown;
}

/** One committed turn; what was cut off before it was heard is struck out, a name put right keeps its old form behind it. */
export function Turn({ turn, name, undone }: TurnShown) {
  return (
    <article className="turn" data-role={turn.role}>
      <p className="speaker">{name}</p>
      {turn.role === 'assistant' && <Thoughts turnId={turn.id} />}
      <p className="words">
        <Words turn={turn} />
        {turn.unheardText !== '' && (
          <>
            {' '}
            <del title={sentences.turn.cutOff}>{turn.unheardText}</del>
          </>
        )}
      </p>
      {turn.role === 'assistant' && <Chips turn={turn} />}
      <TurnNotes notes={turn.notes} undone={undone} />
    </article>
  );
}

function Words({ turn }: { turn: StoredTurn }) {
  let offset = 0;
  return repairedStretches(turn.text, turn.heardText).map(({ text, heard }) => {
    const key = offset;
    offset += text.length;
    if (heard === null) return <span key={key}>{text}</span>;
    const old = heard === '' ? sentences.turn.notHeardAtAll : fill(sentences.turn.heardAs, { words: heard });
    return (
      <span key={key} className="repaired" title={old}>
        {text}
        <span className="only-read"> ({old})</span>
      </span>
    );
  });
}

function Chips({ turn }: { turn: StoredTurn }) {
  const seconds = answerSeconds(turn.timeline);
  return (
    <p className="chips">
      {turn.skill !== null && <span className="chip">{turn.skill}</span>}
      <span className="chip">
        {turn.engineId === 'on-device' ? sentences.turn.onThisComputer : engineLabel(turn.engineId)}
        {seconds !== null && `, ${fill(sentences.turn.answeredIn, { seconds: seconds.toFixed(1) })}`}
      </span>
      <TurnTimelinePicture timeline={turn.timeline} />
    </p>
  );
}

/** From the end of speech (or the sent text) to the first sound. */
export function answerSeconds(timeline: TurnTimeline | null): number | null {
  const from = timeline?.speechEndMs ?? timeline?.commitMs ?? null;
  const to = timeline?.firstSoundMs ?? timeline?.firstAudioMs ?? null;
  return from === null || to === null ? null : Math.max(0, to - from) / 1000;
}

/** One that is not there any more keeps the name it was kept under. */
function engineLabel(id: string): string {
  return useEngines.getState().engines.find((engine) => engine.id === id)?.label ?? id;
}
