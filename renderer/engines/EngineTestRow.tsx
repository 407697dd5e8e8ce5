import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import type { EngineSummary, EngineTest } from '../../electron/ipc/engine-schema.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';

const words = sentences.test;

/** The connection doctor: the way to an engine, layer by layer, and where it ends. */
export function EngineTestRow({ engine }: { engine: EngineSummary }) {
  const [test, setTest] = useState<EngineTest | 'running' | null>(null);
  const run = async () => {
    setTest('running');
    setTest((await ask((client) => client.testEngine({ id: engine.id }))) ?? null);
  };
  return (
    <div className="setting column">
      <span className="engine-line">
        <button type="button" className="button" disabled={test === 'running'} onClick={() => void run()}>
          {fill(words.run, { label: engine.label })}
        </button>
        <span className="quiet">{words.hint}</span>
      </span>
      <p className="told" role="status">
        {test === 'running' ? words.running : test === null ? null : test.ok ? words.good : words.bad}
      </p>
      {test !== null && test !== 'running' && (
        <ol className="engine-steps">
          {test.steps.map(({ layer, ok, found, tookMs }) => (
            <li key={layer} data-ok={ok}>
              {ok ? <CircleCheck size={16} aria-label={words.ok} /> : <CircleX size={16} aria-label={words.failed} />}
              <strong>{words.layers[layer]}</strong>
              <span>{found}</span>
              <span className="quiet">{fill(words.took, { ms: tookMs })}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
