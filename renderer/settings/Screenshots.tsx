import type { Settings } from '../../electron/ipc/window-schema.ts';
import { sentences } from '../sentences.ts';
import { useProfiles } from './profiles.ts';
import { Toggle } from './rows.tsx';

/** Keeps the window out of screenshots, and says where that cannot be done. */
export function Screenshots({ settings, turn }: { settings: Settings; turn: (on: boolean) => unknown }) {
  const screenshots = useProfiles((state) => state.screenshots);
  const words = sentences.screenshots;
  if (screenshots === null) return null;
  return (
    <section className="card">
      {screenshots.isPossible ? (
        <Toggle label={words.label} hint={words.hint} on={settings.screenshotProtection} turn={turn} />
      ) : (
        <div>
          <span>{words.label}</span>
          <p className="quiet">{words.impossible}</p>
        </div>
      )}
    </section>
  );
}
