import { dialog, shell } from 'electron';

/** A link that may be offered to the system, and how it is shown; null for every other address. */
export function readExternalLink(address: string): { readonly url: string; readonly shownAs: string } | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.'))
    return { url: url.href, shownAs: url.host };
  // A mail link with headers could attach or send things: only the address is kept.
  if (url.protocol === 'mailto:' && /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(url.pathname))
    return { url: `mailto:${url.pathname}`, shownAs: url.pathname };
  return null;
}

let asking = false;

/** The only place that opens anything outside. Shows where the link leads and waits for a yes; one question at a time. */
export async function openExternalLink(address: string): Promise<void> {
  const link = readExternalLink(address);
  if (link === null || asking) return;
  asking = true;
  try {
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: `Open ${link.shownAs}?`,
      detail: `This leaves Parley and opens in another program:\n${link.url}`,
      buttons: ['Open', 'Stay here'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) await shell.openExternal(link.url);
  } finally {
    asking = false;
  }
}
