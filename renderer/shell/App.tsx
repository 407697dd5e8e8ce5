import { lazy, Suspense, useEffect } from 'react';
import { ConversationPane } from '../conversation/ConversationPane.tsx';
import { useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';
import { DropPlace } from '../transcripts/DropPlace.tsx';
import { Header } from './Header.tsx';
import { useKeyboard } from './keyboard.ts';
import { Notices } from './Notices.tsx';
import { Rail } from './Rail.tsx';

// The conversation paints first; everything else is read when it is opened.
const HistoryPane = lazy(() => import('../history/HistoryPane.tsx'));
const ShelfPane = lazy(() => import('../canvas/ShelfPane.tsx'));
const PeoplePane = lazy(() => import('../people/PeoplePane.tsx'));
const MemoryPane = lazy(() => import('../memories/MemoryPane.tsx'));
const PersonasPane = lazy(() => import('../personas/PersonasPane.tsx'));
const RecordingsPane = lazy(() => import('../transcripts/RecordingsPane.tsx'));
const SettingsPane = lazy(() => import('../settings/SettingsPane.tsx'));
const EnginesPane = lazy(() => import('../engines/EnginesPane.tsx'));
const ModelsPane = lazy(() => import('../engines/ModelsPane.tsx'));
const LedgerPane = lazy(() => import('../engines/LedgerPane.tsx'));
const TunePane = lazy(() => import('../tuning/TunePane.tsx'));
const DiagnosticsPane = lazy(() => import('../diagnostics/DiagnosticsPane.tsx'));
const WelcomePane = lazy(() => import('../onboarding/WelcomePane.tsx'));
const Overlays = lazy(() => import('./Overlays.tsx'));

/** The whole window: one column that breathes, a rail of panes, and what lies over them. */
export function App() {
  const pane = useWindow((state) => state.pane);
  const overlay = useWindow((state) => state.overlay);
  const kind = useWindow((state) => state.conversation?.conversationKind ?? 'kept');
  useKeyboard();
  useAppearance();
  return (
    <div className="shell" data-kind={kind}>
      <Rail />
      <div className="stage">
        <Header />
        <Notices />
        <main className="pane" aria-label={sentences.panes[pane]}>
          <Suspense fallback={null}>
            {pane === 'conversation' && <ConversationPane />}
            {pane === 'history' && <HistoryPane />}
            {pane === 'shelf' && <ShelfPane />}
            {pane === 'people' && <PeoplePane />}
            {pane === 'memory' && <MemoryPane />}
            {pane === 'personas' && <PersonasPane />}
            {pane === 'recordings' && <RecordingsPane />}
            {pane === 'settings' && <SettingsPane />}
            {pane === 'engines' && <EnginesPane />}
            {pane === 'models' && <ModelsPane />}
            {pane === 'ledger' && <LedgerPane />}
            {pane === 'tune' && <TunePane />}
            {pane === 'diagnostics' && <DiagnosticsPane />}
            {pane === 'welcome' && <WelcomePane />}
          </Suspense>
        </main>
      </div>
      <DropPlace />
      <Suspense fallback={null}>{overlay !== null && <Overlays overlay={overlay} />}</Suspense>
    </div>
  );
}

/** Light or dark: chosen, or as the system is right now. */
function useAppearance(): void {
  const appearance = useWindow((state) => state.settings?.appearance ?? 'system');
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const show = () => {
      document.documentElement.dataset['appearance'] = appearance === 'system' ? (query.matches ? 'dark' : 'light') : appearance;
    };
    show();
    query.addEventListener('change', show);
    return () => query.removeEventListener('change', show);
  }, [appearance]);
}
