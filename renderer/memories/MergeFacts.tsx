import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import type { Fact } from '../../electron/ipc/memory-schema.ts';
import { sentences } from '../sentences.ts';

const words = sentences.memory;

interface Merging {
  readonly facts: readonly [Fact, Fact];
  readonly merge: (kept: Fact, other: Fact) => void;
  readonly cancel: () => void;
}

/** Two facts that say the same: which words stay. The newer ones are offered first. */
export function MergeFacts({ facts, merge, cancel }: Merging) {
  const [first, second] = facts[0].at >= facts[1].at ? facts : [facts[1], facts[0]];
  const [kept, setKept] = useState(first);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && cancel()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="overlay">
          <Dialog.Title className="overlay-title">{words.mergeTitle}</Dialog.Title>
          <form
            className="setting column"
            onSubmit={(event) => {
              event.preventDefault();
              merge(kept, kept === first ? second : first);
            }}
          >
            {[first, second].map((fact) => (
              <label key={fact.id} className="option">
                <input type="radio" name="kept" checked={kept === fact} onChange={() => setKept(fact)} />
                <bdi>{fact.words}</bdi>
              </label>
            ))}
            <Dialog.Description className="quiet">{words.mergeSure}</Dialog.Description>
            <span className="choices end">
              <button type="button" className="button" onClick={cancel}>
                {words.cancel}
              </button>
              <button type="submit" className="button danger">
                {words.mergeDo}
              </button>
            </span>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
