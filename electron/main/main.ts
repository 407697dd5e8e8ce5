import { app, session } from 'electron';
import { forbidTelemetry } from '../lifetime/no-telemetry.ts';
import { registerAppScheme, setupAppProtocol } from './app-protocol.ts';
import { Application } from './application.ts';
import { setupChromium } from './chromium-switches.ts';
import { readFlags } from './command-line-flags.ts';
import { openExternalLink } from './external-links.ts';
import { setupNavigationRules } from './navigation-rules.ts';
import { setupNetworkWall } from './network-wall.ts';
import { setupPermissions } from './permissions.ts';
import { setupProfile } from './profile.ts';
import { programFolders } from './program-folders.ts';
import { setupQuit } from './quit.ts';
import { holdRecordedTalk } from './recorded-talk.ts';
import { isFirstInstance, setupSecondInstance } from './single-instance.ts';
import { SystemSound } from './system-sound.ts';

/** The main process, as a list. What needs to happen before the app is ready comes first. */
forbidTelemetry();
const flags = readFlags(process.argv.slice(1), process.cwd());
setupProfile(flags);
setupChromium();
registerAppScheme();
setupNavigationRules(app, (address) => void openExternalLink(address));

// Not `await app.whenReady()`: a module that waits for readiness at its top level keeps the app from ever becoming ready.
if (flags.talkIn.length > 0) void app.whenReady().then(() => holdRecordedTalk(flags, programFolders().conversationProcess));
else if (isFirstInstance()) void app.whenReady().then(start);
else app.exit(0);

async function start(): Promise<void> {
  setupAppProtocol(session.defaultSession, programFolders().page);
  setupNetworkWall(session.defaultSession);
  const systemSound = new SystemSound(() => performance.now());
  setupPermissions(session.defaultSession, systemSound);
  const application = new Application(flags, systemSound);
  setupQuit(() => application.close());
  setupSecondInstance((asked) => application.asked(asked));
  app.on('activate', () => application.show(null));
  // macOS hands files over by an event, others by arguments.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    application.offerFiles([path]);
  });
  await application.start();
}
