import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';

/** One layer of the way to a host: whether it holds, in words for a person. */
export interface Probe {
  readonly layer: 'dns' | 'tcp' | 'tls';
  readonly ok: boolean;
  readonly found: string;
  readonly tookMs: number;
}

const LONGEST_MS = 8000;
/** A certificate that is not valid yet, or not any more, may be judged by a wrong clock. */
const CLOCK_CODES: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/**
 * Goes to a host as a connection would: its name, its port, its certificate. Stops at the first layer that does not hold.
 * Nothing is sent but the handshake.
 */
export async function* probeHost(address: URL): AsyncGenerator<Probe> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const isSecure = address.protocol === 'wss:' || address.protocol === 'https:';
  const port = address.port === '' ? (isSecure ? 443 : 80) : Number(address.port);
  const name = await timed('dns', () => resolveName(host));
  yield name;
  if (!name.ok) return;
  const door = await timed('tcp', () => openDoor(host, port));
  yield door;
  if (door.ok && isSecure) yield await timed('tls', () => lookAtCertificate(host, port));
}

/** @throws Error whose message is the sentence */
async function resolveName(host: string): Promise<string> {
  if (isIP(host) !== 0) return `${host} is an address by itself`;
  try {
    const { address } = await lookup(host);
    return `${host} is ${address}`;
  } catch (failure) {
    const code = codeOf(failure);
    if (code === 'EAI_AGAIN')
      throw new Error(
        `${host} cannot be found, because no name server answers. Is this computer connected? A network may ask for login first.`,
      );
    throw new Error(`There is no host named ${host} (${code}). Look for a slip in its address.`);
  }
}

async function openDoor(host: string, port: number): Promise<string> {
  const socket = connect({ host, port });
  try {
    await settled(socket, 'connect');
    return `${host} listens on port ${port}`;
  } catch (failure) {
    const code = codeOf(failure);
    if (code === 'ECONNREFUSED')
      throw new Error(`${host} refuses connections on port ${port}. Is the server running, and is that its port?`);
    if (code === 'PARLEY_OFFLINE') throw new Error('Parley is offline: nothing leaves this computer. Go online first.');
    throw new Error(`${host} does not answer on port ${port} (${code}). A firewall or a proxy may stand between.`);
  } finally {
    socket.destroy();
  }
}

async function lookAtCertificate(host: string, port: number): Promise<string> {
  // The certificate is looked at whatever it is, so that what is wrong with it can be named; nothing is sent to its owner.
  const socket = connectTls({ host, port, rejectUnauthorized: false, ...(isIP(host) === 0 ? { servername: host } : {}) });
  try {
    await settled(socket, 'secureConnect');
    const certificate = socket.getPeerCertificate();
    const problem = certificateProblem(socket, certificate, host);
    if (problem !== null) throw new Error(problem);
    return `the certificate of ${host} is good, from ${issuerOf(certificate)}`;
  } catch (failure) {
    if (failure instanceof Error && codeOf(failure) === 'unknown') throw failure;
    throw new Error(`${host} does not speak TLS on port ${port} (${codeOf(failure)}). A login page or a proxy may answer instead.`);
  } finally {
    socket.destroy();
  }
}

function certificateProblem(socket: TLSSocket, certificate: PeerCertificate, host: string): string | null {
  if (socket.authorized) return null;
  const code = String(socket.authorizationError);
  const issuer = issuerOf(certificate);
  if (CLOCK_CODES.has(code)) {
    const now = new Date().toDateString();
    return `The certificate of ${host} is good from ${certificate.valid_from} to ${certificate.valid_to}, and this computer's clock says ${now}. If the clock is wrong, set it.`;
  }
  if (code.startsWith('ERR_TLS_CERT_ALTNAME'))
    return `The certificate that answers for ${host} belongs to ${certificate.subject?.CN ?? 'another host'}.`;
  return `The certificate of ${host} comes from ${issuer}, which this computer does not know (${code}). A company or a virus scanner may be reading along.`;
}

function issuerOf({ issuer }: PeerCertificate): string {
  return issuer?.O ?? issuer?.CN ?? 'an unnamed issuer';
}

function settled(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.setTimeout(LONGEST_MS, () => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
    socket.once(event, () => resolve());
    socket.once('error', reject);
  });
}

async function timed(layer: Probe['layer'], look: () => Promise<string>): Promise<Probe> {
  const startedAtMs = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAtMs);
  try {
    return { layer, ok: true, found: await look(), tookMs: tookMs() };
  } catch (failure) {
    return { layer, ok: false, found: failure instanceof Error ? failure.message : String(failure), tookMs: tookMs() };
  }
}

function codeOf(failure: unknown): string {
  return (failure as { code?: string } | null)?.code ?? 'unknown';
}
