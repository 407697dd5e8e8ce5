import { lazy, Suspense } from 'react';
import { AskedRecording } from '../transcripts/AskedRecording.tsx';
import { Captions } from './Captions.tsx';
import { useWindow } from './conversation-store.ts';
import { KindBanner } from './KindBanner.tsx';
import { Presence } from './Presence.tsx';
import { TalkBar } from './TalkBar.tsx';
import { Timers } from './Timers.tsx';

const CanvasPanel = lazy(() => import('../canvas/CanvasPanel.tsx'));

/** The conversation: presence, captions, and the ways in. */
export function ConversationPane() {
  const empty = useWindow((state) => state.turns.length === 0 && state.partial === null && state.reply === null);
  const isShown = useWindow((state) => state.canvas !== null);
  return (
    <div className="conversation-and-canvas" data-shown={isShown}>
      <div className="conversation" data-empty={empty}>
        <KindBanner />
        <Presence />
        <Captions />
        <Timers />
        <AskedRecording />
        <TalkBar />
      </div>
      <Suspense fallback={null}>{isShown && <CanvasPanel />}</Suspense>
    </div>
  );
}
