import type { X509Certificate } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { EngineFailure, type NetworkLayer } from '../../../electron/lifetime/engine-failure.ts';

/** Where a connection goes; names only, no key, no query. */
export interface Destination {
  readonly host: string;
  readonly port: number;
  readonly proxy: string | null;
}

/** Who signed a certificate and when it holds, as far as it could be seen. */
export interface SeenCertificate {
  readonly issuer: string;
  readonly subject: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

const DAY_MS = 86_400_000;
const INSPECTED = 'If a company network inspects connections, ask its administrators; otherwise use another network.';

function network(
  layer: NetworkLayer,
  message: string,
  whatToDo: string,
  more: { retryable?: boolean; cause?: unknown } = {},
): EngineFailure {
  return new EngineFailure('network', message, { layer, retryable: more.retryable ?? true, whatToDo, cause: more.cause });
}

function refused(layer: NetworkLayer, message: string, whatToDo: string, more: { retryable?: boolean; retryAfterMs?: number | null } = {}) {
  return new EngineFailure('refused', message, {
    layer,
    retryable: more.retryable ?? false,
    whatToDo,
    retryAfterMs: more.retryAfterMs ?? null,
  });
}

/** The socket did not open. @param certificate what the host showed, when the complaint is about that */
export function openFailure(to: Destination, error: unknown, certificate: SeenCertificate | null = null): EngineFailure {
  const code = codeOf(error);
  const { host, port } = to;
  if (isCertificateCode(code)) return certificateFailure(host, code, certificate);
  const known: Record<string, () => EngineFailure> = {
    ENOTFOUND: () => network('dns', `${host} cannot be found.`, 'Check its spelling and the internet connection.'),
    EAI_AGAIN: () => network('dns', `${host} cannot be found right now.`, 'Check the internet connection.'),
    ECONNREFUSED: () =>
      network('tcp', `${host} refuses connections on port ${port}.`, 'Check that the server is running and that the port is right.'),
    ECONNRESET: () =>
      network('tcp', `${host} broke off the connection while it was being made.`, 'Try again; a firewall may be in the way.'),
    EHOSTUNREACH: () => network('tcp', `There is no way to ${host} from this network.`, 'Check the network connection.'),
    ENETUNREACH: () => network('tcp', `There is no way to ${host} from this network.`, 'Check the network connection.'),
    ETIMEDOUT: () => network('tcp', `${host} does not answer.`, 'Check the internet connection; a firewall may be in the way.'),
    EPROTO: () =>
      network('tls', `${host} does not speak TLS on port ${port}.`, 'Check the port; a server without TLS is addressed with ws://.', {
        retryable: false,
      }),
  };
  const failure = Object.hasOwn(known, code) ? known[code]?.() : undefined;
  if (failure !== undefined) return to.proxy === null || failure.layer === 'tls' ? failure : proxyFailure(to, failure);
  if (/TLS|SSL/.test(code)) return network('tls', `${host} and this computer agree on no way to encrypt.`, INSPECTED);
  if (/timed out|timeout/i.test(String(error)))
    return network('tcp', `${host} does not answer.`, 'Check the internet connection; a firewall may be in the way.');
  if (/Sec-WebSocket|Invalid (Upgrade|Connection)|Server sent|RSV|opcode/i.test(String(error))) return protocolFailure(host);
  return network('tcp', `No connection to ${host} could be made.`, 'Check the internet connection.', { cause: error });
}

function proxyFailure(to: Destination, failure: EngineFailure): EngineFailure {
  const what = failure.layer === 'dns' ? 'cannot be found' : 'does not accept connections';
  return network('proxy', `The proxy ${to.proxy} ${what}.`, 'Check the proxy in the settings of this computer.');
}

function isCertificateCode(code: string): boolean {
  return /^CERT_|_CERT|ERR_TLS_CERT|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code);
}

function certificateFailure(host: string, code: string, seen: SeenCertificate | null): EngineFailure {
  const by = seen === null ? '' : `, issued by ${seen.issuer},`;
  const now = Date.now();
  if (code === 'CERT_NOT_YET_VALID' || (seen !== null && seen.validTo.getTime() > now && seen.validFrom.getTime() > now))
    return clockFailure();
  if (code === 'CERT_HAS_EXPIRED') {
    const longAgo = seen !== null && now - seen.validTo.getTime() > 365 * DAY_MS;
    if (longAgo) return clockFailure(` The certificate of ${host}${by} expired on ${day(seen.validTo)}.`);
    const when = seen === null ? '' : ` on ${day(seen.validTo)}`;
    return network('tls', `The certificate of ${host}${by} expired${when}.`, 'The operator of this server has to renew it.', {
      retryable: false,
    });
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const whose = seen === null ? 'another name' : seen.subject;
    return network('tls', `${host} shows a certificate${by} for ${whose}.`, INSPECTED, { retryable: false });
  }
  return network('tls', `The certificate of ${host}${by} is not trusted by this computer.`, INSPECTED, { retryable: false });
}

function clockFailure(detail = ''): EngineFailure {
  return network(
    'tls',
    `The clock of this computer seems to be wrong: it says ${day(new Date())}.${detail}`,
    'Set date and time, then try again.',
    {
      retryable: false,
    },
  );
}

/** The host answered the opening with a page instead of a conversation. @param body its first bytes */
export function httpFailure(to: Destination, status: number, headers: IncomingHttpHeaders, body: string): EngineFailure {
  const { host } = to;
  const clock = clockProblem(headers);
  const reason = reasonIn(body);
  if (status === 407)
    return refused(
      'proxy',
      `The proxy ${to.proxy ?? ''} asks for a login.`.replace('  ', ' '),
      'Enter the user name and password of the proxy.',
    );
  if (isLoginPage(status, headers))
    return refused(
      'http',
      'The network asks for a login before it lets anything through.',
      'Open a web page in a browser, log in, and try again.',
      { retryable: true },
    );
  if (status === 401) return clock ?? refused('http', `${host} does not accept the key.`, 'Check the key, or enter a new one.');
  if (status === 403)
    return (
      clock ??
      refused(
        'http',
        `${host} does not allow this${reason === '' ? '' : `: ${reason}`}.`,
        'Check that the account may use this model in this region.',
      )
    );
  if (status === 404) return refused('http', `${host} knows no such address or model.`, 'Check the address and the name of the model.');
  if (status === 429 || status === 402) return tooMuch(host, status, headers, body);
  if (status >= 500)
    return network('http', `${host} has trouble of its own (HTTP ${status}).`, 'Nothing is wrong here; it is tried again.');
  return refused(
    'http',
    `${host} refused the connection (HTTP ${status})${reason === '' ? '' : `: ${reason}`}.`,
    'Check the address and the dialect of this engine.',
  );
}

function tooMuch(host: string, status: number, headers: IncomingHttpHeaders, body: string): EngineFailure {
  if (status === 402 || /insufficient_quota|billing|credit/i.test(body)) return quotaFailure(host);
  const retryAfterMs = retryAfter(headers['retry-after']);
  const wait = retryAfterMs === null ? 'a while' : `${Math.ceil(retryAfterMs / 1000)} s`;
  return refused('http', `${host} asks to wait ${wait}: too many requests.`, 'It is tried again after that.', {
    retryable: true,
    retryAfterMs,
  });
}

function quotaFailure(host: string): EngineFailure {
  return refused('http', `The account at ${host} has no credit left.`, 'Add credit there, or choose another engine.');
}

/** An open connection ended. @param reason what the server said with the close code */
export function closeFailure(to: Destination, code: number, reason: string, ready: boolean): EngineFailure {
  const { host } = to;
  const why = oneLine(reason);
  const because = why === '' ? '' : `: ${why}`;
  const known = problemFailure(host, '', reason);
  if (known !== null) return known;
  // What stood once may stand again; if it does not, the next opening says so.
  if ([1003, 1007, 1008, 1010].includes(code) && !ready) return setupRefused(host, because);
  if (code === 1009) return network('protocol', `${host} refused a message because of its size.`, 'A new connection is opened.');
  if (code === 1002) return protocolFailure(host);
  if ([1011, 1012, 1013].includes(code))
    return network('line', `${host} has trouble of its own (close code ${code}).`, 'A new connection is opened.');
  if (ready) return network('line', `The connection to ${host} broke off.`, 'A new one is opened.');
  return refused(
    'protocol',
    `${host} accepted the connection and closed it at once${because}.`,
    'Check model and dialect of this engine.',
    {
      retryable: true,
    },
  );
}

/** No sign of life. */
export function deadLineFailure(to: Destination): EngineFailure {
  return network('line', `${to.host} does not answer any more.`, 'A new connection is opened; check the internet connection if it fails.');
}

export function protocolFailure(host: string): EngineFailure {
  return network(
    'protocol',
    `${host} sends what does not belong to the agreed protocol.`,
    'Check the address and the dialect of this engine.',
  );
}

/** What servers say in words or codes, and what it means. */
const COMPLAINTS: readonly { readonly says: RegExp; readonly failure: (host: string) => EngineFailure }[] = [
  { says: /insufficient_quota|quota|billing|out of credit/i, failure: quotaFailure },
  { says: /invalid_api_key|api.key|unauthor|unauthenticated|authentication/i, failure: keyFailure },
  {
    says: /rate_limit/i,
    failure: (host) =>
      refused('protocol', `${host} asks to wait a while: too many requests.`, 'It is tried again after that.', { retryable: true }),
  },
  {
    says: /session_limit|at capacity|concurren|busy/i,
    failure: (host) => refused('protocol', `${host} has no free place.`, 'It is tried again in a moment.', { retryable: true }),
  },
  {
    says: /max_duration|session_expired|maximum duration/i,
    failure: (host) => network('line', `${host} ended the session: its time was over.`, 'A new one is opened.'),
  },
];

/** A complaint in the server's own messages. @returns null when the conversation goes on */
export function problemFailure(host: string, code: string, message: string): EngineFailure | null {
  const both = `${code} ${message}`;
  return COMPLAINTS.find(({ says }) => says.test(both))?.failure(host) ?? null;
}

/** A setup that a server refuses. */
export function setupFailure(host: string, code: string, message: string): EngineFailure {
  const why = oneLine(message) || oneLine(code);
  return problemFailure(host, code, message) ?? setupRefused(host, why === '' ? '' : `: ${why}`);
}

function setupRefused(host: string, because: string): EngineFailure {
  return refused('protocol', `${host} rejects this setup${because}.`, 'Check model, voice and dialect of this engine.');
}

function keyFailure(host: string): EngineFailure {
  return refused('protocol', `${host} does not accept the key.`, 'Check the key, or enter a new one.');
}

function clockProblem(headers: IncomingHttpHeaders): EngineFailure | null {
  const theirs = Date.parse(headers.date ?? '');
  return Number.isNaN(theirs) || Math.abs(theirs - Date.now()) < DAY_MS ? null : clockFailure();
}

function isLoginPage(status: number, headers: IncomingHttpHeaders): boolean {
  if (status === 511) return true;
  const html = /text\/html/.test(headers['content-type'] ?? '');
  return status < 400 && (html || (status >= 300 && headers.location !== undefined));
}

function retryAfter(value: string | undefined): number | null {
  if (value === undefined) return null;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, DAY_MS) : null;
}

function reasonIn(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const error = (parsed as { error?: { message?: unknown } | string }).error;
    const message = typeof error === 'string' ? error : error?.message;
    return typeof message === 'string' ? oneLine(message) : '';
  } catch {
    return '';
  }
}

/** A server's own words, short, on one line, and without anything that could be a key. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/\b(sk|xai|gsk|ek|AIza|Bearer)[-_ ]?[\w.*-]{6,}|\b(?=\w*\d)(?=\w*[a-z])\w{24,}\b/gi, '(hidden)')
    .trim()
    .replace(/[.!]+$/, '')
    .slice(0, 160);
}

function codeOf(error: unknown): string {
  const failure = error as { code?: unknown; errors?: readonly unknown[] } | null;
  // Several addresses were tried, and each failed.
  if (Array.isArray(failure?.errors) && failure.errors.length > 0) return codeOf(failure.errors[0]);
  return typeof failure?.code === 'string' ? failure.code : '';
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function seenCertificate(certificate: X509Certificate): SeenCertificate {
  const field = (text: string, name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(text)?.[1];
  return {
    issuer: field(certificate.issuer, 'O') ?? field(certificate.issuer, 'CN') ?? 'an unknown issuer',
    subject: field(certificate.subject, 'CN') ?? 'another name',
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
  };
}
