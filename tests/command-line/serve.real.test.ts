import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mediaFile } from '../models/audio-file/read-sound.ts';
import { isMissing, projectFolder } from '../models/real-places.ts';

/** Reads nothing for a while, as a busy client does. */
const holdStillMs = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const SAID = 'Set a timer for five minutes.';

describe.skipIf(isMissing('speech-to-text', 'audio-file'))('parley serve, asked by the official client', () => {
  let child: ChildProcess;
  let url = '';
  let token = '';
  let client: OpenAI;

  beforeAll(async () => {
    child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    ({ url, token } = z.strictObject({ url: z.string(), token: z.string() }).parse(JSON.parse(String(line))));
    client = new OpenAI({ baseURL: url, apiKey: token, maxRetries: 0 });
  });
  afterAll(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`parley-serve-${child.pid}-`))).toEqual([]);
  });

  const file = (name = 'speech.mp3') => createReadStream(mediaFile(name));

  it('says where it is, with a token that cannot be guessed', () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    expect(token.length).toBeGreaterThanOrEqual(32);
  });

  it('answers json, text, srt and vtt', async () => {
    const { text } = await client.audio.transcriptions.create({ file: file(), model: 'moonshine-tiny-en' });
    expect(text).toBe(SAID);
    const as = (response_format: 'text' | 'srt' | 'vtt') =>
      client.audio.transcriptions.create({ file: file('speech.m4a'), model: 'whisper-1', response_format }) as Promise<unknown>;
    expect(await as('text')).toBe(`${SAID}\n`);
    expect(await as('srt')).toMatch(/^1\n00:00:00,\d{3} --> 00:00:0\d,\d{3}\nSet a timer for five minutes\.\n/);
    expect(await as('vtt')).toMatch(/^WEBVTT\n\n00:00:00\.\d{3} --> /);
  });

  it('answers verbose_json with words', async () => {
    const found = await client.audio.transcriptions.create({
      file: file(),
      model: 'whisper-1',
      response_format: 'verbose_json',
      timestamp_granularities: ['word', 'segment'],
    });
    expect(found.words?.map(({ word }) => word).join(' ')).toBe(SAID);
    expect(found.segments?.map(({ text }) => text)).toEqual([SAID]);
    expect(found.duration).toBeCloseTo(2.8, 0);
  });

  it('streams', async () => {
    const stream = await client.audio.transcriptions.create({ file: file(), model: 'gpt-4o-transcribe', stream: true });
    const events = [];
    for await (const event of stream) events.push(event);
    expect(events.flatMap((event) => (event.type === 'transcript.text.delta' ? [event.delta] : [])).join('')).toBe(SAID);
    expect(events.at(-1)).toMatchObject({ type: 'transcript.text.done', text: SAID });
  });

  it('serves several at once, in order', async () => {
    const all = await Promise.all([1, 2, 3].map(() => client.audio.transcriptions.create({ file: file(), model: 'any' })));
    expect(all.map(({ text }) => text)).toEqual([SAID, SAID, SAID]);
  });

  it('says in a sentence what is wrong with a request', async () => {
    await expect(client.audio.transcriptions.create({ file: file('no-sound.mp4'), model: 'any' })).rejects.toThrow(
      'The video has no sound track.',
    );
    await expect(client.audio.transcriptions.create({ file: file(), model: 'any', language: 'de' })).rejects.toThrow('knows English only');
    await expect(
      new OpenAI({ baseURL: url, apiKey: 'wrong', maxRetries: 0 }).audio.transcriptions.create({ file: file(), model: 'any' }),
    ).rejects.toThrow('The token is missing or wrong.');
    expect((await fetch(url, { headers: { authorization: `Bearer ${token}`, origin: 'https://example.com' } })).status).toBe(403);
  });

  // Root cause: a connection closed on bytes that nobody had read is reset, and whoever reads late never sees the answer.
  it('lets a refused client read why, although it was still sending', async () => {
    const { hostname, port, pathname } = new URL(`${url}/audio/transcriptions`);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(`POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-length: 8000000\r\n\r\n`);
    socket.write(Buffer.alloc(300_000));
    holdStillMs(500);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/401 .*The token is missing or wrong\./su);
  });

  it('cannot be reached from another computer', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside === undefined) return;
    await expect(fetch(url.replace('127.0.0.1', outside.address))).rejects.toThrow();
  });
});
