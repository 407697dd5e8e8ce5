import { TimerIcon, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { sentences } from '../sentences.ts';
import { ask } from './connection.ts';
import { useWindow } from './conversation-store.ts';

/** Running timers with what is left of them. */
export function Timers() {
  const timers = useWindow((state) => state.conversation?.timers);
  const now = useNow(timers !== undefined && timers.length > 0);
  if (timers === undefined || timers.length === 0) return null;
  return (
    <ul className="timers">
      {timers.map(({ id, label, endsAt }) => (
        <li key={id} className="badge">
          <TimerIcon size={14} aria-hidden />
          {label !== null && `${label} `}
          {remaining(Date.parse(endsAt) - now)}
          <button
            type="button"
            className="button plain icon small"
            aria-label={sentences.buttons.cancelTimer}
            onClick={() => void ask((client) => client.cancelTimer({ id }))}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** `4:59`, `1:02:03`; never below zero. */
export function remaining(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
