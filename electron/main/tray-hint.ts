import { Notification } from 'electron';

/** Says that the window went to the tray, and how to get it back even where no tray is shown. */
export function showTrayHint(): void {
  if (!Notification.isSupported()) return;
  new Notification({
    title: 'Parley keeps running',
    body: 'The talk key still works. Start Parley again to bring the window back; Ctrl+Q in the window quits.',
    silent: true,
  }).show();
}
