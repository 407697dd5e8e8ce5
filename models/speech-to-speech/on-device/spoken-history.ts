import type { HistoryTurn } from '../realtime-model.ts';

interface Entry extends HistoryTurn {
  readonly itemId: string | null;
}

/** The engine's own history: what was heard on both sides, oldest first. */
export class SpokenHistory {
  #entries: Entry[];

  constructor(earlier: readonly HistoryTurn[]) {
    this.#entries = earlier.map((turn) => ({ ...turn, itemId: null }));
  }

  get turns(): readonly HistoryTurn[] {
    return this.#entries.filter(({ text }) => text !== '').map(({ role, text }) => ({ role, text }));
  }

  get replies(): readonly string[] {
    return this.#entries.filter(({ role }) => role === 'assistant').map(({ text }) => text);
  }

  addUser(text: string): void {
    this.#entries.push({ role: 'user', text, itemId: null });
  }

  /** The user's last words were cut off: they go on, and what was answered to the first half was not heard. */
  replaceUser(text: string): void {
    const last = this.#entries.findLastIndex(({ role }) => role === 'user');
    this.#entries = last === -1 ? this.#entries : this.#entries.slice(0, last);
    this.addUser(text);
  }

  /** Adds or replaces the text of a reply: after an interruption it holds no more than was heard. */
  setReply(itemId: string, text: string): void {
    const entry: Entry = { role: 'assistant', text, itemId };
    const known = this.#entries.findIndex((candidate) => candidate.itemId === itemId);
    if (known === -1) this.#entries.push(entry);
    else this.#entries = this.#entries.with(known, entry);
  }
}
