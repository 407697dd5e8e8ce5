import { ON_DEVICE_ENGINE, type OwnModel, ownModelEngine } from '../../electron/ipc/engine-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { gigabytes } from './amounts.ts';
import { changeEngines } from './engines.ts';
import { stopTrying, tryModel, useModels } from './models.ts';

const words = sentences.models;
/** What a voice needs to speak without a break: 150 words a minute are about 3.5 tokens a second. */
const SPEAKING_PACE = 4;

/** One larger model that is here: its size, how fast it is, and the choice. */
export function OwnModelCard({ model }: { model: OwnModel }) {
  const { file, label, bytes, neededBytes, fits, contextTokens, whyNot, figures } = model;
  const trial = useModels((state) => state.trial);
  const isStopped = useModels((state) => state.stopped === file);
  const chosenId = useWindow((state) => state.settings?.engines.engineId);
  const isChosen = chosenId === ownModelEngine(file);
  const isTried = trial?.file === file;
  return (
    <li className="card engine" data-chosen={isChosen}>
      <div className="setting">
        <span className="engine-name">
          <bdi>{label}</bdi>
          {isChosen && <span className="chip">{sentences.engines.chosen}</span>}
          {whyNot === null && <span className="chip">{fits ? words.fits : words.tooLarge}</span>}
        </span>
        <span className="choices">
          {isTried ? (
            <button type="button" className="button" onClick={() => void stopTrying()}>
              {words.stop}
            </button>
          ) : (
            <button type="button" className="button" disabled={whyNot !== null || trial !== null} onClick={() => void tryModel(file)}>
              {fill(words.try, { label })}
            </button>
          )}
          {isChosen ? (
            <button type="button" className="button" onClick={() => void changeEngines({ engineId: ON_DEVICE_ENGINE })}>
              {words.small}
            </button>
          ) : (
            <button type="button" className="button" disabled={whyNot !== null || figures === null} onClick={() => void use(file)}>
              {fill(words.use, { label })}
            </button>
          )}
        </span>
      </div>
      <p className="quiet number">
        {fill(words.size, { size: gigabytes(bytes), needed: gigabytes(neededBytes) })}
        {contextTokens === null ? '' : `, ${fill(words.context, { tokens: contextTokens })}`}
      </p>
      {whyNot !== null && <p className="problem">{whyNot}</p>}
      <p className="told number" role="status">
        {isTried ? fill(words.steps[trial.step], { tokens: trial.tokens }) : isStopped ? words.stopped : null}
      </p>
      {figures === null ? whyNot === null && <p className="quiet">{words.tryFirst}</p> : <Figures figures={figures} />}
    </li>
  );
}

function Figures({ figures: { loadMs, readPerSecond, writePerSecond, sample } }: { figures: NonNullable<OwnModel['figures']> }) {
  const shown = { write: writePerSecond.toFixed(1), read: Math.round(readPerSecond), load: (loadMs / 1000).toFixed(1) };
  return (
    <>
      <p className="number">
        {fill(words.figures, shown)} {writePerSecond < SPEAKING_PACE ? words.slow : words.quick}
      </p>
      <p className="quiet">{fill(words.sample, { sample })}</p>
    </>
  );
}

async function use(file: string): Promise<void> {
  const known = useWindow.getState().settings?.engines.ownModels ?? [];
  await changeEngines({ engineId: ownModelEngine(file), ownModels: [...new Set([...known, file])] });
}
