import { app } from 'electron';

/** Switches that Chromium reads before the app is ready. */
export function setupChromium(): void {
  setupSandbox();
  // 256 samples: the shortest device buffer without glitches when measured (60 ms loop delay against 105 ms by default).
  app.commandLine.appendSwitch('audio-buffer-size', '256');
  // The page hears and speaks while it is hidden or covered.
  app.commandLine.appendSwitch('disable-background-timer-throttling');
  app.commandLine.appendSwitch('disable-renderer-backgrounding');
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  // Global keys under Wayland; what the computer plays, by PulseAudio's monitor of its output.
  if (process.platform === 'linux')
    app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal,PulseaudioLoopbackForScreenShare');
  if (process.platform === 'darwin') app.commandLine.appendSwitch('enable-features', 'MacLoopbackAudioForScreenShare');
}

/** Why Parley must not start with these switches, in one sentence; null if it may. */
export function sandboxRefusal(start: {
  readonly noSandbox: boolean;
  readonly isPackaged: boolean;
  readonly isRoot: boolean;
}): string | null {
  if (!start.noSandbox || !start.isPackaged || start.isRoot) return null;
  return 'Parley does not start with --no-sandbox, because its page must stay locked in. Start it without that flag.';
}

function setupSandbox(): void {
  const noSandbox = app.commandLine.hasSwitch('no-sandbox');
  const refusal = sandboxRefusal({ noSandbox, isPackaged: app.isPackaged, isRoot: process.getuid?.() === 0 });
  if (refusal !== null) {
    process.stderr.write(`${refusal}\n`);
    app.exit(1);
  }
  // Chromium has no sandbox to give to root; insisting on one would end every child process at once.
  if (!noSandbox) app.enableSandbox();
}
