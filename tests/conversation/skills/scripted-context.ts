import { CanvasShelf } from '../../../electron/conversation/canvas/canvas-shelf.ts';
import { builtInMenu } from '../../../electron/conversation/canvas/menu-book.ts';
import { canvasDesk } from '../../../electron/conversation/session/canvas-desk.ts';
import { mayUse } from '../../../electron/conversation/skills/allowed-skills.ts';
import type { FoundTurn, PersonaAtDesk, RunningTimer, SkillContext } from '../../../electron/conversation/skills/skill.ts';
import { TimelineRecorder } from '../../../electron/diagnostics/turn-timeline.ts';

const ENGINES = [
  { id: 'on-device', label: 'On this computer', host: null, whyNot: null },
  { id: 'xai', label: 'xAI Grok Voice', host: 'api.x.ai', whyNot: null },
  { id: 'gemini-live', label: 'Gemini Live', host: 'generativelanguage.googleapis.com', whyNot: 'Gemini Live needs a key.' },
  { id: 'own-1', label: 'Kitchen server', host: 'kitchen.local:8000', whyNot: null },
] as const;

/** A context whose desks keep what they were told, so that tests can look. */
export function scriptedContext(
  changes: Partial<Pick<SkillContext, 'locale' | 'timeZone' | 'utterance'>> & { now?: Date; furtherPersonas?: PersonaAtDesk[] } = {},
) {
  const { now = new Date('2026-11-24T16:42:00Z'), furtherPersonas: _, ...rest } = changes;
  const timers: RunningTimer[] = [];
  const desk = {
    userName: null as string | null,
    private: false,
    known: [] as string[],
    turns: [] as FoundTurn[],
    personaId: 'nova',
    families: null as readonly string[] | null,
    volume: 0.5,
    rate: 1,
    lastReply: null as string | null,
    stopped: 0,
    profile: 'Igor',
    engineId: 'on-device',
  };
  const shelf = scriptedShelf(now);
  const walls = { told: [] as string[], table: [] as readonly string[], greetings: {} as Record<string, string>, factsHandedOver: 1 };
  const personas = [
    { id: 'nova', name: 'Nova', character: 'Nova is a warm, cheerful voice assistant.', roles: [] },
    { id: 'winston', name: 'Winston', character: 'Winston is a polite and formal butler.', roles: ['butler'] },
    ...(changes.furtherPersonas ?? []),
  ];
  const context: SkillContext = {
    now: () => now,
    locale: 'en-US',
    timeZone: 'UTC',
    utterance: '',
    random: () => 0.5,
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
    memory: {
      userName: () => desk.userName,
      rename: (name) => {
        const previous = desk.userName;
        desk.userName = name;
        return { previous };
      },
      isPrivate: () => desk.private,
      remember: (words) => {
        const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
        const previous = desk.known.find((known) => known === sentence) ?? null;
        if (previous === null) desk.known.push(sentence);
        return { sentence, previous };
      },
      notice: (words) => context.memory.remember(words),
      forget: (words) => {
        const left = desk.known.filter((known) => !known.toLowerCase().includes(words.toLowerCase()));
        return desk.known.splice(0, desk.known.length, ...left).length - left.length;
      },
      forgetEverything: () => void desk.known.splice(0),
      known: (about) => desk.known.filter((known) => about === null || known.toLowerCase().includes(about.replace(/^my /i, ''))),
      ask: (question) => {
        const sentence = desk.known.find((known) => known.includes(question.split(' ').at(-1)?.replace('?', '') ?? '?'));
        return sentence === undefined ? null : { sentence, used: [sentence] };
      },
      findTurns: (query) => desk.turns.filter(({ excerpt }) => excerpt.includes(query)),
    },
    personas: {
      list: () => personas,
      current: () => personas.find(({ id }) => id === desk.personaId) ?? { id: 'nova', name: 'Nova' },
      mayUse: (family) => mayUse(family, desk.families),
      switchTo: (id) => {
        desk.personaId = id;
        walls.table = [];
      },
      greet: (id) => {
        const greeting = walls.greetings[id] ?? null;
        delete walls.greetings[id];
        return greeting;
      },
      allowAboutMe: (id, allowed) => void walls.told.push(`${id} ${allowed ? 'may' : 'may not'} know about me`),
      handOver: ({ fromId, toId, about }) => {
        walls.told.push(`${fromId} -> ${toId}: ${about ?? 'all'}`);
        return walls.factsHandedOver;
      },
      keepFrom: (id, subject) => void walls.told.push(`${id} not about ${subject}`),
      tellAgain: (id, subject) => {
        walls.told.push(`${id} again about ${subject}`);
        return walls.factsHandedOver > 0;
      },
      atTable: () => walls.table,
      openTable: (ids) => {
        if (ids.length < 2) return 'A round table needs at least two.';
        walls.table = ids;
        return null;
      },
      closeTable: () => {
        walls.table = [];
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
    profiles: {
      list: () => ['Igor', 'Anna'].map((name) => ({ name, isOpen: name === desk.profile })),
      switchTo: (name) => {
        desk.profile = name;
      },
    },
    engines: {
      list: () => ENGINES.map((engine) => ({ ...engine, isAnswering: engine.id === desk.engineId })),
      switchTo: (id) => {
        desk.engineId = id;
      },
    },
    canvas: canvasDesk(
      shelf,
      { nowMs: () => 0, menu: () => builtInMenu(new URL('../../../assets/menus', import.meta.url).pathname) },
      { timeline: new TimelineRecorder() },
    ),
    ...rest,
  };
  return { context, desk, timers, walls, shelf };
}

/** Canvases that live in a map. */
export function scriptedShelf(now: Date): CanvasShelf {
  const kept = new Map<string, { readonly document: unknown; readonly words: string }>();
  let made = 0;
  const all = () => [...kept.values()].toReversed();
  return new CanvasShelf({
    documents: () => ({
      newest: () => all().map(({ document }) => document),
      read: (id) => kept.get(id)?.document ?? null,
      find: (_, query) => {
        const wanted = query.toLowerCase().split(/\W+/);
        const share = (words: string) => wanted.filter((word) => words.toLowerCase().includes(word)).length;
        const found = all().filter(({ words }) => share(words) > 0);
        return found.toSorted((one, other) => share(other.words) - share(one.words)).map(({ document }) => document);
      },
      put: (_, id, document, words) => void kept.set(id, { document, words }),
      remove: (...ids) => {
        for (const id of ids) kept.delete(id);
      },
    }),
    conversationId: () => null,
    newId: () => `id-${made++}`,
    now: () => now,
    onChanged: () => undefined,
  });
}
