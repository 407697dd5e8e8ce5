import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

/** One row of settings: words on the left, the control on the right. */
export function Choice(row: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => unknown;
}) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{row.label}</label>
      <select id={id} className="field narrow" value={row.value} onChange={({ target }) => row.choose(target.value)}>
        {row.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Toggle(row: {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly turn: (on: boolean) => unknown;
}) {
  const id = useId();
  return (
    <div className="setting">
      <div>
        <span id={id}>{row.label}</span>
        {row.hint !== undefined && <p className="quiet">{row.hint}</p>}
      </div>
      <Switch.Root className="switch" aria-labelledby={id} checked={row.on} onCheckedChange={(on) => row.turn(on)}>
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </div>
  );
}

export function Range(row: {
  readonly label: string;
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  readonly change: (value: number) => unknown;
}) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{row.label}</label>
      <input
        id={id}
        type="range"
        className="narrow"
        min={row.lowest}
        max={row.highest}
        step={0.05}
        value={row.value}
        onChange={({ target }) => row.change(target.valueAsNumber)}
      />
    </div>
  );
}
