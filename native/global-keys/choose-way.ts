export interface GlobalKeyPlace {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** macOS: Parley is ticked under Privacy & Security > Accessibility. */
  readonly accessibilityGranted: boolean;
}

/** Why a held key cannot be watched here, in one sentence; null if it can. */
export function chooseWay({ platform, environment, accessibilityGranted }: GlobalKeyPlace): string | null {
  if (platform === 'darwin' && !accessibilityGranted)
    return 'macOS lets Parley see the key being held only after you tick Parley under System Settings > Privacy & Security > Accessibility.';
  if (platform !== 'linux') return null;
  if (environment['XDG_SESSION_TYPE'] === 'wayland' || environment['WAYLAND_DISPLAY'])
    return 'Wayland does not tell programs in the background when a key is let go.';
  if (!environment['DISPLAY']) return 'There is no display to watch the keyboard of.';
  return null;
}

/** The shortcut that stands in for a key that cannot be watched: function keys themselves, Ctrl+Alt+Space for all others. */
export function toggleShortcut(keyName: string): string {
  return /^F([1-9]|1\d|2[0-4])$/.test(keyName) ? keyName : 'CommandOrControl+Alt+Space';
}
