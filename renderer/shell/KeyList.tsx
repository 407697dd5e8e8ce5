/** Keys and what each does. */
export function KeyList({ keys }: { keys: readonly (readonly [keys: string, what: string])[] }) {
  return (
    <dl className="shortcuts">
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
