import { EyeOff, Hourglass, Lock } from 'lucide-react';
import type { ConversationState } from '../../electron/ipc/conversation-schema.ts';
import type { ConversationKind } from '../../electron/ipc/presence-schema.ts';
import { beginConversation } from '../conversation/begin-conversation.ts';
import { sentences } from '../sentences.ts';

const ICONS = { kept: Lock, private: EyeOff, disappearing: Hourglass } as const;
const KINDS = ['kept', 'disappearing', 'private'] as const satisfies readonly ConversationKind[];

/** What becomes of this conversation. Another choice begins another conversation, for what was said stays what it was. */
export function KindChoice({ kind, keeping }: { kind: ConversationKind; keeping: ConversationState['keeping'] }) {
  const Icon = ICONS[kind];
  return (
    <label className="badge kind" data-kind={kind} title={sentences.kinds.hint}>
      <Icon size={14} aria-hidden />
      <span className="only-read">{sentences.kinds.label}</span>
      <select
        className="kind-choice"
        value={kind}
        onChange={({ target }) => {
          const chosen = KINDS.find((one) => one === target.value);
          if (chosen !== undefined) beginConversation(chosen);
        }}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {one === 'kept' ? sentences.kinds.keptNames[keeping] : sentences.kinds.names[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
