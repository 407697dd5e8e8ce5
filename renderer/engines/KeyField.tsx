import { useId, useState } from 'react';
import { fill, sentences } from '../sentences.ts';
import { removeKey, saveKey, useEngines } from './engines.ts';
import { SecretInput } from './SecretInput.tsx';

const words = sentences.keys;

function serviceName(service: string): string {
  return service in words.services ? words.services[service as keyof typeof words.services] : words.ownService;
}

/** Takes a key and never gives it back: what is there is shown by its last four letters. */
export function KeyField({ service, name = serviceName(service) }: { service: string; name?: string }) {
  const key = useEngines(({ keys }) => keys.find((one) => one.service === service) ?? null);
  const [entered, setEntered] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const id = useId();
  const place = service in words.places ? words.places[service as keyof typeof words.places] : null;
  const save = async () => {
    // Out of the page before it is known whether it could be saved.
    const given = entered;
    setEntered('');
    if (await saveKey(service, given)) setTold(words.saved);
  };
  const there = key === null ? words.none : key.lastFour === '' ? words.thereShort : fill(words.there, { lastFour: key.lastFour });
  return (
    <form
      className="setting column"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id}>{fill(words.label, { service: name })}</label>
      <p id={`${id}-hint`} className="quiet">
        {there} {fill(words.hint, { service: name, kept: key === null ? words.keptUnknown : words.kept[key.kept] })}{' '}
        {key?.kept === 'run' ? words.runHint : ''} {place === null ? '' : fill(words.where, { place })}
      </p>
      <span className="engine-line">
        <SecretInput
          id={id}
          placeholder={words.placeholder}
          aria-describedby={`${id}-hint`}
          value={entered}
          onChange={({ target }) => {
            setEntered(target.value);
            setTold(null);
          }}
        />
        <button type="submit" className="button" disabled={entered.trim() === ''}>
          {key === null ? words.save : words.replace}
        </button>
        {key !== null && (
          <button
            type="button"
            className="button plain danger"
            onClick={() => void removeKey(service).then((done) => done && setTold(words.forgotten))}
          >
            {words.remove}
          </button>
        )}
      </span>
      <p className="told" role="status">
        {told}
      </p>
    </form>
  );
}
