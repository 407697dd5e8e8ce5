import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Persona, PersonaCard, PersonaDraft } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { type Done, UndoBar } from '../shell/UndoBar.tsx';
import { ImportPersona } from './ImportPersona.tsx';
import { PersonaEditor } from './PersonaEditor.tsx';
import { PersonaRows } from './PersonaRows.tsx';
import { PersonaSheet } from './PersonaSheet.tsx';
import { draftOf, newDraft } from './persona-draft.ts';
import { readPersonas, usePersonaList } from './persona-list.ts';
import './personas.css';

const words = sentences.personas;

type Open =
  | { readonly kind: 'builtIn'; readonly persona: Persona }
  | { readonly kind: 'own'; readonly draft: PersonaDraft; readonly warnings: readonly string[] };

/** Everybody one can talk to: read, try, copy, make, change, take along. */
export default function PersonasPane() {
  const cards = usePersonaList((state) => state.cards);
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const lastOpen = useRef<string | null>(null);
  useEffect(() => void readPersonas(), []);

  const edit = (draft: PersonaDraft, warnings: readonly string[] = []) => {
    lastOpen.current = draft.id ?? '';
    setDone(null);
    setOpen({ kind: 'own', draft, warnings });
  };
  const close = (what: Done | null) => {
    setOpen(null);
    setDone(what);
    void readPersonas();
  };
  const show = async ({ id, builtIn }: PersonaCard) => {
    const persona = await ask((client) => client.readPersona({ id }));
    if (persona === undefined) return;
    lastOpen.current = id;
    setDone(null);
    if (builtIn) setOpen({ kind: 'builtIn', persona });
    else edit(draftOf(persona));
  };
  const copy = async (of: { id: string; name: string }) => {
    const persona = await ask((client) => client.copyPersona({ id: of.id }));
    if (persona === undefined) return;
    void readPersonas();
    edit(draftOf(persona));
    setDone({ words: fill(words.copied, { name: persona.name, of: of.name }), undo: null });
  };
  const remove = async (id: string) => {
    const before = await ask((client) => client.readPersona({ id }));
    if (before === undefined) return;
    await ask((client) => client.removePersona({ id }));
    const putBack = async () => {
      const back = await ask((client) => client.savePersona({ draft: { ...draftOf(before), id: null } }));
      if (back !== undefined) close({ words: fill(words.undone, { name: back.name }), undo: null });
    };
    close({ words: fill(words.removed, { name: before.name }), undo: { label: words.undo, run: () => void putBack() } });
  };
  const left = (unsaved: PersonaDraft | null) => {
    if (unsaved === null) return close(null);
    close({ words: fill(words.notSaved, { name: unsaved.name }), undo: { label: words.goOn, run: () => edit(unsaved) } });
  };

  const bar = <UndoBar done={done} close={() => setDone(null)} />;
  if (open?.kind === 'builtIn')
    return <PersonaSheet persona={open.persona} bar={bar} back={() => close(null)} copy={(of) => void copy(of)} />;
  if (open?.kind === 'own') {
    const saved = ({ id, name }: Persona) => {
      lastOpen.current = id;
      close({ words: fill(words.saved, { name }), undo: null });
    };
    return <PersonaEditor key={open.draft.id} {...open} bar={bar} saved={saved} left={left} remove={(id) => void remove(id)} />;
  }
  return (
    <AllPersonas cards={cards ?? []} bar={bar} show={(card) => void show(card)} add={() => edit(newDraft())} focusId={lastOpen.current}>
      <ImportPersona
        imported={(persona, warnings) => {
          void readPersonas();
          edit(draftOf(persona), warnings);
          setDone({
            words: fill(words.imported, { name: persona.name }),
            undo: { label: words.undo, run: () => void remove(persona.id) },
          });
        }}
      />
    </AllPersonas>
  );
}

function AllPersonas(shown: {
  readonly cards: readonly PersonaCard[];
  readonly bar: React.ReactNode;
  readonly show: (card: PersonaCard) => void;
  readonly add: () => void;
  readonly focusId: string | null;
  readonly children: React.ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnedFocus(shown.focusId, heading, shown.cards);
  const own = shown.cards.filter(({ builtIn }) => !builtIn);
  return (
    <div className="sheet">
      <div className="sheet-head">
        <h2 ref={heading} tabIndex={-1}>
          {sentences.panes.personas}
        </h2>
        <span className="choices">
          {shown.children}
          <button type="button" className="button main" onClick={shown.add}>
            <Plus size={16} aria-hidden /> {words.add}
          </button>
        </span>
      </div>
      {shown.bar}
      <h3>{words.builtIn}</h3>
      <PersonaRows cards={shown.cards.filter(({ builtIn }) => builtIn)} open={shown.show} />
      <h3>{words.own}</h3>
      {own.length === 0 && <p className="quiet">{words.empty}</p>}
      <PersonaRows cards={own} open={shown.show} />
    </div>
  );
}

/** The focus goes back to whom one came from; to the heading while, or because, that one is not in the list. */
function useReturnedFocus(id: string | null, heading: React.RefObject<HTMLHeadingElement | null>, cards: readonly PersonaCard[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that is new appears with the next list
  useEffect(() => {
    const nowhere = document.activeElement === document.body || document.activeElement === heading.current;
    if (id === null || !nowhere) return;
    const row = document.querySelector<HTMLElement>(`[data-persona="${CSS.escape(id)}"]`);
    (row ?? heading.current)?.focus();
  }, [id, cards]);
}
