/** Two to four personas in one conversation, each speaking only as itself. */
export interface TableMember {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly character: string;
}

export interface RoundTable {
  /** In the order they were asked to sit down; the first answers where nobody else is meant. */
  readonly members: readonly TableMember[];
}

/** A turn as the table heard it; `speakerId` null is the user. */
export interface TableTurn {
  readonly speakerId: string | null;
  readonly text: string;
}

export const FEWEST_AT_TABLE = 2;
export const MOST_AT_TABLE = 4;

/** @returns the table, or why there is none, in one sentence that can be said */
export function openRoundTable(members: readonly TableMember[]): RoundTable | { readonly problem: string } {
  const seated = members.filter((member, index) => members.findIndex(({ id }) => id === member.id) === index);
  if (seated.length < FEWEST_AT_TABLE)
    return { problem: 'A round table needs at least two. Say for example: a round table with Mia and Chef Carlo.' };
  if (seated.length > MOST_AT_TABLE) return { problem: 'A round table seats four at most. Name two to four.' };
  return { members: seated };
}

const EVERYBODY =
  /\b(?:everybody|everyone|all of you|you all|you both|both of you|each of you|you guys|the (?:two|three|four) of you|what do (?:you|we) all|go around|one after (?:the other|another))\b/;
const OTHERS = /\b(?:the others|the other one|the rest of you|anyone else|anybody else|somebody else|someone else)\b/;

/**
 * Who answers the user's words, in order: those named, in the order they are named; all where all are asked; the others
 * where "the others" are; else the one who spoke last, or the first.
 */
export function nextSpeakers(table: RoundTable, utterance: string, lastSpeakerId: string | null): readonly string[] {
  const words = plainWords(utterance);
  const named = table.members
    .map((member) => ({ id: member.id, at: firstNaming(words, member) }))
    .filter(({ at }) => at !== -1)
    .sort((left, right) => left.at - right.at)
    .map(({ id }) => id);
  if (named.length > 0) return named;
  const ids = table.members.map(({ id }) => id);
  if (EVERYBODY.test(words)) return ids;
  if (OTHERS.test(words)) return ids.filter((id) => id !== lastSpeakerId);
  return ids.includes(lastSpeakerId ?? '') ? [lastSpeakerId ?? ''] : ids.slice(0, 1);
}

/** What a member is told besides its own character: who else sits there, and that it speaks only for itself. */
export function tableNotes(table: RoundTable, speakerId: string): readonly string[] {
  const others = table.members.filter(({ id }) => id !== speakerId);
  const speaker = table.members.find(({ id }) => id === speakerId);
  if (speaker === undefined) return [];
  return [...others.map(({ character }) => character), `At this table ${speaker.name} speaks only as ${speaker.name}.`];
}

/** The table's turns as one member remembers them: its own as its own, everybody else's with their name before them. */
export function tableHistory(
  table: RoundTable,
  speakerId: string,
  turns: readonly TableTurn[],
): readonly { readonly role: 'user' | 'assistant'; readonly text: string }[] {
  const nameOf = (id: string) => table.members.find((member) => member.id === id)?.name ?? 'Somebody';
  return turns.map(({ speakerId: by, text }) => {
    if (by === speakerId) return { role: 'assistant', text };
    return { role: 'user', text: by === null ? text : `${nameOf(by)} said: ${text}` };
  });
}

/** A reply that goes on in another one's name ends before that: nobody speaks for somebody else. */
export function onlyAsItself(table: RoundTable, speakerId: string, reply: string): string {
  const others = namesOfOthers(table, speakerId);
  const foreign = others.length === 0 ? -1 : reply.search(new RegExp(`(?:^|(?<=[\\s.!?]))(?:${others.join('|')})\\s*(?::|said:|says:)`));
  return (foreign === -1 ? reply : reply.slice(0, foreign)).trim();
}

/** Whether a reply that is still being made may be about to go on in another one's name: it ends with that name. */
export function mayTurnForeign(table: RoundTable, speakerId: string, reply: string): boolean {
  const beginnings = namesOfOthers(table, speakerId).flatMap((name) =>
    name.split(' ').map((_, index, words) => words.slice(0, index + 1).join(' ')),
  );
  return beginnings.length > 0 && new RegExp(`(?:^|[\\s.!?])(?:${beginnings.join('|')})(?:\\s+(?:said|says))?\\s*$`).test(reply);
}

function namesOfOthers(table: RoundTable, speakerId: string): readonly string[] {
  return table.members.filter(({ id }) => id !== speakerId).map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

function firstNaming(words: string, { name, roles }: TableMember): number {
  const given = plainWords(name);
  const last = given.split(' ').at(-1) ?? given;
  const places = [given, last, ...roles.map(plainWords)].map((call) => ` ${words} `.indexOf(` ${call} `)).filter((at) => at !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(' ');
}
