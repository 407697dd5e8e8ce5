import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createDoor } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OfflineError, openSocketGate, type SocketGate } from '../../../electron/conversation/ledger/socket-gate.ts';

let gate: SocketGate;
let server: Server;
let port: number;
let arrived = 0;

beforeEach(async () => {
  arrived = 0;
  server = createServer((_, response) => void response.write('begun'));
  server.on('connection', () => {
    arrived += 1;
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
  gate = openSocketGate();
});
afterEach(async () => {
  gate.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const ended = (socket: { once(name: 'close' | 'error', listener: (cause?: unknown) => void): unknown }) =>
  new Promise<unknown>((resolve) => {
    socket.once('error', resolve);
    socket.once('close', () => resolve('closed'));
  });

describe('offline', () => {
  it('cuts what is open', async () => {
    const socket = connect(port, '127.0.0.1');
    await new Promise((open) => socket.once('connect', open));
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    const body = answer.text();
    expect(gate.openCount).toBe(2);
    const closing = ended(socket);
    gate.setOffline(true);
    await closing;
    await expect(body).rejects.toThrow();
    expect(gate.openCount).toBe(0);
  });

  it('opens nothing: no socket, no fetch, no TLS, whatever the host', async () => {
    gate.setOffline(true);
    expect(await ended(connect(port, '127.0.0.1'))).toBeInstanceOf(OfflineError);
    expect(await ended(connect({ port, host: 'localhost' }))).toBeInstanceOf(OfflineError);
    expect(await ended(connectTls({ port, host: '127.0.0.1' }))).toBeInstanceOf(Error);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    const { get } = await import('node:http');
    expect(await ended(get(`http://127.0.0.1:${port}/`))).toBeInstanceOf(Error);
    expect(arrived).toBe(0);
  });

  it('leaves pipes of this computer alone', async () => {
    gate.setOffline(true);
    const path = join(tmpdir(), `parley-pipe-${process.pid}`);
    const door = createDoor((socket) => socket.end('here'));
    await new Promise<void>((listening) => void door.listen(path, listening));
    const heard = await new Promise<string>((resolve, reject) =>
      connect(path)
        .once('data', (data) => resolve(String(data)))
        .once('error', reject),
    );
    expect(heard).toBe('here');
    await new Promise((closed) => door.close(closed));
  });

  it('ends when one goes online again', async () => {
    gate.setOffline(true);
    gate.setOffline(false);
    const socket = connect(port, '127.0.0.1');
    await new Promise((open) => socket.once('connect', open));
    socket.destroy();
    expect(arrived).toBe(1);
  });
});
