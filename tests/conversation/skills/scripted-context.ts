import type { RunningTimer, SkillContext } from '../../../electron/conversation/skills/skill.ts';

/** A context whose desks keep what they were told, so that tests can look. */
export function scriptedContext(changes: Partial<Pick<SkillContext, 'locale' | 'timeZone' | 'utterance'>> & { now?: Date } = {}) {
  const { now = new Date('2026-11-24T16:42:00Z'), ...rest } = changes;
  const timers: RunningTimer[] = [];
  const desk = { userName: null as string | null, personaId: 'nova', volume: 0.5, rate: 1, lastReply: null as string | null, stopped: 0 };
  const personas = [
    { id: 'nova', name: 'Nova', character: 'Nova is a warm, cheerful voice assistant.' },
    { id: 'winston', name: 'Winston', character: 'Winston is a polite and formal butler.' },
  ];
  const context: SkillContext = {
    now: () => now,
    locale: 'en-US',
    timeZone: 'UTC',
    utterance: '',
    timers: {
      set: (durationMs, label) => {
        const timer = { id: `timer-${timers.length + 1}`, label, durationMs, endsAt: new Date(now.getTime() + durationMs) };
        timers.push(timer);
        return timer;
      },
      list: () => [...timers],
      cancel: (id) =>
        void timers.splice(
          timers.findIndex((timer) => timer.id === id),
          1,
        ),
    },
    facts: {
      userName: () => desk.userName,
      rememberName: (name) => {
        const previous = desk.userName;
        desk.userName = name;
        return { previous };
      },
    },
    personas: {
      list: () => personas,
      current: () => personas.find(({ id }) => id === desk.personaId) ?? { id: 'nova', name: 'Nova' },
      switchTo: (id) => {
        desk.personaId = id;
      },
    },
    speech: {
      lastReply: () => desk.lastReply,
      stop: () => {
        desk.stopped += 1;
      },
      changeVolume: (factor) => {
        desk.volume = Math.min(1, Math.max(0.1, desk.volume * factor));
        return desk.volume;
      },
      changeRate: (factor) => {
        desk.rate = Math.min(1.5, Math.max(0.65, desk.rate * factor));
        return desk.rate;
      },
    },
    ...rest,
  };
  return { context, desk, timers };
}
