import { useId, useState } from 'react';
import type { EngineSummary, PriceList } from '../../electron/ipc/engine-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { changeEngines } from './engines.ts';

const words = sentences.prices;
const FIELDS = ['textIn', 'audioIn', 'cachedIn', 'textOut', 'audioOut', 'sessionMinute', 'transcribedMinute'] as const;
const FREE: PriceList = { asOf: '', textIn: 0, audioIn: 0, cachedIn: 0, textOut: 0, audioOut: 0, sessionMinute: 0, transcribedMinute: 0 };

/** What an engine charges: as its price list said on a day, or as the user knows better. */
export function PriceForm({ engine }: { engine: EngineSummary }) {
  const [prices, setPrices] = useState<PriceList>(engine.prices ?? FREE);
  const [told, setTold] = useState<string | null>(null);
  const id = useId();
  const save = async () => {
    const asOf = new Date().toISOString().slice(0, 10);
    const { settings } = useWindow.getState();
    await changeEngines({ prices: { ...settings?.engines.prices, [engine.id]: { ...prices, asOf } } });
    setTold(words.saved);
  };
  return (
    <details className="engine-more">
      <summary>{words.title}</summary>
      <form
        className="setting column"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="quiet">{engine.prices === null ? words.unknown : fill(words.asOf, { date: engine.prices.asOf })}</p>
        {FIELDS.map((field) => (
          <div key={field} className="setting">
            <label htmlFor={`${id}-${field}`}>{words[field]}</label>
            <input
              id={`${id}-${field}`}
              className="field narrow number"
              type="number"
              min={0}
              max={field.endsWith('Minute') ? 100 : 10_000}
              step="any"
              value={prices[field]}
              onChange={({ target }) => {
                setTold(null);
                setPrices({ ...prices, [field]: Number.isNaN(target.valueAsNumber) ? 0 : target.valueAsNumber });
              }}
            />
          </div>
        ))}
        <span className="engine-line">
          <button type="submit" className="button">
            {words.save}
          </button>
        </span>
        <p className="told" role="status">
          {told}
        </p>
      </form>
    </details>
  );
}
