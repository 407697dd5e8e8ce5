/** The one origin whose page may talk to main. `app` is a standard scheme, so scheme and host are the origin. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'ui';
export const APP_PAGE_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** What is known about the frame that sent a message; null where Electron no longer knows. */
export interface Sender {
  readonly url: string | null;
  readonly isMainFrame: boolean;
  /** The frame and its window still exist. */
  readonly live: boolean;
}

/** True only for the live main frame of our own page. No URL and `about:blank` are strangers. */
export function isTrustedSender(sender: Sender): boolean {
  return sender.live === true && sender.isMainFrame === true && sender.url !== null && isOwnUrl(sender.url);
}

/** True for addresses of our own page: compared by their parts, never by prefix. */
export function isOwnUrl(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.pathname.startsWith('/');
}
