import type { EngineSetup, HistoryTurn } from '../realtime-model.ts';

/** The list the adapter was trained with; it must stay the same whatever skills there are, or the model denies having any. */
const SKILL_LIST = 'timer alarm weather music message table cart math reminder light name clock';
/** More turns only confuse a model of this size. */
const TURNS_KEPT = 4;

/** What stays the same from turn to turn: computed once, kept in the cache. */
export function promptPrefix(setup: EngineSetup): string {
  const facts = setup.facts.length === 0 ? 'none.' : setup.facts.map(oneLine).join(' ');
  return `${oneLine(setup.persona.character)}\nSkills: ${SKILL_LIST}\nFacts: ${facts}\n`;
}

/** The whole prompt for a reply to the last user turn in `history`. Ends with "NAME:", the reply starts with a space. */
export function replyPrompt(setup: EngineSetup, history: readonly HistoryTurn[]): string {
  const { name } = setup.persona;
  const turns = history.slice(-TURNS_KEPT).map(({ role, text }) => `${role === 'user' ? 'User' : name}: ${oneLine(text)}\n`);
  return `${promptPrefix(setup)}${turns.join('')}${name}:`;
}

/** What the base model goes on from when there is no adapter; nothing in it is a name or a place that could leak. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ['Hello.', 'Hello! How are you today?'],
  ['I had a long day.', 'That sounds tiring. Sit down for a while.'],
  ['I am a bit sad today.', "I'm sorry to hear that. Do you want to tell me about it?"],
  ['My cake turned out well!', 'How lovely! Enjoy every bite.'],
  ['Thank you.', "You're welcome."],
];

/** The prompt for the base model without adapter: a transcript by examples, which it carries on. */
export function transcriptPrompt(setup: EngineSetup, history: readonly HistoryTurn[]): string {
  const { name, character } = setup.persona;
  const shown = EXAMPLES.map(([said, reply]) => `Person: ${said}\n${name}: ${reply}\n`);
  const turns = history.slice(-TURNS_KEPT).map(({ role, text }) => `${role === 'user' ? 'Person' : name}: ${oneLine(text)}\n`);
  return `${oneLine(character)} A friendly talk.\n${shown.join('')}${turns.join('')}${name}:`;
}

/** A line break in the user's words would end the turn for the model: it could be told anything after it. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
