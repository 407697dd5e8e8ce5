import { open, rm, stat } from 'node:fs/promises';
import type { CatalogFile } from '../model-catalog.ts';
import { DownloadError, diskError } from './download-error.ts';

const CONNECT_TIMEOUT_MS = 4_000;
const STALL_TIMEOUT_MS = 60_000;

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly received: (bytes: number) => void;
  /** For tests; a stalled body is given up after this long. */
  readonly stallTimeoutMs?: number;
}

/**
 * Fetches one file into `partPath`, going on where an earlier try stopped (HTTP Range, RFC 9110 section 14). The result has
 * the right length; its hash is not checked here.
 * @throws DownloadError
 */
export async function fetchFile(address: string, file: CatalogFile, partPath: string, options: FetchOptions): Promise<void> {
  const have = await keptBytes(partPath, file);
  if (have === file.bytes) return options.received(have);
  const stall = new AbortController();
  const signal = AbortSignal.any([options.signal, stall.signal]);
  const watch = watchdog(stall, CONNECT_TIMEOUT_MS);
  try {
    const response = await ask(address, have, signal);
    const from = await startOf(response, have, file, partPath);
    watch.allow(options.stallTimeoutMs ?? STALL_TIMEOUT_MS);
    await writeBody(response, { file, partPath, from, alive: watch.alive, received: options.received });
  } catch (failure) {
    if (options.signal.aborted || failure instanceof DownloadError) throw failure;
    if (stall.signal.aborted)
      throw new DownloadError('stalled', `${hostOf(address)} sent nothing any more; what was received is kept.`, { cause: failure });
    throw nameOf(failure, address, partPath);
  } finally {
    watch.stop();
  }
}

async function keptBytes(partPath: string, file: CatalogFile): Promise<number> {
  const kept = (await stat(partPath).catch(() => null))?.size ?? 0;
  if (kept <= file.bytes) return kept;
  await rm(partPath);
  return 0;
}

function ask(address: string, have: number, signal: AbortSignal): Promise<Response> {
  return fetch(address, { signal, redirect: 'follow', headers: have > 0 ? { range: `bytes=${have}-` } : {} });
}

/** Where the body begins in the file; a server that ignores or garbles the range makes us begin anew. */
async function startOf(response: Response, have: number, file: CatalogFile, partPath: string): Promise<number> {
  if (response.status === 416) {
    await rm(partPath, { force: true });
    throw new DownloadError('wrong-size', `${hostOf(response.url)} has no such part of ${file.name}; the next try begins anew.`);
  }
  if (!response.ok) throw new DownloadError('refused', `${hostOf(response.url)} answered ${response.status} for ${file.name}.`);
  if ((response.headers.get('content-type') ?? '').startsWith('text/html')) {
    throw new DownloadError(
      'not-a-model',
      `Instead of ${file.name} a web page came: a proxy or login page answered. Log in to the network and try again.`,
    );
  }
  const from = response.status === 206 ? rangeStart(response.headers.get('content-range'), file) : 0;
  if (from !== 0 && from !== have) {
    await rm(partPath, { force: true });
    throw new DownloadError('wrong-size', `${hostOf(response.url)} sent another part of ${file.name} than was asked for.`);
  }
  return from;
}

function rangeStart(header: string | null, file: CatalogFile): number {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '') ?? [];
  if (start === undefined || (total !== '*' && Number(total) !== file.bytes)) {
    throw new DownloadError('wrong-size', `The server's ${file.name} has another size than the catalogue's.`);
  }
  return Number(start);
}

interface Writing {
  readonly file: CatalogFile;
  readonly partPath: string;
  readonly from: number;
  readonly alive: () => void;
  readonly received: (bytes: number) => void;
}

async function writeBody(response: Response, { file, partPath, from, alive, received }: Writing): Promise<void> {
  if (response.body === null) throw new DownloadError('wrong-size', `${file.name} came without content.`);
  const handle = await open(partPath, from === 0 ? 'w' : 'r+');
  let at = from;
  try {
    for await (const chunk of response.body) {
      alive();
      if (at + chunk.length > file.bytes) {
        await rm(partPath, { force: true });
        throw new DownloadError('wrong-size', `${file.name} is longer than the catalogue says; it was not kept.`);
      }
      await handle.write(chunk, 0, chunk.length, at);
      at += chunk.length;
      received(at);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (at < file.bytes)
    throw new DownloadError('wrong-size', `${file.name} ended after ${at} of ${file.bytes} bytes; what was received is kept.`);
}

function watchdog(stall: AbortController, firstMs: number) {
  let limitMs = firstMs;
  let timer = setTimeout(() => stall.abort(), limitMs);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), limitMs);
  };
  return {
    alive,
    allow: (ms: number) => {
      limitMs = ms;
      alive();
    },
    stop: () => clearTimeout(timer),
  };
}

function nameOf(failure: unknown, address: string, partPath: string): unknown {
  const disk = diskError(failure, partPath);
  if (disk !== failure) return disk;
  const cause = (failure as { cause?: { code?: string } } | null)?.cause;
  return new DownloadError('offline', `${hostOf(address)} cannot be reached${cause?.code === undefined ? '' : ` (${cause.code})`}.`, {
    cause: failure,
  });
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'The server';
}
