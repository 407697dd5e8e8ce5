import { useId } from 'react';
import type { ConversationState } from '../../electron/ipc/conversation-schema.ts';
import { sentences } from '../sentences.ts';
import { ask } from './connection.ts';
import { useWindow } from './conversation-store.ts';

type Effort = NonNullable<ConversationState['thinking']>['effort'];

const choose = (effort: Effort) => void ask((client) => client.setThinking({ effort }));

/** How hard the engine thinks: yes or no where it knows two ways, a list where it knows more, nothing where it cannot. */
export function ThinkHarder() {
  const thinking = useWindow((state) => state.conversation?.thinking ?? null);
  const id = useId();
  if (thinking === null) return null;
  const { efforts, effort } = thinking;
  const [less, more, ...further] = efforts;
  if (less === undefined || more === undefined) return null;
  return further.length === 0 ? (
    <label className="think-harder" title={sentences.thinking.hint}>
      <input type="checkbox" checked={effort === more} onChange={({ target }) => choose(target.checked ? more : less)} />
      {sentences.thinking.harder}
    </label>
  ) : (
    <p className="think-harder" title={sentences.thinking.hint}>
      <label htmlFor={id}>{sentences.thinking.howHard}</label>
      <select
        id={id}
        className="field"
        value={effort}
        onChange={({ target }) => choose(efforts.find((one) => one === target.value) ?? effort)}
      >
        {efforts.map((one) => (
          <option key={one} value={one}>
            {sentences.thinking.efforts[one]}
          </option>
        ))}
      </select>
    </p>
  );
}
