import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, isOwnUrl } from '../ipc/trusted-sender.ts';

/** What may be served at all, and as what. A file of any other kind is not there. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

/** No script, style or request comes from anywhere but our own files, and nothing is compiled from data. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  // Both together make the page cross-origin isolated: exact clocks and shared memory for the audio worklets.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Tells Chromium that `app:` is a secure origin of its own. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page from `pageFolder` at `app://ui/`. */
export function setupAppProtocol(session: Session, pageFolder: string): void {
  session.protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, pageFolder));
}

/** The whole web server: GET, our host, files inside the folder, known kinds. Everything else is 404 (or 405). */
export async function answerAppRequest(request: { readonly method: string; readonly url: string }, pageFolder: string): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  if (!isOwnUrl(request.url)) return refusal(404);
  const file = await containedFile(pageFolder, new URL(request.url).pathname).catch(() => null);
  const contentType = MIME_TYPES[file === null ? '' : extname(file).toLowerCase()];
  if (file === null || contentType === undefined) return refusal(404);
  const body = await readFile(file).catch(() => null);
  if (body === null) return refusal(404);
  return new Response(new Uint8Array(body), { status: 200, headers: { ...HEADERS, 'Content-Type': contentType } });
}

/** The real file behind a URL path, or null if it does not lie inside the folder (links are followed first). */
async function containedFile(folder: string, urlPath: string): Promise<string | null> {
  const path = decodeURIComponent(urlPath);
  if (path.includes('\0') || path.includes('\\') || path.includes(':') || path.split('/').includes('..')) return null;
  const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
  const inside = relative(root, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file;
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: HEADERS });
}
