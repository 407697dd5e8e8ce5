import { join } from 'node:path';
import { app } from 'electron';

/** Where the built program lies: beside package.json in a checkout, inside the archive in a packaged app. */
export function programFolders() {
  const root = app.getAppPath();
  return {
    page: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    conversationProcess: join(root, 'out', 'main', 'conversation-process.js'),
    icons: join(root, 'assets', 'icons'),
  } as const;
}

/** What all profiles of this computer share. */
export function sharedFolders() {
  const root = app.getPath('userData');
  return { root, windowPlace: join(root, 'window-place.json'), mainLog: join(root, 'logs', 'main.log') } as const;
}
