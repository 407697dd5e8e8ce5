import { randomBytes } from 'node:crypto';
import { openProfile, type Profile } from '../conversation/store/open-profile.ts';
import type { Scope } from '../lifetime/scope.ts';
import { openTemporaryFolder } from './temporary-folder.ts';

/**
 * The profile of a recorded conversation. Without `--profile` nothing outlives it. With one, PARLEY_PASSPHRASE opens it, or
 * protects it the first time; without the passphrase the conversation is held, but nothing is kept.
 * @throws ProblemError 'wrong-passphrase' | 'profile-in-use' | 'profile-too-new'
 */
export async function openTalkProfile(scope: Scope, folder: string | null, say: (line: string) => void): Promise<Profile> {
  const profileFolder = folder ?? (await openTemporaryFolder(scope, 'talk'));
  const profile = await openProfile({ profileFolder, dataKey: randomBytes(32).toString('hex'), keyOrigin: 'session' });
  scope.add(() => profile.close());
  const passphrase = process.env['PARLEY_PASSPHRASE'];
  if (folder === null) return profile;
  if (passphrase !== undefined) await profile.enterPassphrase(passphrase);
  else say(`Nothing of this conversation is kept in ${folder}: set PARLEY_PASSPHRASE to keep it there.`);
  return profile;
}
