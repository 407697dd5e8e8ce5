import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readForm } from '../../../../electron/conversation/transcription/http/multipart.ts';
import { refusalOf } from '../../../../electron/conversation/transcription/http/request-guard.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-form-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** The form as the platform itself writes it. */
async function encoded(bytes: Uint8Array, fields: Readonly<Record<string, string>>): Promise<{ body: Uint8Array; type: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes.slice()]), 'talk.wav');
  const response = new Response(form);
  return { body: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}

async function* inPieces(body: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

describe('forms with a file', () => {
  it('come out as they went in, however the network cuts them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.string(), fc.integer({ min: 1, max: 700 }), async (bytes, prompt, size) => {
        const plain = prompt.replace(/[\r\n]/g, '');
        const { body, type } = await encoded(bytes, { model: 'any', prompt: plain });
        const path = join(folder, String(count++));
        const form = await readForm(inPieces(body, size), type, path);
        expect(Buffer.from(bytes).equals(readFileSync(path))).toBe(true);
        expect(form.fileName).toBe('talk.wav');
        expect(Object.fromEntries(form.fields)).toEqual({ model: ['any'], prompt: [plain] });
      }),
      { numRuns: 60 },
    );
  });

  it('that end too early or are none are refused with a sentence', async () => {
    const { body, type } = await encoded(new Uint8Array(100), {});
    const read = (part: Uint8Array, kind: string) => readForm(inPieces(part, 64), kind, join(folder, String(count++)));
    await expect(read(body.subarray(0, -10), type)).rejects.toThrow('The form ends before its last boundary.');
    await expect(read(body, 'application/json')).rejects.toThrow('The request must be multipart/form-data.');
  });
});

describe('who may ask', () => {
  const headers = { host: '127.0.0.1:5000', authorization: 'Bearer secret' };
  it.each([
    ['a program that knows the token', {}, null],
    ['the same by name', { host: 'localhost:5000' }, null],
    ['one without the token', { authorization: undefined }, 401],
    ['one with another token', { authorization: 'Bearer secre' }, 401],
    ['another port', { host: '127.0.0.1:5001' }, 403],
    ['a name that was bent to point here', { host: 'evil.example:5000' }, 403],
    ['a web page', { origin: 'https://evil.example' }, 403],
    ['a page of this computer', { origin: 'http://127.0.0.1:5000' }, 403],
    ['a browser without origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s', (_who, more, status) => {
    expect(refusalOf({ headers: { ...headers, ...more } } as never, 5000, 'secret')?.status ?? null).toBe(status);
  });
});
