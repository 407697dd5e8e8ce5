import type { ScriptedServer } from '../../models/speech-to-speech/hosted/servers/scripted-server.ts';
import type { FaultProxy } from './fault-proxy.ts';

/** Draws evenly between 0 and 1. */
export type Random = () => number;

/** A generator with a seed: the same seed tells the same story. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Network {
  readonly proxy: FaultProxy;
  readonly server: ScriptedServer;
  readonly random: Random;
}

/** Strikes; what it changed lasts for a while or until `heal`. */
export type Fault = (network: Network) => void;

const http = (status: string, headers: readonly string[] = [], body = '') =>
  [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${body.length}`, '', body].join('\r\n');

/** New connections get this answer for a moment, and the old one is lost. */
const answering =
  (answer: string): Fault =>
  ({ proxy, random }) => {
    proxy.welcome = { answer };
    proxy.reset();
    proxy.later(() => proxy.heal(), 20 + random() * 120);
  };

const closing =
  (code: number, reason = ''): Fault =>
  ({ server }) =>
    server.connections.at(-1)?.close(code, reason);

/** The server's own messages go out changed, for a moment. */
const tampering =
  (tamper: (frame: string, random: Random) => readonly (string | Buffer)[]): Fault =>
  ({ server, random, proxy }) => {
    server.tamper = (frame) => tamper(frame, random);
    proxy.later(() => {
      server.tamper = null;
    }, 60);
  };

const saying =
  (...messages: (string | Buffer | object)[]): Fault =>
  ({ server }) => {
    for (const message of messages)
      server.connections.at(-1)?.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message));
  };

const forAWhile =
  (strike: (network: Network) => void, ms = 150): Fault =>
  (network) => {
    strike(network);
    network.proxy.later(() => network.proxy.heal(), ms);
  };

const error = (code: string, message = '') => ({ type: 'error', error: { type: 'server_error', code, message } });

/** Swaps neighbours now and then. */
function reordering(): Fault {
  return ({ server, random, proxy }) => {
    let held: string | null = null;
    server.tamper = (frame) => {
      if (held !== null) {
        const both = [frame, held];
        held = null;
        return both;
      }
      if (random() < 0.4) {
        held = frame;
        return [];
      }
      return [frame];
    };
    proxy.later(() => {
      if (held !== null) server.connections.at(-1)?.send(held);
      server.tamper = null;
    }, 80);
  };
}

/** Every kind of trouble by its name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  reset: ({ proxy }) => proxy.reset(),
  'quiet end': ({ proxy }) => proxy.end(),
  'message cut in the middle': forAWhile(({ proxy }) => proxy.cut(), 20),
  'black hole up': ({ proxy }) => proxy.blackHole('up'),
  'black hole down': ({ proxy }) => proxy.blackHole('down'),
  'black hole both ways': ({ proxy }) => proxy.blackHole('both'),
  'bytes lost going up, then reset': forAWhile(({ proxy }) => {
    proxy.lose('up');
    proxy.later(() => proxy.reset(), 40);
  }, 50),
  'bytes lost coming down, then reset': forAWhile(({ proxy }) => {
    proxy.lose('down');
    proxy.later(() => proxy.reset(), 40);
  }, 50),
  'sliced going up': forAWhile(({ proxy, random }) => proxy.slice('up', 16 + Math.floor(random() * 200))),
  'sliced coming down': forAWhile(({ proxy, random }) => proxy.slice('down', 16 + Math.floor(random() * 200))),
  'slow going up': ({ proxy, random }) => {
    proxy.delay('up', 10 + random() * 60);
    proxy.later(() => proxy.reset(), 200);
    proxy.later(() => proxy.heal(), 200);
  },
  'slow coming down': ({ proxy, random }) => {
    proxy.delay('down', 10 + random() * 60);
    proxy.later(() => proxy.reset(), 200);
    proxy.later(() => proxy.heal(), 200);
  },
  'broken frame': forAWhile(({ proxy }) => proxy.corrupt(), 30),
  'nobody lets in': ({ proxy, random }) => {
    proxy.welcome = 'drop';
    proxy.reset();
    proxy.later(() => proxy.heal(), 20 + random() * 150);
  },
  'HTTP 429': answering(http('429 Too Many Requests', ['Retry-After: 0'])),
  'HTTP 500': answering(http('500 Internal Server Error')),
  'HTTP 502': answering(http('502 Bad Gateway')),
  'HTTP 503': answering(http('503 Service Unavailable', ['Retry-After: 0'])),
  'HTTP 504': answering(http('504 Gateway Timeout')),
  'HTTP 401': answering(http('401 Unauthorized')),
  'HTTP 403': answering(http('403 Forbidden', [], '{"error":{"message":"Not in this region."}}')),
  'login page': answering(http('200 OK', ['Content-Type: text/html'], '<html>')),
  'redirection to a login page': answering(http('302 Found', ['Location: http://login.example/'])),
  'not HTTP at all': answering('SSH-2.0-OpenSSH_9.9\r\n'),
  'wrong handshake': answering(
    http('101 Switching Protocols', ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Accept: wrong']),
  ),
  'close 1000': closing(1000),
  'close 1001': closing(1001, 'Your session hit the maximum duration of 60 minutes.'),
  'close 1002': closing(1002),
  'close 1006': ({ server }) => server.connections.at(-1)?.terminate(),
  'close 1007': closing(1007, 'invalid frame payload'),
  'close 1008': closing(1008, 'policy'),
  'close 1009': closing(1009),
  'close 1011': closing(1011, 'internal error'),
  'close 1012': closing(1012, 'restarting'),
  'close 1013': closing(1013, 'try again later'),
  'close 4000': closing(4000, 'something of its own'),
  'not JSON': saying('{"type":', 'nonsense', Buffer.from([0, 159, 146, 150])),
  'one broken message': saying(']['),
  'a list instead of a message': saying('[1,2,3]'),
  'unknown events': saying({ type: 'something.new' }, { type: 42 }, {}, { no: 'type' }),
  'fields of the wrong shape': saying(
    { type: 'response.output_audio.delta', delta: 7 },
    { type: 'response.done' },
    { type: 'conversation.item.input_audio_transcription.completed', transcript: { a: 1 } },
    { type: 'error', error: 'plain text' },
  ),
  'message too large': saying(Buffer.alloc(17 * 1024 * 1024, 32)),
  'every event twice': tampering((frame) => [frame, frame]),
  'neighbouring events swapped': reordering(),
  'noise between events': tampering((frame, random) =>
    random() < 0.5 ? [frame] : [frame, '{"type":"rate_limits.updated","rate_limits":[]}'],
  ),
  'session over': ({ server }) => {
    server.connections.at(-1)?.send(JSON.stringify(error('session_expired')));
    server.connections.at(-1)?.close(1001, 'expired');
  },
  'harmless complaints': saying(error('response_cancel_not_active'), error('server_error', 'something'), error('', '')),
  'flood of pings': ({ server }) => {
    for (let count = 0; count < 50; count++) server.connections.at(-1)?.ping();
  },
};

export const FAULT_NAMES = Object.keys(FAULTS);

/** Those that strike the connection and not its messages: any dialect has them. */
export const CONNECTION_FAULT_NAMES = FAULT_NAMES.filter((name) =>
  /^(reset|quiet end|bytes lost|slow|sliced|nobody|HTTP 5|close 10)/.test(name),
);
