import { Notification } from 'electron';

/** Held until they are gone: one that nothing holds loses its click. */
const shown = new Set<Notification>();

/** Says something outside the window; nothing where the system shows no notifications. */
export function showNotification(told: { readonly title: string; readonly body: string; readonly clicked?: () => void }): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: told.title, body: told.body, silent: true });
  shown.add(notification);
  notification.on('click', () => told.clicked?.());
  for (const end of ['click', 'close', 'failed'] as const) notification.on(end as 'close', () => shown.delete(notification));
  notification.show();
}

/** Says that the window went to the tray, and how to get it back even where no tray is shown. */
export function showTrayHint(): void {
  showNotification({
    title: 'Parley keeps running',
    body: 'The talk key still works. Start Parley again to bring the window back; Ctrl+Q in the window quits.',
  });
}
