import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Of `assets/weights/parley-embedded-adapter.gguf`; its README says how it came about. */
export const ADAPTER_SHA256 = '15879641f72982798f3da1b3e926d1d9366c97cfefe603cc797b164a8d6f50bd';

/**
 * Whether that adapter was taught the calls of the skills as they are now. The shipped one was not: it keeps company. One
 * that was must do better on `tuning/held-out` in calls and no worse in company before this becomes true.
 */
export const ADAPTER_WRITES_CALLS: boolean = false;

/**
 * Whether the file is the adapter that belongs to this program: another one, or half of one, would make the model talk
 * nonsense, and the native loader would not notice.
 */
export async function isOwnAdapter(file: string, sha256 = ADAPTER_SHA256): Promise<boolean> {
  const bytes = await readFile(file).catch(() => null);
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256;
}
