import fs from 'node:fs';
import path from 'node:path';
import { PATCHES } from '../../native/patches/patches.mjs';

/**
 * Applies our small changes to dependencies. Idempotent; a package whose version or text is not the expected one stops the
 * set-up, because an unpatched one would fail much later and say nothing useful.
 * @param {string} root the project
 * @returns {Promise<string[]>} the packages that were changed now
 */
export async function patchDependencies(root) {
  /** @type {string[]} */
  const changed = [];
  for (const { name, version, file, find, replace } of PATCHES) {
    const folder = path.join(root, 'node_modules', name);
    const installed = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
    if (installed !== version)
      throw new Error(`The patch of ${name} is made for ${version}, but ${installed} is installed. Look at native/patches.`);
    const place = path.join(folder, file);
    const text = fs.readFileSync(place, 'utf8');
    if (text.includes(replace)) continue;
    if (text.split(find).length !== 2) throw new Error(`The patch of ${name} does not fit ${file}. Look at native/patches.`);
    fs.writeFileSync(place, text.replace(find, replace));
    changed.push(name);
  }
  return changed;
}
