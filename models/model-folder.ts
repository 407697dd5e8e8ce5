import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where models lie: `<folder>/<model id>/<file>`, shared by the app, the command line and the tests.
 * `PARLEY_MODELS` chooses another place (system drives fill up); otherwise the platform's own data folder.
 */
export function modelFolder(environment: Readonly<Record<string, string | undefined>> = process.env, platform = process.platform): string {
  if (environment['PARLEY_MODELS']) return environment['PARLEY_MODELS'];
  const home = homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Parley', 'models');
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Parley', 'models');
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'parley', 'models');
}
