import type { KeptTimers } from '../skills/timer-desk.ts';
import type { DocumentStore } from '../store/conversation-store.ts';

/**
 * Timers in the profile, so that they ring after a restart; those of a private conversation live and end with it.
 * @param current where things are kept at the moment; a timer is removed from where it was put
 */
export function keptTimers(current: () => DocumentStore): KeptTimers {
  const first = current();
  const places = new Map<string, DocumentStore>();
  return {
    list: () => first.list('timer'),
    put: (timer) => {
      places.set(timer.id, current());
      current().put('timer', timer.id, timer, '');
    },
    remove: (id) => {
      (places.get(id) ?? first).remove(id);
      places.delete(id);
    },
  };
}
