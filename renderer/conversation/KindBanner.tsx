import { EyeOff, Hourglass } from 'lucide-react';
import { fill, sentences } from '../sentences.ts';
import { beginConversation } from './begin-conversation.ts';
import { useWindow } from './conversation-store.ts';

/** Says above everything else that this conversation does not stay. */
export function KindBanner() {
  const kind = useWindow((state) => state.conversation?.conversationKind ?? 'kept');
  const expiresAt = useWindow((state) => state.conversation?.expiresAt ?? null);
  if (kind === 'kept') return null;
  const Icon = kind === 'private' ? EyeOff : Hourglass;
  return (
    <div className="kind-banner" data-kind={kind}>
      <Icon size={16} aria-hidden />
      <output>{kind === 'private' ? sentences.kinds.privateBanner : expiryWords(expiresAt)}</output>
      <button type="button" className="button plain" onClick={() => beginConversation('kept')}>
        {sentences.kinds.end[kind]}
      </button>
    </div>
  );
}

function expiryWords(expiresAt: string | null): string {
  return expiresAt === null ? sentences.kinds.disappearingBanner : fill(sentences.kinds.goes, { time: momentOf(expiresAt) });
}

/** Day and time in the person's own form. */
export function momentOf(at: string): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
