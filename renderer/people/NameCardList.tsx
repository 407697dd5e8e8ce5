import { useEffect, useRef } from 'react';
import type { NameCard } from '../../electron/ipc/memory-schema.ts';
import { fill, sentences } from '../sentences.ts';

const words = sentences.people;
/** A list that long is searched, not read. */
const MOST_SHOWN = 200;

interface NameCards {
  readonly cards: readonly NameCard[];
  readonly open: (card: NameCard) => void;
  /** The card that was open before: whoever came back by key goes on from there, once. */
  readonly focusId: string | null;
  readonly focused: () => void;
}

/** The cards by whom they are of. */
export function NameCardList({ cards, open, focusId, focused }: NameCards) {
  const shown = cards.slice(0, MOST_SHOWN);
  const before = useRef<HTMLButtonElement>(null);
  const isThere = shown.some(({ id }) => id === focusId);
  useEffect(() => {
    if (!isThere) return;
    before.current?.focus();
    focused();
  }, [isThere, focused]);
  return (
    <>
      {(['me', 'person', 'word'] as const).map((owner) => {
        const some = shown.filter((card) => card.owner === owner);
        if (some.length === 0) return null;
        return (
          <section key={owner} aria-label={words.owners[owner]}>
            <h3 className="group">{words.owners[owner]}</h3>
            <ul className="list">
              {some.map((card) => (
                <li key={card.id}>
                  <button type="button" className="list-row" ref={card.id === focusId ? before : undefined} onClick={() => open(card)}>
                    <Row card={card} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {cards.length > MOST_SHOWN && (
        <p className="quiet">{fill(words.shownOf, { shown: MOST_SHOWN.toLocaleString(), count: cards.length.toLocaleString() })}</p>
      )}
    </>
  );
}

function Row({ card }: { card: NameCard }) {
  const { written, relation, heardAs, notWritten, respelling, sourceTurnId, at } = card;
  const parts = [
    respelling === null ? '' : fill(words.saidAs, { respelling }),
    heardAs.length === 0 ? '' : fill(words.rowHeardAs, { forms: heardAs.join(', ') }),
    notWritten.length === 0 ? '' : fill(words.rowNot, { forms: notWritten.join(', ') }),
    `${sourceTurnId === null ? words.byHand : words.fromCorrection}, ${new Date(at).toLocaleDateString()}`,
  ].filter((part) => part !== '');
  return (
    <>
      <span className="list-title">
        <bdi>{written}</bdi>
        {relation !== null && <span className="quiet"> {relation}</span>}
      </span>
      <span className="quiet">
        <bdi>{parts.join(' · ')}</bdi>
      </span>
    </>
  );
}
