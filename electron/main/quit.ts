import { app } from 'electron';

/** Lets `close` finish once before the app ends, whatever asked it to end (menu, tray, session logout, a signal). */
export function setupQuit(close: () => Promise<void>): void {
  let closing = false;
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
