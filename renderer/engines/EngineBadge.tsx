import { Cloud, CloudOff, Cpu } from 'lucide-react';
import type { ConversationState } from '../../electron/ipc/conversation-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';

const words = sentences.engines;

/** What answers and where, whether there is a line to it, and the way to choose another. */
export function EngineBadge({ engine }: { engine: ConversationState['engine'] }) {
  const isOffline = useWindow((state) => state.settings?.engines.offline === true);
  const isHosted = engine.runsOn === 'host';
  const Icon = isOffline ? CloudOff : isHosted ? Cloud : Cpu;
  const line = !isHosted || engine.line === 'open' ? '' : `, ${engine.line === 'lost' ? words.lineLost : words.lineOpening}`;
  const shown = `${engine.label}${isOffline ? `, ${words.offlineBadge}` : ''}${line}`;
  return (
    <button
      type="button"
      className="badge engine-badge"
      data-line={isHosted ? engine.line : 'open'}
      title={fill(words.badge, { label: shown })}
      aria-label={fill(words.badge, { label: shown })}
      onClick={() => useWindow.setState({ pane: 'engines' })}
    >
      <Icon size={14} aria-hidden /> <span className="badge-words">{shown}</span>
    </button>
  );
}
