import { useEffect } from 'react';
import type { ModelShelf } from '../../electron/ipc/engine-schema.ts';
import { fill, sentences } from '../sentences.ts';
import { gigabytes } from './amounts.ts';
import { readShelf, useModels } from './models.ts';
import { OwnModelCard } from './OwnModelCard.tsx';
import './engines.css';
import { SheetHead } from './SheetHead.tsx';

const words = sentences.models;

/** Larger models of this computer: try what is here, choose it, and see what else would fit. */
export default function ModelsPane() {
  const shelf = useModels((state) => state.shelf);
  useEffect(() => void readShelf(), []);
  return (
    <div className="sheet">
      <SheetHead title={words.title} />
      <p className="quiet">{words.hint}</p>
      {shelf !== null && (
        <>
          <p className="number">{fill(words.memory, { memory: gigabytes(shelf.memoryBytes), free: gigabytes(shelf.freeBytes) })}</p>
          <OwnModels shelf={shelf} />
          <KnownModels shelf={shelf} />
        </>
      )}
    </div>
  );
}

function OwnModels({ shelf: { own, folder } }: { shelf: ModelShelf }) {
  return (
    <section className="engine-more" aria-label={words.own}>
      <div className="setting">
        <h3>{words.own}</h3>
        <button type="button" className="button" onClick={() => void readShelf()}>
          {words.again}
        </button>
      </div>
      <p className="quiet">
        {own.length === 0 ? words.none : words.folder} <code>{folder}</code>
      </p>
      <ul className="list engines">
        {own.map((model) => (
          <OwnModelCard key={model.file} model={model} />
        ))}
      </ul>
    </section>
  );
}

function KnownModels({ shelf: { known } }: { shelf: ModelShelf }) {
  return (
    <section className="engine-more" aria-label={words.known}>
      <h3>{words.known}</h3>
      <p className="quiet">{words.knownHint}</p>
      <ul className="list engines">
        {known.map(({ label, repository, file, bytes, neededBytes, fits, licence }) => (
          <li key={file} className="card engine">
            <span className="engine-name">
              {label} <span className="chip">{fits ? words.fits : words.tooLarge}</span>
            </span>
            <p className="quiet number">{fill(words.size, { size: gigabytes(bytes), needed: gigabytes(neededBytes) })}</p>
            <p className="quiet">{fill(words.publisher, { repository, file, licence })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
