import type { TuningResult } from '../../electron/ipc/tuning-schema.ts';
import { fill, sentences } from '../sentences.ts';

const words = sentences.tuning.found;

/** Before and after, on what was just said. */
export function FoundTable({ results }: { results: readonly TuningResult[] }) {
  return (
    <section className="card">
      <table className="tuning-found">
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {results.flatMap(rowsOf).map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FoundRow {
  readonly what: string;
  readonly before: string | number;
  readonly after: string | number;
}

function rowsOf(result: TuningResult): FoundRow[] {
  const ms = (value: number) => fill(words.milliseconds, { ms: Math.round(value) });
  const inMs = ({ before, after }: { before: number; after: number }) => ({ before: ms(before), after: ms(after) });
  switch (result.step) {
    case 'pauses':
      return [
        { what: fill(words.cutOff, { count: result.pauses }), ...result.cutOff },
        { what: words.wait, ...inMs(result.waitMs) },
      ];
    case 'listening':
      return [{ what: fill(words.ended, { count: result.sounds }), ...result.ended }];
    case 'echo':
      return [
        { what: words.mistaken, ...result.mistaken },
        { what: words.unsure, ...inMs(result.unsureMs) },
      ];
  }
}
