import { Plus } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NameCard, NameCardDraft } from '../../electron/ipc/memory-schema.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { type Done, UndoBar } from '../shell/UndoBar.tsx';
import { NameCardEditor } from './NameCardEditor.tsx';
import { NameCardList } from './NameCardList.tsx';
import { NamesFile } from './NamesFile.tsx';
import { draftOf, fittingCards, newDraft, useNameCards } from './name-cards.ts';
import './people.css';

const words = sentences.people;

/** Everybody and every word that is to be heard, written and said right. */
export default function PeoplePane() {
  const [cards, read] = useNameCards();
  const [open, setOpen] = useState<NameCardDraft | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [focus, setFocus] = useState<Focus>(null);
  const show = (draft: NameCardDraft) => {
    setDone(null);
    setOpen(draft);
  };
  const close = (what: Done | null, cardId: string | null = null) => {
    setOpen(null);
    setDone(what);
    setFocus(cardId === null ? 'search' : { cardId });
    void read();
  };
  const undoBy = (run: () => Promise<unknown>) => ({
    label: words.undo,
    run: () => void run().then(() => close({ words: words.undone, undo: null })),
  });
  const putBack = (card: NameCardDraft) => ask((client) => client.saveNameCard({ card }));
  const remove = (id: string) => ask((client) => client.removeNameCard({ id }));
  const saved = (card: NameCard) => {
    const before = cards?.find(({ id }) => id === card.id);
    const undo = undoBy(() => (before === undefined ? remove(card.id) : putBack(draftOf(before))));
    close({ words: fill(words.saved, { name: card.written }), undo }, card.id);
  };
  const left = (unsaved: NameCardDraft | null, from: NameCardDraft) => {
    const name = from.written === '' ? (unsaved?.written ?? '') : from.written;
    const undo = { label: words.goOn, run: () => unsaved !== null && show(unsaved) };
    close(unsaved === null ? null : { words: fill(words.notSaved, { name }), undo }, from.id);
  };
  const removeOpen = async (card: NameCardDraft) => {
    const before = cards?.find(({ id }) => id === card.id);
    if (before === undefined) return;
    const recording = await ask((client) => client.readNameRecording({ id: before.id }));
    await remove(before.id);
    const undo = undoBy(async () => {
      await putBack(draftOf(before));
      const wav = recording?.wav ?? null;
      if (wav !== null) await ask((client) => client.saveNameRecording({ id: before.id, wav }));
    });
    close({ words: fill(words.removed, { name: before.written }), undo });
  };
  const focused = useCallback(() => setFocus(null), []);
  if (open === null) {
    const bar = <UndoBar done={done} close={() => setDone(null)} />;
    return <AllCards cards={cards} show={show} bar={bar} read={() => void read()} focus={focus} focused={focused} />;
  }
  const ownCard = cards?.find(({ owner }) => owner === 'me');
  return (
    <NameCardEditor
      card={open}
      ownNameTaken={ownCard !== undefined && ownCard.id !== open.id}
      saved={saved}
      left={(unsaved) => left(unsaved, open)}
      remove={() => void removeOpen(open)}
    />
  );
}

/** Where the keyboard goes when the list is back; null leaves it where it is. */
type Focus = { readonly cardId: string } | 'search' | null;

interface AllCardsShown {
  readonly cards: readonly NameCard[] | null;
  readonly show: (draft: NameCardDraft) => void;
  readonly bar: React.ReactNode;
  readonly read: () => void;
  readonly focus: Focus;
  readonly focused: () => void;
}

function AllCards({ cards, show, bar, read, focus, focused }: AllCardsShown) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus !== 'search') return;
    search.current?.focus();
    focused();
  }, [focus, focused]);
  const [query, setQuery] = useState('');
  const found = fittingCards(cards ?? [], query);
  const hasOwn = cards?.some(({ owner }) => owner === 'me') === true;
  return (
    <div className="sheet">
      <div className="sheet-head">
        <h2>{sentences.panes.people}</h2>
        <button
          type="button"
          className="button main"
          onClick={() => show(newDraft(hasOwn || query !== '' ? 'person' : 'me', query.trim()))}
        >
          <Plus size={16} aria-hidden /> {words.add}
        </button>
      </div>
      {bar}
      <input
        ref={search}
        className="field"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {cards !== null && found.length === 0 && (
        <p className="quiet">{cards.length === 0 ? words.empty : fill(words.nothingFound, { query })}</p>
      )}
      <NameCardList
        cards={found}
        open={(card) => show(draftOf(card))}
        focusId={focus === null || focus === 'search' ? null : focus.cardId}
        focused={focused}
      />
      <NamesFile imported={read} hasCards={cards !== null && cards.length > 0} />
    </div>
  );
}
