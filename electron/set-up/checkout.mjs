import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** One line about what set-up is doing. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Set-up cannot go on; the message is one clear sentence. */
export class SetUpError extends Error {}

/**
 * A hash over files and folders of the project, by path and content.
 * @param {readonly string[]} names
 */
export function hashOf(names) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ name) => {
    const place = path.join(root, name);
    const found = fs.statSync(place, { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const entry of fs.readdirSync(place).sort()) add(path.join(name, entry));
    else if (found?.isFile()) hash.update(name).update(fs.readFileSync(place));
  };
  for (const name of names) add(name);
  return hash.digest('hex');
}

/**
 * Runs a step unless its inputs are those of the last time.
 * @param {string} stamp file below the project that notes what the step was last done for
 * @param {readonly string[]} inputs
 * @param {() => void | Promise<void>} step
 */
export async function onceFor(stamp, inputs, step) {
  const place = path.join(root, stamp);
  const hash = hashOf(inputs);
  if (fs.existsSync(place) && fs.readFileSync(place, 'utf8') === hash) return;
  await step();
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, hash);
}
