import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { dismissed, useWindow } from '../conversation/conversation-store.ts';
import { sentences } from '../sentences.ts';

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

/** What happened, why, what to do; each can be put away. */
export function Notices() {
  const notices = useWindow((state) => state.notices);
  const process = useWindow((state) => state.process);
  return (
    <section className="notices" aria-live="polite" aria-label="Notices">
      {process === 'restarting' && (
        <p className="notice" data-severity="warning">
          {sentences.process.restarting}
        </p>
      )}
      {notices.map(({ id, severity, message, whatToDo }) => {
        const Icon = ICONS[severity];
        return (
          <div key={id} className="notice" data-severity={severity} data-notice={id}>
            <Icon size={16} aria-hidden />
            <p>
              {message} {whatToDo}
            </p>
            <button
              type="button"
              className="button plain icon small"
              aria-label={sentences.buttons.dismiss}
              onClick={() => useWindow.setState((state) => dismissed(state, id))}
            >
              <X size={14} aria-hidden />
            </button>
          </div>
        );
      })}
    </section>
  );
}
