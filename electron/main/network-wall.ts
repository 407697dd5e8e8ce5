import type { Session } from 'electron';
import { isOwnUrl } from '../ipc/trusted-sender.ts';

const INSIDE_PROTOCOLS: ReadonlySet<string> = new Set(['blob:', 'data:', 'devtools:']);

/** True if a page may load this: our own files, and what the page itself made in memory. */
export function mayLoad(address: string): boolean {
  if (isOwnUrl(address)) return true;
  return URL.canParse(address) && INSIDE_PROTOCOLS.has(new URL(address).protocol);
}

/** The page has no network: whatever leaves this computer leaves from the conversation process. */
export function setupNetworkWall(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url) }));
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:app://')) event.preventDefault();
  });
}
