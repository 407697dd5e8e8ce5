import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isMissing, projectFolder } from '../models/real-places.ts';
import { realtimeClient } from './realtime-client.ts';
import { type Served, serve } from './served.ts';

/** Below the time after which it would be killed: it ended by itself. */
const IN_TIME_MS = 24_000;

describe.skipIf(isMissing('speech-to-text', 'language', 'text-to-speech', 'audio-file'))(
  'parley serve --realtime ends when it is told',
  () => {
    const running: Served[] = [];
    const sockets: Socket[] = [];
    afterEach(() => {
      for (const socket of sockets.splice(0)) socket.destroy();
      for (const { child } of running.splice(0)) child.kill('SIGKILL');
    });

    async function started(): Promise<Served> {
      const served = await serve('--realtime');
      running.push(served);
      return served;
    }
    /** A connection that asks for a WebSocket and then neither reads, nor answers, nor hangs up. */
    async function deaf({ url }: Served, token: string): Promise<Socket> {
      const { port, host } = new URL(url);
      const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
      sockets.push(socket);
      socket.on('error', () => undefined).pause();
      const handshake = [
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ];
      socket.write(['GET /v1/realtime HTTP/1.1', `Host: ${host}`, ...handshake, `Authorization: Bearer ${token}`, '', ''].join('\r\n'));
      await once(socket, 'connect');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return socket;
    }
    async function ended({ child }: Served, ...signals: readonly NodeJS.Signals[]) {
      const startMs = performance.now();
      const exit = once(child, 'exit', { signal: AbortSignal.timeout(40_000) });
      for (const signal of signals) {
        child.kill(signal);
        if (signals.length > 1) await new Promise((resolve) => setTimeout(resolve, 400));
      }
      const [code, killedBy] = await exit;
      return { code, killedBy, tookMs: performance.now() - startMs };
    }

    it('although one that was not let in stays, and others send nothing, half a request, or a turn and read nothing', async () => {
      const served = await started();
      await deaf(served, 'wrong');
      for (let count = 0; count < 5; count++) await deaf(served, served.token);
      sockets.push(connect(Number(new URL(served.url).port), '127.0.0.1'));
      const half = connect(Number(new URL(served.url).port), '127.0.0.1');
      sockets.push(half);
      half.write('POST /v1/audio/transcriptions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n');
      const { code, tookMs } = await ended(served, 'SIGTERM');
      expect(code).toBe(0);
      expect(tookMs).toBeLessThan(IN_TIME_MS);
    }, 120_000);

    it('in the middle of a reply', async () => {
      const served = await started();
      const client = await realtimeClient(served.url, served.token);
      const content = [{ type: 'input_text' as const, text: 'Tell me a story.' }];
      client.send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } });
      client.send({ type: 'response.create' });
      await client.until('response.output_audio.delta');
      const { code, tookMs } = await ended(served, 'SIGTERM');
      expect(code).toBe(0);
      expect(tookMs).toBeLessThan(IN_TIME_MS);
      expect(await client.closed).toEqual({ code: 1001 });
    }, 120_000);

    it('in the middle of what is said to it', async () => {
      const served = await started();
      const client = await realtimeClient(served.url, served.token);
      client.speak('long-sentence.wav', 0);
      await client.until('input_audio_buffer.speech_started');
      expect((await ended(served, 'SIGINT')).code).toBe(0);
    }, 120_000);

    it('before it is ready', async () => {
      const child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), 'serve', '--realtime'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const said: string[] = [];
      child.stdout.on('data', (text) => said.push(String(text)));
      await new Promise((resolve) => setTimeout(resolve, 700));
      const { code } = await ended({ child } as Served, 'SIGTERM');
      expect(code).toBe(0);
      expect(said).toEqual([]);
    }, 120_000);

    it('when the package runner that started it is stopped', async () => {
      const runner = spawn('npm', ['run', '-s', 'parley', '--', 'serve', '--realtime'], {
        cwd: projectFolder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(runner.stdout, 'data');
      const { url } = JSON.parse(String(line)) as { url: string };
      const isServed = () =>
        fetch(url).then(
          () => true,
          () => false,
        );
      expect(await isServed()).toBe(true);
      runner.kill('SIGTERM');
      await vi.waitUntil(async () => !(await isServed()), { timeout: IN_TIME_MS, interval: 200 });
    }, 120_000);

    it('at once when it is told twice', async () => {
      const served = await started();
      const client = await realtimeClient(served.url, served.token);
      client.speak('long-sentence.wav', 0);
      const { tookMs } = await ended(served, 'SIGINT', 'SIGINT');
      expect(tookMs).toBeLessThan(IN_TIME_MS);
      await client.closed;
    }, 120_000);
  },
);
