import { ProblemError } from '../../ipc/derive-ipc.ts';
import { FORBIDDEN_KEYS, isDeeperThan } from '../../ipc/json-bounds.ts';

export interface JsonLimits {
  /** How the file is called in sentences: "this memory file". */
  readonly what: string;
  readonly characters: number;
  readonly depth: number;
}

const LARGEST_NUMBER = 1e15;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads JSON that somebody else wrote. Size and depth are looked at before it is parsed; then every key, text and number.
 * @throws ProblemError 'import-refused' that says what is wrong, and where
 */
export function readUntrustedJson(text: string, limits: JsonLimits): unknown {
  if (text.length > limits.characters) {
    throw refused(
      `${limits.what} has ${millions(text.length)} characters`,
      `At most ${millions(limits.characters)} are read. Split the file.`,
    );
  }
  if (isDeeperThan(limits.depth, text))
    throw refused(`${limits.what} is nested more than ${limits.depth} deep`, 'No export of Parley is. Choose another file.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused(`${limits.what} is not JSON, or it was cut off`, 'Choose a file that Parley exported.');
  }
  requireClean(value, limits.what);
  return value;
}

/** Walks a value whose depth is bounded already. */
function requireClean(value: unknown, what: string, path = ''): void {
  if (typeof value === 'string') requireText(value, what, path);
  if (typeof value === 'number' && Math.abs(value) > LARGEST_NUMBER) {
    throw refused(`${what} has a number out of all bounds at ${path || 'its top'}`, NOT_TAKEN);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : [path, shown(key)].filter((part) => part !== '').join('.');
    if (FORBIDDEN_KEYS.has(key)) throw refused(`${what} has a field called ${key} at ${at}`, NOT_TAKEN);
    requireText(key, what, at);
    requireClean(item, what, at);
  }
}

function requireText(text: string, what: string, path: string): void {
  if (LONE_SURROGATE.test(text)) throw refused(`${what} has half a character at ${path || 'its top'}`, NOT_TAKEN);
}

const NOT_TAKEN = 'Nothing was taken from it. Choose a file that Parley exported.';

function refused(what: string, whatToDo: string): ProblemError {
  return new ProblemError({ id: 'import-refused', message: `${what}, so it was not read.`, whatToDo });
}

/** A key may be anything: its path stays one short line. */
function shown(key: string): string {
  return key.replaceAll(/[^\p{L}\p{N}_-]/gu, '?').slice(0, 40);
}

function millions(count: number): string {
  return count >= 1e6 ? `${Math.round(count / 1e5) / 10} million` : String(count);
}
