import { Check } from 'lucide-react';
import { useId, useState } from 'react';
import { ABOUT_ME, type Fact, type KnownBy } from '../../electron/ipc/memory-schema.ts';
import { Avatar } from '../personas/Avatar.tsx';
import { useFreshPersonas, usePersonaList } from '../personas/persona-list.ts';
import { fill, sentences } from '../sentences.ts';
import { scopeName } from './facts.ts';
import { type Cell, useGridKeys } from './grid-keys.ts';
import { type Consent, type Grid, useKnownBy } from './known-by.ts';
import './walls.css';

const words = sentences.memory;
const ROWS_FIRST = 20;

type Persona = { readonly id: string; readonly name: string; readonly tone: string; readonly avatar: string };

/** Who knows what: one column a persona, one row for all that is shared, one row a fact. Every cell can be decided on. */
export function Walls({ facts }: { facts: readonly Fact[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? facts : facts.slice(0, ROWS_FIRST);
  const grid = useKnownBy(shown);
  useFreshPersonas();
  const personas = usePersonaList((state) => state.cards) ?? [];
  const title = useId();
  if (grid === null || grid.walls.length === 0 || personas.length === 0) return null;
  const columns = grid.walls.flatMap((wall) => {
    const persona = personas.find(({ id }) => id === wall.personaId);
    return persona === undefined ? [] : [{ persona, wall }];
  });
  return (
    <section className="card" aria-labelledby={title}>
      <h3 id={title}>{words.walls}</h3>
      <p className="quiet">{words.wallsHint}</p>
      <WallsTable grid={grid} facts={shown} columns={columns} label={title} />
      {shown.length < facts.length && (
        <span className="choices start">
          <button type="button" className="button" onClick={() => setWhole(true)}>
            {fill(words.wallsAll, { count: facts.length.toLocaleString() })}
          </button>
        </span>
      )}
    </section>
  );
}

interface Column {
  readonly persona: Persona;
  readonly wall: Consent;
}

interface TableShown {
  readonly grid: Grid;
  readonly facts: readonly Fact[];
  readonly columns: readonly Column[];
  /** Id of the heading. */
  readonly label: string;
}

function WallsTable({ grid, facts, columns, label }: TableShown) {
  const keys = useGridKeys({ rows: facts.length + 1, columns: columns.length });
  const cell = (at: Cell) => ({ at, tabIndex: keys.tabIndexOf(at), focused: () => keys.focused(at) });
  const names = columns.map(({ persona }) => persona);
  return (
    <div className="walls-place">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of switches, walked by the arrow keys */}
      <table className="walls" role="grid" aria-labelledby={label} onKeyDown={keys.keyDown}>
        <thead>
          <tr>
            <th scope="col">{words.wallsWhat}</th>
            {columns.map(({ persona }) => (
              <th key={persona.id} scope="col" className="walls-who">
                <bdi>{persona.name}</bdi>
                <Avatar persona={persona} size="small" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="walls-all">
            <th scope="row">{words.wallsAboutMe}</th>
            {columns.map(({ persona, wall }, column) => (
              <Knows
                key={persona.id}
                {...cell({ row: 0, column })}
                isOn={wall.knowsAboutMe}
                label={fill(words.wallOf, { name: persona.name })}
                turn={(on) => void grid.setConsent(persona.id, on)}
              />
            ))}
          </tr>
          {facts.map((fact, row) => (
            <tr key={fact.id}>
              <th scope="row">
                <bdi className="walls-fact" title={fact.words}>
                  {fact.words}
                </bdi>
                {fact.scope !== ABOUT_ME && <span className="quiet">{scopeName(fact.scope, names)}</span>}
              </th>
              {columns.map(({ persona }, column) => {
                const known = grid.knownBy.get(fact.id);
                // Nobody decides on what is not known yet.
                if (known === undefined) return <td key={persona.id} />;
                return (
                  <Knows
                    key={persona.id}
                    {...cell({ row: row + 1, column })}
                    {...stateOf(fact, persona, known)}
                    turn={(on) => void grid.setFact(fact.id, persona.id, on)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stateOf(fact: Fact, { id, name }: Persona, { personaIds, exceptIds }: KnownBy) {
  const isException = exceptIds.includes(id);
  const label = fill(isException ? words.factWallExcept : words.factWall, { name, words: fact.words });
  return { isOn: personaIds.includes(id), isException, label };
}

interface KnowsShown {
  readonly at: Cell;
  readonly tabIndex: 0 | -1;
  readonly focused: () => void;
  readonly isOn: boolean;
  readonly isException?: boolean;
  readonly label: string;
  readonly turn: (on: boolean) => void;
}

function Knows({ at, tabIndex, focused, isOn, isException = false, label, turn }: KnowsShown) {
  return (
    <td>
      <button
        type="button"
        role="switch"
        className="knows"
        aria-checked={isOn}
        aria-label={label}
        title={label}
        data-cell={`${at.row} ${at.column}`}
        data-exception={isException}
        tabIndex={tabIndex}
        onFocus={focused}
        onClick={() => turn(!isOn)}
      >
        {isOn && <Check size={14} aria-hidden />}
      </button>
    </td>
  );
}
