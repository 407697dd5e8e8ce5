import { useEffect, useId, useState } from 'react';
import { ask } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { Toggle } from '../settings/rows.tsx';
import { money } from './amounts.ts';
import { CascadeForm } from './CascadeForm.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { EngineCard } from './EngineCard.tsx';
import { changeEngines, readEngines, useEngines } from './engines.ts';
import { RacePanel } from './RacePanel.tsx';
import './engines.css';

const words = sentences.engines;

/** Where thinking happens: choose, set up, test, limit, go offline. */
export default function EnginesPane() {
  const preferences = useWindow((state) => state.settings?.engines ?? null);
  const engines = useEngines((state) => state.engines);
  useEffect(() => void readEngines(), []);
  if (preferences === null) return null;
  const known = engines.filter(({ isCustom }) => !isCustom);
  const own = engines.filter(({ isCustom }) => isCustom);
  return (
    <div className="sheet">
      <div className="sheet-head">
        <h2>{words.title}</h2>
        <button type="button" className="button" onClick={() => useWindow.setState({ pane: 'ledger' })}>
          {sentences.panes.ledger}
        </button>
      </div>
      <p className="quiet">{words.hint}</p>
      <section className="card" aria-label={sentences.offline.label}>
        <Toggle
          label={sentences.offline.label}
          hint={sentences.offline.hint}
          on={preferences.offline}
          turn={(offline) => changeEngines({ offline })}
        />
        <Toggle
          label={sentences.offline.down}
          hint={sentences.offline.downHint}
          on={preferences.localWhenDown}
          turn={(localWhenDown) => changeEngines({ localWhenDown })}
        />
        <Toggle
          label={sentences.offline.ahead}
          hint={sentences.offline.aheadHint}
          on={preferences.asksAhead}
          turn={(asksAhead) => changeEngines({ asksAhead })}
        />
        <BudgetField budget={preferences.monthlyBudget} />
      </section>
      <ul className="list engines">
        {known.map((engine) => (
          <EngineCard key={engine.id} engine={engine} />
        ))}
      </ul>
      <h3>{words.own}</h3>
      <p className="quiet">{words.ownHint}</p>
      {own.length > 0 && (
        <ul className="list engines">
          {own.map((engine) => (
            <EngineCard key={engine.id} engine={engine} />
          ))}
        </ul>
      )}
      <EndpointForm />
      <p className="quiet">{sentences.cascade.hint}</p>
      <CascadeForm />
      <RacePanel />
    </div>
  );
}

function BudgetField({ budget }: { budget: number | null }) {
  const [spent, setSpent] = useState<number | null>(null);
  const id = useId();
  useEffect(() => void ask((client) => client.readCosts(undefined)).then((costs) => setSpent(costs?.monthMicros ?? null)), []);
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{sentences.budget.label}</label>
        <p id={`${id}-hint`} className="quiet">
          {sentences.budget.hint} {spent === null ? '' : fill(sentences.budget.spent, { spent: money(spent) })}
        </p>
      </div>
      <input
        id={id}
        className="field narrow number"
        type="number"
        min={0}
        max={100_000}
        step="any"
        aria-describedby={`${id}-hint`}
        defaultValue={budget ?? ''}
        onBlur={({ target }) =>
          void changeEngines({ monthlyBudget: Number.isNaN(target.valueAsNumber) ? null : Math.max(0, target.valueAsNumber) })
        }
      />
    </div>
  );
}
