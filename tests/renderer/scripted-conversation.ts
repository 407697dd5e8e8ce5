import {
  type ConversationContract,
  type ConversationState,
  type ConversationSummary,
  conversationContract,
  type StoredTurn,
} from '../../electron/ipc/conversation-schema.ts';
import { type IpcClient, type IpcHandlers, ProblemError, serveIpc } from '../../electron/ipc/derive-ipc.ts';
import { ABOUT_ME, type Fact, type NameCard, type NameCardDraft } from '../../electron/ipc/memory-schema.ts';
import { EVERYBODY, type TuningResult, type TuningState } from '../../electron/ipc/tuning-schema.ts';
import { connectConversation } from '../../renderer/conversation/connection.ts';

/** The other end of the window's control port: answers by the contract out of what a test gives it. */
export interface ScriptedConversation {
  cards: NameCard[];
  facts: Fact[];
  turns: StoredTurn[];
  conversations: ConversationSummary[];
  walls: { personaId: string; knowsAboutMe: boolean }[];
  /** Decisions for one fact and one persona: `fact persona`. */
  decided: Record<string, boolean>;
  /** Recordings of names by the id of their card. */
  recordings: Record<string, string>;
  /** Facts there are beyond the ones that are listed. */
  furtherFacts: number;
  /** How an engine does in a race. */
  raceEngine: IpcHandlers<ConversationContract>['raceEngine'];
  tuning: TuningState;
  /** What each step of tuning finds, in order; then too little was heard. */
  tuningResults: TuningResult[];
  /** Thrown by the next saving request. */
  refusal: string | null;
  /** Every request that changes or says something, in order: `removeNameCard {"id":"a"}`. */
  readonly asked: string[];
  /** What the page listens with. */
  readonly client: IpcClient<ConversationContract>;
  readonly emit: ReturnType<typeof serveIpc<ConversationContract>>['emit'];
  close(): void;
}

export const personas = [
  { id: 'nova', name: 'Nova', character: 'Nova is warm.', tone: 'sea' },
  { id: 'winston', name: 'Winston', character: 'Winston is dry.', tone: 'amber' },
] as const;

export const readyState: ConversationState = {
  presence: 'idle',
  capturing: false,
  talkMode: 'push-to-talk',
  persona: personas[0],
  engine: { id: 'on-device', label: 'On this computer', runsOn: 'this-computer', line: 'open' },
  thinking: null,
  activity: null,
  keeping: 'kept',
  userName: null,
  conversationKind: 'kept',
  expiresAt: null,
  timers: [],
};

const AT = '2026-03-02T10:00:00.000Z';

export function makeCard(card: Partial<NameCard> & Pick<NameCard, 'id' | 'written'>): NameCard {
  const nothing = { relation: null, heardAs: [], notWritten: [], respelling: null, ipa: null, sourceTurnId: null };
  return { owner: 'person', ...nothing, at: AT, ...card };
}

export function makeFact(fact: Partial<Fact> & Pick<Fact, 'id' | 'words'>): Fact {
  return { kind: 'note', slot: null, scope: ABOUT_ME, confidence: 1, sourceTurnId: null, at: AT, earlier: [], ...fact };
}

export function makeTurn(turn: Partial<StoredTurn>): StoredTurn {
  const base = { conversationId: 'c', heardText: null, unheardText: '', interrupted: false, skill: null, personaId: 'nova', notes: [] };
  return { id: 'turn', role: 'user', text: 'Hello.', engineId: 'on-device', at: AT, timeline: null, ...base, ...turn };
}

export function openScriptedConversation(): ScriptedConversation {
  const { port1, port2 } = new MessageChannel();
  const client = connectConversation(port2);
  const script: ScriptedConversation = {
    ...{
      cards: [],
      facts: [],
      turns: [],
      conversations: [],
      walls: [],
      decided: {},
      recordings: {},
      furtherFacts: 0,
      tuning: { manner: EVERYBODY, canUndo: false },
      tuningResults: [],
      refusal: null,
      raceEngine: () => {
        throw new Error('No race was scripted.');
      },
      asked: [],
      client,
    },
    emit: (name, payload) => served.emit(name, payload),
    close: () => {
      served.close();
      port1.close();
      port2.close();
    },
  };
  const channel = {
    post: (message: unknown) => port1.postMessage(message),
    listen: (receive: (message: unknown) => void) => {
      port1.onmessage = ({ data }) => {
        const { name, input } = data as { name: string; input: unknown };
        if (!/^(list|read)/.test(name)) script.asked.push(input === undefined ? name : `${name} ${JSON.stringify(input)}`);
        receive(data);
      };
      return () => undefined;
    },
  };
  const handlers: Partial<IpcHandlers<ConversationContract>> = {
    ...answersOf(script),
    ...nameAnswers(script),
    ...factAnswers(script),
    ...tuningAnswers(script),
  };
  const served = serveIpc(conversationContract, channel, handlers as IpcHandlers<ConversationContract>);
  return script;
}

function tuningAnswers(script: ScriptedConversation): Partial<IpcHandlers<ConversationContract>> {
  const state = () => script.tuning;
  return {
    readTuning: state,
    beginTuning: () => undefined,
    finishTuning: () => {
      const result = script.tuningResults.shift();
      if (result !== undefined) return result;
      throw new ProblemError({ id: 'tuning-too-little', message: 'Too little was heard to tell.', whatToDo: 'Do this step again.' });
    },
    cancelTuning: () => undefined,
    keepTuning: state,
    undoTuning: state,
    resetTuning: state,
  };
}

function answersOf(script: ScriptedConversation): Partial<IpcHandlers<ConversationContract>> {
  return {
    readState: () => readyState,
    listPersonas: () =>
      personas.map((persona) => ({
        ...persona,
        roles: [],
        about: persona.character,
        avatar: 'wave',
        builtIn: true,
        knowsAboutMe: true,
        exceptAbout: [],
      })),
    readCurrentTurns: () => script.turns,
    readConversation: ({ id }) => script.turns.filter(({ conversationId }) => conversationId === id),
    readTurn: ({ id }) => script.turns.find((turn) => turn.id === id) ?? null,
    listConversations: () => script.conversations,
    newConversation: () => undefined,
    undoMemory: () => undefined,
    raceEngine: (asked) => script.raceEngine(asked),
  };
}

function nameAnswers(script: ScriptedConversation): Partial<IpcHandlers<ConversationContract>> {
  return {
    listNameCards: () => script.cards,
    saveNameCard: ({ card }) => {
      refuse(script);
      const saved = { ...card, id: card.id ?? `card ${script.cards.length + 1}`, sourceTurnId: null, at: AT };
      script.cards = [...script.cards.filter(({ id }) => id !== saved.id), saved];
      return saved;
    },
    removeNameCard: ({ id }) => {
      script.cards = script.cards.filter((card) => card.id !== id);
      delete script.recordings[id];
    },
    readNameRecording: ({ id }) => ({ wav: script.recordings[id] ?? null }),
    saveNameRecording: ({ id, wav }) => {
      if (wav === null) delete script.recordings[id];
      else script.recordings[id] = wav;
    },
    readNameSound: ({ respelling, ipa }: Pick<NameCardDraft, 'respelling' | 'ipa'>) =>
      /\d/.test(`${respelling}${ipa}`)
        ? { ipa: null, problem: 'Digits are no sounds.' }
        : { ipa: ipa ?? `ˈ${respelling?.toLowerCase()}`, problem: null },
    hearName: () => undefined,
    importNameCards: () => ({ added: 2, changed: 1, problems: ['Line 4: there is no name.'] }),
    exportNameCards: () => ({ csv: 'written\r\nIgor\r\n' }),
  };
}

function factAnswers(script: ScriptedConversation): Partial<IpcHandlers<ConversationContract>> {
  return {
    listFacts: ({ query }) => {
      const facts = script.facts.filter(({ words }) => words.toLowerCase().includes(query.toLowerCase()));
      return { facts: facts.slice(0, 500), total: facts.length + script.furtherFacts };
    },
    saveFact: ({ id, words, scope }) => {
      refuse(script);
      const before = script.facts.find((fact) => fact.id === id);
      const fact = { ...(before ?? makeFact({ id: id ?? `fact ${script.facts.length + 1}`, words })), words, scope };
      script.facts = before === undefined ? [fact, ...script.facts] : script.facts.map((one) => (one === before ? fact : one));
      return fact;
    },
    mergeFacts: ({ keptId, otherId }) => {
      const kept = script.facts.find(({ id }) => id === keptId);
      if (kept === undefined) throw new Error('There is no such fact.');
      script.facts = script.facts.filter(({ id }) => id !== otherId);
      return kept;
    },
    forgetFact: ({ id }) => {
      script.facts = script.facts.filter((fact) => fact.id !== id);
    },
    exportMemory: ({ format }) => ({ text: format }),
    listWalls: () => script.walls,
    readKnownBy: ({ factIds }) => factIds.map((factId) => knownBy(script, factId)),
    setFactWall: ({ factId, personaId, knows }) => {
      script.decided = { ...script.decided, [`${factId} ${personaId}`]: knows };
      return knownBy(script, factId);
    },
    setWall: (wall) => {
      script.walls = script.walls.map((one) => (one.personaId === wall.personaId ? wall : one));
    },
  };
}

function knownBy({ walls, decided }: ScriptedConversation, factId: string) {
  const known = walls.filter(({ personaId, knowsAboutMe }) => decided[`${factId} ${personaId}`] ?? knowsAboutMe);
  const except = walls.filter(({ personaId, knowsAboutMe }) => (decided[`${factId} ${personaId}`] ?? knowsAboutMe) !== knowsAboutMe);
  const ids = (of: typeof walls) => of.map(({ personaId }) => personaId);
  return { factId, personaIds: ids(known), exceptIds: ids(except) };
}

function refuse(script: ScriptedConversation): void {
  const { refusal } = script;
  script.refusal = null;
  if (refusal !== null) throw new ProblemError({ id: 'refused', message: refusal, whatToDo: 'Write it in another way.' });
}
