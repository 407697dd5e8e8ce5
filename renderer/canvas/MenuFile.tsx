import { useEffect, useRef, useState } from 'react';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';

const words = sentences.canvas.menu;

/** Which menu orders are taken from, and another one from a file. */
export function MenuFile() {
  const [menu, setMenu] = useState<{ readonly name: string; readonly isImported: boolean } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => void ask((client) => client.readMenu(undefined)).then((found) => setMenu(found ?? null)), []);
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const text = await chosen.text();
    const imported = await ask((client) => client.importMenu({ text }));
    if (imported === undefined) return;
    setMenu(imported);
    setSaid(fill(words.imported, { name: imported.name }));
  };
  return (
    <div className="setting">
      <span>
        <span className="quiet">{menu === null ? '' : fill(words.label, { name: menu.name })}</span>
        <output className="quiet">{said === null ? '' : ` ${said}`}</output>
      </span>
      <span className="choices">
        {menu?.isImported === true && (
          <button
            type="button"
            className="button plain"
            onClick={() => void ask((client) => client.forgetMenu(undefined)).then((found) => setMenu(found ?? null))}
          >
            {words.forget}
          </button>
        )}
        <button type="button" className="button" onClick={() => file.current?.click()}>
          {words.import}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept="application/json,.json"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = '';
          }}
        />
      </span>
    </div>
  );
}
