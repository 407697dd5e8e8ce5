import { ask } from './connection.ts';
import { useWindow } from './conversation-store.ts';
import { microphone, openMicrophone, theSpeaker } from './devices.ts';

/** The talk keys of the window: the button, the space bar, and Enter on the button. */
export type TalkKeySource = 'pointer' | 'keyboard';

const held = new Set<TalkKeySource>();
/** Presses and releases are told in the order they happened, however long the microphone takes to open. */
let told: Promise<unknown> = Promise.resolve();

export function pressTalkKey(source: TalkKeySource): void {
  if (held.has(source)) return;
  held.add(source);
  useWindow.setState((state) => ({ notices: state.notices.filter(({ id }) => id !== 'discarded') }));
  // A reply that sounds gives way before the conversation process has heard of it.
  const hushed = theSpeaker()
    .then((speaker) => speaker.hush())
    .catch(() => () => undefined);
  tell('down', async () => {
    if (!microphone.isOpen) await openMicrophone();
  });
  // However long the microphone takes to open, nothing is heard before the conversation had its chance to stop it.
  void told.then(async () => (await hushed)());
}

/** A release without its press (it began in another window, or was already undone) is none. */
export function releaseTalkKey(source: TalkKeySource): void {
  if (held.delete(source)) tell('up', async () => undefined);
}

/** Nobody will tell this page that the key came up: the window lost the keyboard. */
export function releaseKeyboard(): void {
  releaseTalkKey('keyboard');
}

/** A shortcut without a release: opens, and closes at the next one. */
export function tapTalkKey(): void {
  pressTalkKey('pointer');
  releaseTalkKey('pointer');
}

function tell(direction: 'down' | 'up', before: () => Promise<void>): void {
  const atMs = performance.now();
  told = told
    .then(before)
    .then(() => ask((client) => client.talkKey({ direction, agoMs: Math.min(60_000, performance.now() - atMs) })))
    .catch(() => undefined);
}
