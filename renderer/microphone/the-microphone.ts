import type { Settings } from '../../electron/ipc/window-schema.ts';
import { Microphone } from './microphone.ts';
import { openCapture } from './open-capture.ts';

/** The window's one microphone. */
export const microphone = new Microphone(openCapture);

/** True where it stays open between turns, so that the first word is never clipped. */
export function isKeptOpen(settings: Settings, talkMode: Settings['talkMode'] = settings.talkMode): boolean {
  return settings.welcomed && (settings.microphoneReady || talkMode === 'hands-free');
}

/**
 * Opens it as early as it can be, where it is to be open anyway: a third of the way from the start to the open microphone
 * was the reading of the window. What goes wrong shows in its condition.
 */
export async function beginMicrophone(): Promise<void> {
  const settings = await window.parley.readSettings(undefined).catch(() => null);
  if (settings === null || !isKeptOpen(settings)) return;
  if ((await window.parley.askForMicrophone(undefined).catch(() => 'denied')) !== 'granted') return;
  await microphone.open(settings.microphoneId);
}
