import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../conversation/store/open-profile.ts';
import { ProblemError } from '../ipc/derive-ipc.ts';
import { Scope } from '../lifetime/scope.ts';
import { openTalkProfile } from './talk-profile.ts';

/** Where the desktop application keeps the first profile, as the system has it. */
export function desktopProfileFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Parley');
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'Parley');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Parley');
}

/**
 * Opens a profile by PARLEY_PASSPHRASE, works on it, and closes it.
 * @param folder null = the desktop application's
 * @param canBegin a profile that is not there yet is made
 * @throws ProblemError when it cannot be opened, with what to do
 */
export async function withKeptProfile<Result>(
  options: { readonly folder: string | null; readonly canBegin: boolean; readonly say: (line: string) => void },
  work: (profile: Profile) => Result | Promise<Result>,
): Promise<Result> {
  const folder = options.folder ?? desktopProfileFolder();
  requireOpenable(folder, options.canBegin);
  const scope = new Scope('kept-profile');
  try {
    const profile = await openTalkProfile(scope, folder, options.say);
    for (const { message, whatToDo } of profile.problems) options.say(`${message} ${whatToDo}`);
    return await work(profile);
  } finally {
    await scope.close();
  }
}

function requireOpenable(folder: string, canBegin: boolean): void {
  const isProtected = existsSync(join(folder, 'passphrase-key.json'));
  const problem = (id: string, message: string, whatToDo: string) => new ProblemError({ id, message, whatToDo });
  if (!isProtected && existsSync(join(folder, 'data-key.safe'))) {
    const why = "is locked by this system's keyring, which only the application can ask";
    throw problem('profile-in-keyring', `The profile at ${folder} ${why}.`, 'Use the panes People & words and Memory of the application.');
  }
  if (!isProtected && !canBegin)
    throw problem('no-profile', `There is no profile with a passphrase at ${folder}.`, 'Name one with --profile DIR.');
  if (process.env['PARLEY_PASSPHRASE'] === undefined) {
    throw problem('no-passphrase', `The profile at ${folder} is opened by its passphrase.`, 'Set PARLEY_PASSPHRASE and try again.');
  }
}
