import type { SpeakerCommand } from '../../ipc/audio-frame.ts';
import type { Notice } from '../../ipc/presence-schema.ts';
import type { WindowEmit } from './serve-window.ts';

interface OpenWindow {
  readonly emit: WindowEmit;
  readonly speaker: (command: SpeakerCommand) => void;
}

/** Every window that is open, and the notices a window that opens later must still see. */
export class OpenWindows {
  readonly #windows: OpenWindow[] = [];
  readonly #notices = new Map<string, Notice>();

  add(window: OpenWindow): void {
    this.#windows.push(window);
    for (const notice of this.#notices.values()) window.emit('notice', notice);
  }

  readonly tell: WindowEmit = (name, payload) => {
    for (const window of this.#windows) window.emit(name, payload);
  };

  notice(notice: Notice): void {
    this.#notices.set(notice.id, notice);
    this.tell('notice', notice);
  }

  /** The engine is well again: what was said about it no longer holds. */
  forgetNotices(prefix: string): void {
    for (const id of this.#notices.keys()) if (id.startsWith(prefix)) this.#notices.delete(id);
  }

  /** Two windows must not speak at once: the one opened last has the voice. */
  speak(command: SpeakerCommand): void {
    this.#windows.at(-1)?.speaker(command);
  }
}
