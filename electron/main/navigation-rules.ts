import type { App, WebContents } from 'electron';
import { isOwnUrl } from '../ipc/trusted-sender.ts';

/** Where a window may go: nowhere but our own page. */
export function mayNavigate(address: string): boolean {
  return isOwnUrl(address);
}

/** Applies to every web contents that ever comes to be. Links leave through `openLink`, which asks first. */
export function setupNavigationRules(app: Pick<App, 'on'>, openLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink));
}

function guardContents(contents: WebContents, openLink: (address: string) => void): void {
  contents.on('will-navigate', (event) => keepHere(event));
  contents.on('will-frame-navigate', (event) => keepHere(event));
  contents.on('will-redirect', (event) => keepHere(event));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}

function keepHere(event: { readonly url: string; preventDefault(): void }): void {
  if (!mayNavigate(event.url)) event.preventDefault();
}
