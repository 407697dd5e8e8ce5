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

/** Where this profile's things lie. */
export function profileFolders() {
  const profile = app.getPath('userData');
  return {
    profile,
    settings: join(profile, 'settings.json'),
    dataKey: join(profile, 'data-key.safe'),
    windowPlace: join(profile, 'window-place.json'),
    mainLog: join(profile, 'logs', 'main.log'),
    conversationLog: join(profile, 'logs', 'conversation.log'),
  } as const;
}
