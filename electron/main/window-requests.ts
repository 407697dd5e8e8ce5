import type { BrowserWindow, IpcMainEvent, WebContents } from 'electron';
import { type IpcHandlers, serveIpc } from '../ipc/derive-ipc.ts';
import { isTrustedSender, type Sender } from '../ipc/trusted-sender.ts';
import { OFFERED_FILES_CHANNEL, offeredPathsSchema, type WindowContract, windowContract } from '../ipc/window-schema.ts';

export const WINDOW_CHANNEL = 'parley:window';

export type WindowEmit = ReturnType<typeof serveIpc<WindowContract>>['emit'];

/**
 * Answers one window's requests; with `takeOfferedFiles` the only listener for messages from pages. Messages of strangers (a frame inside the
 * page, a foreign or missing address, a window that is gone) are counted and dropped before their content is read.
 */
export function serveWindowRequests(window: BrowserWindow, handlers: IpcHandlers<WindowContract>, refused: () => void): WindowEmit {
  const contents = window.webContents;
  const served = serveIpc(
    windowContract,
    {
      post: (message) => {
        if (!contents.isDestroyed()) contents.send(WINDOW_CHANNEL, message);
      },
      listen: (receive) => {
        const listener = (event: IpcMainEvent, message: unknown) => {
          if (isTrustedSender(senderOf(event, contents))) receive(message);
          else refused();
        };
        contents.ipc.on(WINDOW_CHANNEL, listener);
        return () => void contents.ipc.off(WINDOW_CHANNEL, listener);
      },
    },
    handlers,
  );
  window.once('closed', served.close);
  return served.emit;
}

/** Files that were dropped on this window or pasted into it; told by the preload, whose paths the page never sees. */
export function takeOfferedFiles(window: BrowserWindow, offered: (paths: readonly string[]) => void, refused: () => void): void {
  const contents = window.webContents;
  contents.ipc.on(OFFERED_FILES_CHANNEL, (event, message) => {
    const paths = isTrustedSender(senderOf(event, contents)) ? offeredPathsSchema.safeParse(message).data : undefined;
    if (paths === undefined) refused();
    else offered(paths);
  });
}

/** What Electron knows about the sender. A frame that navigated away or was removed has no address any more. */
export function senderOf(event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>, contents: WebContents): Sender {
  const stranger: Sender = { url: null, isMainFrame: false, live: false };
  if (event.sender !== contents || contents.isDestroyed()) return stranger;
  try {
    const frame = event.senderFrame;
    if (frame === null) return stranger;
    return { url: frame.url, isMainFrame: frame === contents.mainFrame, live: true };
  } catch {
    // Electron throws when the frame is gone.
    return stranger;
  }
}
