import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const REQUIREMENT = 'moonshine-voice==0.1.0';

/**
 * The recogniser's own Python package in a virtual environment of its own, outside the project, made on demand.
 * @returns the Python to run, or null, said aloud, where it cannot be had
 */
export function referencePython(): string | null {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'parley', 'bench', REQUIREMENT.replace('==', '-'));
  const python = join(folder, 'bin', 'python');
  const isReady = () => existsSync(python) && spawnSync(python, ['-c', 'import moonshine_voice']).status === 0;
  if (isReady()) return python;
  spawnSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', REQUIREMENT], { stdio: 'inherit' });
  if (isReady()) return python;
  console.warn(`Not compared: ${REQUIREMENT} cannot be had on this machine.`);
  return null;
}
