import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Clients that cannot set headers put the token among the protocols of a WebSocket. */
const PROTOCOL_TOKEN = /(?:^|,\s*)openai-insecure-api-key\.([^,\s]+)/;

export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

/**
 * Who may ask: programs of this computer that know the token. Web pages never (they send an origin), and no name that was
 * bent to point here (DNS rebinding shows in the host).
 * @param port the server's own
 */
export function refusalOf({ headers }: Pick<IncomingMessage, 'headers'>, port: number, token: string): Refusal | null {
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`) {
    return { status: 403, message: 'Only this computer itself may ask, by 127.0.0.1.' };
  }
  if (headers.origin !== undefined || (headers['sec-fetch-site'] ?? 'none') !== 'none') {
    return { status: 403, message: 'Web pages may not ask.' };
  }
  const [, given = ''] =
    /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? PROTOCOL_TOKEN.exec(headers['sec-websocket-protocol'] ?? '') ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token)) ? null : { status: 401, message: 'The token is missing or wrong.' };
}
