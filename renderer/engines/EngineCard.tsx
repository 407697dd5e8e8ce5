import { Cloud, Cpu, Trash2 } from 'lucide-react';
import { type EngineSummary, ON_DEVICE_ENGINE } from '../../electron/ipc/engine-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { ROLES, type Role } from './cascade-draft.ts';
import { EngineTestRow } from './EngineTestRow.tsx';
import { changeEngines, removeKey } from './engines.ts';
import { KeyField } from './KeyField.tsx';
import { PriceForm } from './PriceForm.tsx';

const words = sentences.engines;

/** One engine: what it is, where words go, why it cannot be chosen, and what sets it up. */
export function EngineCard({ engine }: { engine: EngineSummary }) {
  const { id, label, host, runsOn, keyService, isChosen, isAnswering, isCustom, whyNot } = engine;
  const Icon = runsOn === 'host' ? Cloud : Cpu;
  return (
    <li className="card engine" data-chosen={isChosen}>
      <div className="setting">
        <span className="engine-name">
          <Icon size={18} aria-hidden />
          <bdi>{label}</bdi>
          {isChosen && <span className="chip">{words.chosen}</span>}
          {isAnswering && !isChosen && <span className="chip">{words.answering}</span>}
        </span>
        <span className="choices">
          {!isChosen && (
            <button type="button" className="button" disabled={whyNot !== null} onClick={() => void changeEngines({ engineId: id })}>
              {fill(words.choose, { label })}
            </button>
          )}
          {isCustom && <RemoveButton engine={engine} />}
        </span>
      </div>
      {runsOn === 'host' ? (
        <p className="quiet">
          {host === null ? words.nowhere : fill(words.goesTo, { host })}. {words.sent}
        </p>
      ) : (
        <MindLabel isSmall={id === ON_DEVICE_ENGINE} />
      )}
      {whyNot !== null && <p className="problem">{whyNot}</p>}
      {runsOn === 'host' && (
        <details className="engine-more">
          <summary aria-label={fill(words.details, { label })}>{words.setUp}</summary>
          {keyService !== null && <KeyField service={keyService} />}
          {keptKeys(id).map(({ role, service }) => (
            <KeyField key={service} service={service} name={sentences.cascade.keyNames[role]} />
          ))}
          <EngineTestRow engine={engine} />
          <PriceForm key={engine.prices?.asOf ?? ''} engine={engine} />
        </details>
      )}
    </li>
  );
}

/** The names of the keys that a cascade's roles are opened with. */
function keptKeys(id: string): readonly { readonly role: Role; readonly service: string }[] {
  const roles = useWindow.getState().settings?.engines.cascades.find((cascade) => cascade.id === id)?.roles;
  return ROLES.flatMap((role) => {
    const service = /^kept:(.+)$/.exec(roles?.[role]?.key ?? '')?.[1];
    return service === undefined ? [] : [{ role, service }];
  });
}

/** What a mind of this computer can and cannot do, and the way to a better one. */
function MindLabel({ isSmall }: { isSmall: boolean }) {
  if (!isSmall) return <p className="quiet">{words.hereLarger}</p>;
  const { title, can, cannot, better } = sentences.mind;
  return (
    <section className="engine-more" aria-label={title}>
      <p className="quiet">{words.here}</p>
      <p className="quiet">{can}</p>
      <p className="quiet">{cannot}</p>
      <span className="choices">
        <button type="button" className="button" onClick={() => useWindow.setState({ pane: 'models' })}>
          {better}
        </button>
      </span>
    </section>
  );
}

function RemoveButton({ engine: { id, label, keyService } }: { engine: EngineSummary }) {
  const remove = async () => {
    const { endpoints = [], cascades = [], engineId } = useWindow.getState().settings?.engines ?? {};
    const services = [...keptKeys(id).map(({ service }) => service), ...(keyService === null ? [] : [keyService])];
    const others = { endpoints: endpoints.filter((one) => one.id !== id), cascades: cascades.filter((one) => one.id !== id) };
    await changeEngines({ ...others, ...(engineId === id ? { engineId: 'on-device' } : {}) });
    for (const service of services) await removeKey(service);
  };
  return (
    <button type="button" className="button plain icon" aria-label={fill(words.remove, { label })} onClick={() => void remove()}>
      <Trash2 size={16} aria-hidden />
    </button>
  );
}
