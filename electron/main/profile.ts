import { mkdirSync } from 'node:fs';
import { app } from 'electron';
import type { Flags } from './command-line-flags.ts';

/** Puts everything of this run under `--profile=FOLDER`, if given. Must run before the app is ready and before the lock. */
export function setupProfile(flags: Flags): void {
  if (flags.profile === null) return;
  mkdirSync(flags.profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', flags.profile);
  app.setPath('sessionData', flags.profile);
}
