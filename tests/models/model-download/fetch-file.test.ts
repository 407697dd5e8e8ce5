import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchFile } from '../../../models/model-download/fetch-file.ts';
import { type SmallServer, serveContent, startServer } from './small-server.ts';

const content = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 251));
const file = { name: 'model.bin', bytes: content.length, sha256: '0'.repeat(64) };

describe('fetching a file', () => {
  let folder: string;
  let part: string;
  let server: SmallServer;
  const received: number[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-fetch-'));
    part = join(folder, 'model.bin.partial');
    received.length = 0;
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function fetchFrom(answer: (request: IncomingMessage, response: ServerResponse) => void, signal = new AbortController().signal) {
    server = await startServer(answer);
    await fetchFile(server.address, file, part, { signal, received: (bytes) => received.push(bytes), stallTimeoutMs: 300 });
  }

  it('brings all of it and tells how far it is', async () => {
    await fetchFrom(serveContent(content));
    expect(readFileSync(part).equals(content)).toBe(true);
    expect(received.at(-1)).toBe(content.length);
    expect(server.ranges).toEqual(['']);
  });

  it('goes on where an earlier try stopped', async () => {
    writeFileSync(part, content.subarray(0, 1234));
    await fetchFrom(serveContent(content));
    expect(server.ranges).toEqual(['bytes=1234-']);
    expect(readFileSync(part).equals(content)).toBe(true);
  });

  it('asks for nothing when all of it is there', async () => {
    writeFileSync(part, content);
    await fetchFrom(serveContent(content));
    expect(server.ranges).toEqual([]);
    expect(received).toEqual([content.length]);
  });

  it('begins anew when what is there is too long', async () => {
    writeFileSync(part, Buffer.alloc(9999));
    await fetchFrom(serveContent(content));
    expect(server.ranges).toEqual(['']);
    expect(readFileSync(part).equals(content)).toBe(true);
  });

  it('takes the whole when the server ignores the range', async () => {
    writeFileSync(part, Buffer.alloc(1234, 7));
    await fetchFrom((_, response) => void response.end(content));
    expect(readFileSync(part).equals(content)).toBe(true);
  });

  it('takes up a cut transfer at the next try', async () => {
    await expect(
      fetchFrom(
        (_, response) =>
          void response
            .writeHead(200, { 'content-length': content.length })
            .write(content.subarray(0, 2000), () => setTimeout(() => response.destroy(), 50)),
      ),
    ).rejects.toThrow();
    const kept = readFileSync(part).length;
    expect(kept).toBe(2000);
    await server.close();
    await fetchFrom(serveContent(content));
    expect(server.ranges).toEqual(['bytes=2000-']);
    expect(readFileSync(part).equals(content)).toBe(true);
  });

  it.each([
    ['another part than was asked for', 'bytes 99-4999/5000'],
    ['another size', 'bytes 1234-9998/9999'],
    ['no sense', 'lines 1-2'],
    ['nothing', ''],
  ])('refuses a range answer that says %s', async (_, contentRange) => {
    writeFileSync(part, content.subarray(0, 1234));
    const answer = (_request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(206, contentRange === '' ? {} : { 'content-range': contentRange }).end(content.subarray(1234));
    };
    await expect(fetchFrom(answer)).rejects.toMatchObject({ kind: 'wrong-size' });
  });

  it.each<[string, number, string, RegExp]>([
    ['there is no such part', 416, 'wrong-size', /begins anew/],
    ['it is not found', 404, 'refused', /answered 404 for model\.bin/],
    ['the server is broken', 500, 'refused', /answered 500/],
    ['a login is wanted', 401, 'refused', /answered 401/],
  ])('says so when %s', async (_, status, kind, message) => {
    writeFileSync(part, content.subarray(0, 1234));
    const wrong = fetchFrom((_request, response) => void response.writeHead(status).end('no'));
    await expect(wrong).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
    // A range the server does not have must not be asked for again and again.
    expect(existsSync(part)).toBe(status !== 416);
  });

  it('knows a login page', async () => {
    const page = (_: IncomingMessage, response: ServerResponse) =>
      void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>');
    await expect(fetchFrom(page)).rejects.toMatchObject({ kind: 'not-a-model' });
    expect(existsSync(part)).toBe(false);
  });

  it('keeps nothing of a file that is too long, and what there is of one that is too short', async () => {
    await expect(fetchFrom((_, response) => void response.end(Buffer.alloc(6000)))).rejects.toMatchObject({ kind: 'wrong-size' });
    expect(existsSync(part)).toBe(false);
    await server.close();
    await expect(fetchFrom((_, response) => void response.end(content.subarray(0, 100)))).rejects.toMatchObject({ kind: 'wrong-size' });
    expect(readFileSync(part)).toHaveLength(100);
  });

  it('gives up a body that stalls, and keeps what came', async () => {
    await expect(fetchFrom((_, response) => void response.write(content.subarray(0, 100)))).rejects.toMatchObject({ kind: 'stalled' });
    expect(readFileSync(part)).toHaveLength(100);
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    const fetching = fetchFrom((_, response) => {
      response.write(content.subarray(0, 100));
      setTimeout(() => abort.abort(), 50);
    }, abort.signal);
    await expect(fetching).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says that a host cannot be reached', async () => {
    server = await startServer(serveContent(content));
    const { address } = server;
    await server.close();
    const gone = fetchFile(address, file, part, { signal: new AbortController().signal, received: () => undefined });
    await expect(gone).rejects.toMatchObject({ kind: 'offline' });
  });
});
