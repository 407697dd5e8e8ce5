import type { ConversationKind } from '../ipc/presence-schema.ts';

/** The part of Electron's BrowserWindow that is used. */
interface ProtectedWindow {
  setContentProtection(enabled: boolean): void;
}

/** Where the system can keep a window out of screenshots and shared screens. Linux has no such wish to the compositor. */
export function canProtect(platform: NodeJS.Platform): boolean {
  return platform === 'darwin' || platform === 'win32';
}

/** Keeps the window out of screenshots while the setting is on or a private conversation runs. */
export class ScreenshotProtection {
  readonly #isPossible: boolean;
  readonly #changed: (state: { isPossible: boolean; isOn: boolean }) => void;
  #window: ProtectedWindow | null = null;
  #wanted = false;
  #kind: ConversationKind = 'kept';

  constructor(platform: NodeJS.Platform, changed: (state: { isPossible: boolean; isOn: boolean }) => void) {
    this.#isPossible = canProtect(platform);
    this.#changed = changed;
  }

  get state(): { isPossible: boolean; isOn: boolean } {
    return { isPossible: this.#isPossible, isOn: this.#isPossible && (this.#wanted || this.#kind === 'private') };
  }

  /** A window that opens begins unprotected. */
  protect(window: ProtectedWindow | null): void {
    this.#window = window;
    this.#apply();
  }

  /** The setting. */
  want(wanted: boolean): void {
    this.#change(() => {
      this.#wanted = wanted;
    });
  }

  converse(kind: ConversationKind): void {
    this.#change(() => {
      this.#kind = kind;
    });
  }

  #change(make: () => void): void {
    const before = this.state.isOn;
    make();
    if (this.state.isOn === before) return;
    this.#apply();
    this.#changed(this.state);
  }

  #apply(): void {
    if (this.#isPossible) this.#window?.setContentProtection(this.state.isOn);
  }
}
