import { useId } from 'react';

/** One or several lines of text with what they are for and what is wrong with them. */
export function Words(row: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly rows?: number;
  readonly most: number;
}) {
  const id = useId();
  const described = [row.hint === undefined ? '' : `${id}-hint`, row.problem === undefined ? '' : `${id}-problem`].join(' ').trim();
  const shared = {
    id,
    className: 'field',
    dir: 'auto' as const,
    value: row.value,
    maxLength: row.most,
    'aria-invalid': row.problem !== undefined,
    'aria-describedby': described === '' ? undefined : described,
  };
  return (
    <div className="setting column">
      <label htmlFor={id}>{row.label}</label>
      {row.rows === undefined ? (
        <input {...shared} autoComplete="off" onChange={({ target }) => row.change(target.value)} />
      ) : (
        <textarea {...shared} rows={row.rows} onChange={({ target }) => row.change(target.value.replace(/\n/g, ' '))} />
      )}
      {row.hint !== undefined && (
        <p id={`${id}-hint`} className="quiet">
          {row.hint}
        </p>
      )}
      {row.problem !== undefined && (
        <p id={`${id}-problem`} className="persona-problem" role="alert">
          {row.problem}
        </p>
      )}
    </div>
  );
}

/** A measure between two words, with its value in figures. */
export function Slide(row: {
  readonly label: string;
  readonly ends: readonly [string, string];
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  readonly step?: number;
  readonly change: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{row.label}</label>
      <span className="slide narrow">
        <span className="quiet">{row.ends[0]}</span>
        <input
          id={id}
          type="range"
          min={row.lowest}
          max={row.highest}
          step={row.step ?? 0.05}
          value={row.value}
          onChange={({ target }) => row.change(target.valueAsNumber)}
        />
        <span className="quiet">{row.ends[1]}</span>
        <span className="slide-value" aria-hidden>
          {row.value}
        </span>
      </span>
    </div>
  );
}
