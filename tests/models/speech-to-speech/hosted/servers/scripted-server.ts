import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

export type Message = Record<string, unknown>;

/** What a scripted server answers, whatever its dialect. */
export interface Script {
  /** The words of an utterance; its sound is coded: see `coded-speech.ts`. */
  readonly hear?: (code: number) => string;
  /** The reply to the words; a tool call is written as `!name {"argument":1}`. */
  readonly reply?: (words: string) => string;
  /** What it tells of its thoughts on the way to the reply, where its dialect has a place for them. */
  readonly thoughts?: (words: string) => readonly string[];
  /** Milliseconds between one thought and the next, and before the reply. */
  readonly thoughtMs?: number;
  /** Milliseconds of sound for each word of a reply. */
  readonly wordMs?: number;
  /** Milliseconds between one word and the next: models speak faster than real time. */
  readonly stepMs?: number;
  /** Silence in front of every reply. */
  readonly leadMs?: number;
  /** From the commit to the words, and from the ask to the first sound. */
  readonly wordsDelayMs?: number;
  readonly replyDelayMs?: number;
}

/** One side of a conversation as a server of some dialect holds it. */
export interface Brain {
  opened?(): void;
  take(message: Message): void;
  closed?(): void;
}

export interface Wire {
  send(message: Message): void;
  close(code: number, reason?: string): void;
  readonly request: IncomingMessage;
}

/** A server on loopback whose manners are a brain's. Complaints of the brain are kept: a good client causes none. */
export class ScriptedServer {
  readonly #http: Server;
  readonly #sockets = new Set<Duplex>();
  readonly connections: WebSocket[] = [];
  readonly complaints: string[] = [];
  readonly received: Message[] = [];
  /** Where each connection was opened: path and query. */
  readonly addresses: string[] = [];
  readonly told: Message[] = [];
  /** What the server knows of each of its conversations: the user's turns, told at the beginning or heard. */
  readonly conversations: string[][] = [];
  /** What it keeps of them for a client that comes back with a handle. */
  readonly kept = new Map<string, readonly string[]>();
  /** Changes what goes out on the wire; null = as it is. */
  tamper: ((frame: string) => readonly (string | Buffer)[]) | null = null;
  /** Answers the opening with a page instead, when it returns true. */
  refuse: ((request: IncomingMessage, socket: Duplex) => boolean) | null = null;

  private constructor(http: Server) {
    this.#http = http;
  }

  static async open(makeBrain: (wire: Wire, server: ScriptedServer) => Brain): Promise<ScriptedServer> {
    const http = createServer();
    const server = new ScriptedServer(http);
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    http.on('connection', (socket: Socket) => {
      server.#sockets.add(socket);
      socket.on('close', () => server.#sockets.delete(socket));
      socket.on('error', () => undefined);
    });
    http.on('upgrade', (request, socket, head) => {
      if (server.refuse?.(request, socket)) return;
      sockets.handleUpgrade(request, socket, head, (connection) => server.#serve(connection, request, makeBrain));
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/v1/realtime`;
  }

  async close(): Promise<void> {
    for (const connection of this.connections) connection.terminate();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #serve(connection: WebSocket, request: IncomingMessage, makeBrain: (wire: Wire, server: ScriptedServer) => Brain): void {
    this.connections.push(connection);
    this.addresses.push(request.url ?? '');
    const brain = makeBrain(
      {
        request,
        send: (message) => {
          this.told.push(message);
          const frame = JSON.stringify(message);
          for (const sent of this.tamper?.(frame) ?? [frame]) connection.send(sent);
        },
        close: (code, reason) => connection.close(code, reason),
      },
      this,
    );
    connection.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      this.received.push(message);
      brain.take(message);
    });
    connection.on('error', () => undefined);
    connection.on('close', () => brain.closed?.());
    brain.opened?.();
  }
}
