import type { z } from 'zod';
import { type GlobalKeyPlace, toggleShortcut } from '../../native/global-keys/choose-way.ts';
import { type HeldKeyResult, watchHeldKey } from '../../native/global-keys/index.ts';
import type { globalKeySchema } from '../ipc/window-schema.ts';

export type GlobalKeySupport = z.infer<typeof globalKeySchema>;

/** The part of Electron's globalShortcut that is used. */
export interface Shortcuts {
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

export interface TalkKeyWays {
  readonly place: () => GlobalKeyPlace;
  readonly shortcuts: Shortcuts;
  readonly tell: (direction: 'down' | 'up') => void;
  readonly watch?: (name: string, place: GlobalKeyPlace, tell: (direction: 'down' | 'up') => void) => HeldKeyResult;
}

const NO_KEY: GlobalKeySupport = { support: 'none', reason: 'No key is chosen.' };

/** The talk key that works while other programs have the keyboard: held if that can be known, else a toggle, else none. */
export class PushToTalk {
  readonly #ways: TalkKeyWays;
  #keyName: string | null = null;
  #support: GlobalKeySupport = NO_KEY;
  #close: () => void = () => undefined;
  #release: () => void = () => undefined;

  constructor(ways: TalkKeyWays) {
    this.#ways = ways;
  }

  get support(): GlobalKeySupport {
    return this.#support;
  }

  /** Watches another key; null watches none. The same key again does nothing. */
  choose(keyName: string | null): GlobalKeySupport {
    if (keyName === this.#keyName) return this.#support;
    this.close();
    this.#keyName = keyName;
    this.#support = keyName === null ? NO_KEY : this.#open(keyName);
    return this.#support;
  }

  /** The key's release will not be seen (lock screen, sleep): ends the press. */
  release(): void {
    this.#release();
  }

  close(): void {
    this.#close();
    this.#close = this.#release = () => undefined;
    this.#keyName = null;
    this.#support = NO_KEY;
  }

  #open(keyName: string): GlobalKeySupport {
    const watch = this.#ways.watch ?? watchHeldKey;
    const result = watch(keyName, this.#ways.place(), this.#ways.tell);
    if (result.key === null) return this.#openToggle(keyName, result.reason);
    const { key } = result;
    this.#release = () => key.release();
    this.#close = () => void key.close();
    return { support: 'hold', reason: null };
  }

  /** A shortcut knows no release: one press is a tap, and a tap keeps the conversation open until the next. */
  #openToggle(keyName: string, why: string): GlobalKeySupport {
    const accelerator = toggleShortcut(keyName);
    const shown = accelerator.replace('CommandOrControl', 'Ctrl');
    const tap = () => {
      this.#ways.tell('down');
      this.#ways.tell('up');
    };
    if (!register(this.#ways.shortcuts, accelerator, tap))
      return { support: 'none', reason: `${why} The shortcut ${shown} is taken by another program.` };
    this.#close = () => this.#ways.shortcuts.unregister(accelerator);
    return { support: 'toggle', reason: `${why} Press ${shown} once to talk and once more to stop.` };
  }
}

function register(shortcuts: Shortcuts, accelerator: string, pressed: () => void): boolean {
  try {
    return shortcuts.register(accelerator, pressed);
  } catch {
    return false;
  }
}
