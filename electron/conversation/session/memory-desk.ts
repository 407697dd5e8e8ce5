import type { Fact, NameCard } from '../../ipc/memory-schema.ts';
import { saidBack } from '../memory/facts/second-person.ts';
import { answersQuestion } from '../memory/recall/answer-question.ts';
import { factsAbout, factsToForget } from '../memory/recall/facts-to-forget.ts';
import type { FoundTurn, MemoryDesk } from '../skills/skill.ts';
import { findTurns } from './find-turns.ts';
import { forget } from './forgetting.ts';
import type { Reply } from './reply.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import type { SessionVerbs } from './skill-desks.ts';

const MOST_TOLD = 500;

/**
 * Memory as skills see it, for one turn: only the user's own words of that turn get in, and only what the running persona
 * may know comes out.
 */
export function memoryDesk(dependencies: SessionDependencies, verbs: SessionVerbs, reply: Reply): MemoryDesk {
  const { remembering, record } = verbs;
  const { today, preferences, output } = dependencies;
  const now = () => ({ now: today(), timeZone: preferences.timeZone });
  const source = () => {
    if (reply.userTurnId === null) throw new Error('Memory needs the turn that something comes from.');
    return { id: reply.userTurnId, at: today().toISOString(), scope: remembering.scope };
  };
  const known = () => ({ cards: remembering.memory.cards.list(), facts: remembering.known() });
  const forgetAll = ({ cards, facts }: { readonly cards: readonly NameCard[]; readonly facts: readonly Fact[] }, words: string | null) => {
    if (cards.length + facts.length === 0) return;
    const request = words === null || reply.userTurnId === null ? {} : { request: { turnId: reply.userTurnId, words } };
    forget(remembering.memory, record.store, { facts, cardIds: cards.map(({ id }) => id), ...request }, output.turnChanged);
    reply.forgot = true;
    verbs.memoryChanged();
  };
  return {
    userName: () => remembering.userName,
    rename: (name) => {
      const { previous, notes } = remembering.memory.rename(source(), name);
      remembering.noted(source().id, notes);
      return { previous };
    },
    isPrivate: () => record.kind === 'private',
    remember: (words) => {
      const kept = remembering.memory.remember({ ...source(), utterance: reply.utterance }, words);
      if (kept === null) return null;
      const { fact, before, notes } = kept;
      remembering.noted(source().id, notes);
      return { sentence: saidBack(fact, now()), previous: before === null ? null : saidBack(before, now()) };
    },
    forget: (words) => {
      const meant = factsToForget(words, known());
      forgetAll(meant, words);
      return meant.cards.length + meant.facts.length;
    },
    forgetEverything: () => forgetAll({ cards: remembering.memory.cards.list(), facts: remembering.memory.facts.list() }, null),
    known: (about) => {
      const { cards, facts } = known();
      const told = factsAbout(about, facts.toReversed()).slice(0, MOST_TOLD);
      const people = about === null ? [] : cards.filter(({ relation }) => relation !== null && about.toLowerCase().includes(relation));
      return [
        ...people.map(({ relation, written }) => `Your ${relation} is called ${written}.`),
        ...told.map((fact) => saidBack(fact, now())),
      ];
    },
    ask: (question) => {
      const answer = answersQuestion(question, known(), now());
      if (answer === null) return null;
      const used = [...answer.used.cards.map(({ written }) => written), ...answer.used.facts.map((fact) => saidBack(fact, now()))];
      reply.notes = remembering.usedNotes(used);
      return { sentence: answer.sentence, used };
    },
    findTurns: (query): readonly FoundTurn[] => findTurns(record.store, query, { personaId: reply.personaId, leaveOut: reply.userTurnId }),
  };
}
