import { createRequire } from 'node:module';
import type { Close } from '../../electron/lifetime/scope.ts';
import { chooseWay, type GlobalKeyPlace } from './choose-way.ts';

/** The part of uiohook-napi that is used; tests hand in a double. */
export interface KeyHook {
  on(name: 'keydown' | 'keyup', listener: (event: { readonly keycode: number }) => void): unknown;
  off(name: 'keydown' | 'keyup', listener: (event: { readonly keycode: number }) => void): unknown;
  start(): void;
  stop(): void;
}
export interface KeyHookModule {
  readonly uIOhook: KeyHook;
  readonly UiohookKey: Readonly<Record<string, number>>;
}

export interface HeldKey {
  /** Tells `up` if the key is down: the screen was locked or the machine slept, and its release will never be seen. */
  release(): void;
  readonly close: Close;
}

export type HeldKeyResult = { readonly key: HeldKey } | { readonly key: null; readonly reason: string };

/**
 * Watches one key everywhere on the desktop, down and up, without taking it from anybody. No other key leaves this
 * function. Loads the native library on the call, so that a start of the app does not wait for it.
 */
export function watchHeldKey(
  name: string,
  place: GlobalKeyPlace,
  tell: (direction: 'down' | 'up') => void,
  load: () => KeyHookModule = loadHook,
): HeldKeyResult {
  const reason = chooseWay(place);
  if (reason !== null) return { key: null, reason };
  try {
    const { uIOhook, UiohookKey } = load();
    const keycode = UiohookKey[name];
    if (keycode === undefined) return { key: null, reason: `There is no key named ${name}.` };
    return { key: listenForKey(uIOhook, keycode, tell) };
  } catch {
    return { key: null, reason: 'The system did not let Parley watch the key.' };
  }
}

function listenForKey(hook: KeyHook, keycode: number, tell: (direction: 'down' | 'up') => void): HeldKey {
  let isDown = false;
  const change = (down: boolean) => {
    // A held key repeats its key-down; only the first one counts.
    if (isDown === down) return;
    isDown = down;
    tell(down ? 'down' : 'up');
  };
  const onDown = (event: { readonly keycode: number }) => event.keycode === keycode && change(true);
  const onUp = (event: { readonly keycode: number }) => event.keycode === keycode && change(false);
  hook.on('keydown', onDown);
  hook.on('keyup', onUp);
  hook.start();
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    hook.off('keydown', onDown);
    hook.off('keyup', onUp);
    hook.stop();
    change(false);
  };
  return { release: () => change(false), close };
}

function loadHook(): KeyHookModule {
  return createRequire(import.meta.url)('uiohook-napi') as KeyHookModule;
}
