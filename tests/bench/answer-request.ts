import { join } from 'node:path';
import { saidBack } from '../../electron/conversation/memory/facts/second-person.ts';
import { Memory } from '../../electron/conversation/memory/memory.ts';
import { answersQuestion } from '../../electron/conversation/memory/recall/answer-question.ts';
import { factsAbout, factsToForget } from '../../electron/conversation/memory/recall/facts-to-forget.ts';
import { enginePersona } from '../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../electron/conversation/personas/load-personas.ts';
import { builtInSkills } from '../../electron/conversation/skills/built-in-skills.ts';
import { saidParts } from '../../electron/conversation/skills/meant/said-parts.ts';
import { runSkill, toolDefinitions } from '../../electron/conversation/skills/serve-skills.ts';
import type { MemoryDesk, SkillContext } from '../../electron/conversation/skills/skill.ts';
import type { LanguageModel } from '../../models/language/language-model.ts';
import { openOwnMeaning } from '../../models/meaning/own-meaning.ts';
import { ClauseVoice } from '../../models/speech-to-speech/on-device/clause-voice.ts';
import { EmbeddedMind } from '../../models/speech-to-speech/on-device/embedded-mind.ts';
import { ReplyRun, type SkillCall } from '../../models/speech-to-speech/on-device/reply-run.ts';
import { Role } from '../../models/speech-to-speech/on-device/role.ts';
import { meantWords, NOTHING_MEANT, plainWords, type ReadMeaning } from '../../models/speech-to-speech/on-device/skill-choice.ts';
import { scriptedContext } from '../conversation/skills/scripted-context.ts';
import { driveIn } from '../conversation/skills/talk-at-screen.ts';
import { realPlaces } from '../models/real-places.ts';
import { memoryStore } from '../scenarios/memory-store.ts';

export interface Answered {
  /** Null: no skill took the words, the small model or its refusal answered. */
  readonly skill: string | null;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly sentence: string;
  /** The persona declined, whether by its policy or because what the model said was not to be said. */
  readonly refused: boolean;
  /** From the words to the choice, the readings by a worker thread included. */
  readonly routingMs: number;
}

/** The words are judged before anybody speaks them. */
const SILENT = {
  responseId: 'response',
  itemId: 'item',
  clauseVoice: new ClauseVoice(new Role(() => Promise.reject(new Error('Nobody speaks here.')))),
  pronunciations: {},
  respellings: {},
  tell: () => undefined,
  onEnded: () => undefined,
};

/** As the product reads them. */
export async function skillsByMeaning(): Promise<ReadMeaning> {
  const model = await openOwnMeaning(realPlaces);
  return async (words, earlier = []) => {
    const [meaning] = await model.read([[...earlier, words].map(plainWords).join('\n')]);
    return meaning === undefined ? NOTHING_MEANT : meantWords(words, model.classes, meaning);
  };
}

/** One conversation on this computer: the real choice of skills, the real skills, memory and small model; only desks without a machine behind them are scripted. */
export async function openConversation(
  language: LanguageModel,
  { takesOrders }: { readonly takesOrders: boolean },
  readMeaning?: ReadMeaning,
) {
  const { personas } = await loadPersonas(join(import.meta.dirname, '../../assets/personas'));
  const nova = personas.find(({ id }) => id === 'nova');
  if (nova === undefined) throw new Error('There is no Nova.');
  const persona = enginePersona(nova, 1);
  const { context, shelf, desk } = scriptedContext();
  desk.lastReply = 'It is twenty to five.';
  let decidedAtMs = 0;
  /** The last reading decides: what follows is the reply. */
  const timed: ReadMeaning | undefined =
    readMeaning &&
    (async (...said) => {
      const likely = await readMeaning(...said);
      decidedAtMs = performance.now();
      return likely;
    });
  const mind = new EmbeddedMind(new Role(() => Promise.resolve(language)), timed);
  const memory = memoryDesk(context);
  const menu = () => (takesOrders || shelf.current?.kind === 'order' ? driveIn : null);
  const surroundings = {
    knows: (question: string) => memory.ask(question) !== null,
    canvas: () => shelf.current,
    earlier: () => shelf.earlier,
    menu,
  };
  const tools = toolDefinitions(builtInSkills, surroundings);
  const partsOf = (utterance: string) => saidParts(utterance, shelf.current);
  const setup = { persona, facts: [], names: [], tools, partsOf, history: [] };
  const say = async (utterance: string): Promise<Answered> => {
    const answered = await answer(utterance);
    if (answered.sentence !== '') desk.lastReply = answered.sentence;
    return answered;
  };
  const answer = async (utterance: string): Promise<Answered> => {
    const beforeMs = performance.now();
    decidedAtMs = 0;
    const calls: SkillCall[] = [];
    const run = new ReplyRun({ ...SILENT, voice: persona.voice });
    run.call = (call) => void calls.push(call);
    let sentence = '';
    const turns = [{ role: 'user' as const, text: utterance }];
    for await (const clause of mind.talk({ setup, words: utterance, turns, earlierReplies: [], run }))
      sentence += `${sentence === '' ? '' : ' '}${clause.trim()}`;
    const routingMs = (decidedAtMs || performance.now()) - beforeMs;
    const [call] = calls;
    if (call !== undefined) {
      memory.hear(utterance);
      const done = await runSkill(builtInSkills, call.name, call.arguments, { ...context, memory, utterance });
      return { skill: call.name, arguments: call.arguments, sentence: done.sentence, refused: false, routingMs };
    }
    return { skill: null, arguments: {}, sentence, refused: sentence.trim() === persona.refusal, routingMs };
  };
  return { say, shelf, asks: (words: string) => mind.asks(words, setup) };
}

/** The real memory without walls and store. */
function memoryDesk({ now, timeZone }: SkillContext): MemoryDesk & { hear(utterance: string): void } {
  let made = 0;
  const memory = new Memory(memoryStore().documents, () => `id-${made++}`);
  const today = { now: now(), timeZone };
  let heard = '';
  const source = () => ({ id: `turn-${made++}`, at: now().toISOString(), scope: 'me', utterance: heard });
  const known = () => ({ cards: memory.cards.list(), facts: memory.facts.list() });
  const told = (kept: ReturnType<Memory['remember']>) => (kept === null ? null : { sentence: saidBack(kept.fact, today), previous: null });
  return {
    hear: (utterance) => {
      heard = utterance;
    },
    userName: () => memory.cards.own()?.written ?? null,
    rename: (name) => memory.rename(source(), name),
    isPrivate: () => false,
    remember: (words) => told(memory.remember(source(), words)),
    notice: (words) => told(memory.notice(source(), words)),
    forget: (words) => {
      const meant = factsToForget(words, known());
      for (const { id } of [...meant.facts, ...meant.cards]) memory.forget(id);
      return meant.facts.length + meant.cards.length;
    },
    forgetEverything: () => {
      for (const { id } of [...known().facts, ...known().cards]) memory.forget(id);
    },
    known: (about) => factsAbout(about, known().facts).map((fact) => saidBack(fact, today)),
    ask: (question) => {
      const answer = answersQuestion(question, known(), today);
      return answer === null ? null : { sentence: answer.sentence, used: [] };
    },
    findTurns: () => [],
  };
}
