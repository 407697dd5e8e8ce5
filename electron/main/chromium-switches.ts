import { app } from 'electron';
import type { Flags } from './command-line-flags.ts';

/** Switches that Chromium reads before the app is ready. */
export function setupChromium(flags: Flags): void {
  app.enableSandbox();
  // 256 samples: the shortest device buffer without glitches when measured (60 ms loop delay against 105 ms by default).
  app.commandLine.appendSwitch('audio-buffer-size', '256');
  // The page hears and speaks while it is hidden or covered.
  app.commandLine.appendSwitch('disable-background-timer-throttling');
  app.commandLine.appendSwitch('disable-renderer-backgrounding');
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
  // A recorded conversation shows nothing, so it must not need a display.
  if (flags.talkIn.length > 0 && process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'headless');
}
