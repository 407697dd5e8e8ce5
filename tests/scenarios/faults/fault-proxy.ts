import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to bytes that pass: the pieces that go on, each after a wait. */
type Passing = (bytes: Buffer) => readonly { readonly bytes: Buffer; readonly afterMs: number }[];

const AS_IT_IS: Passing = (bytes) => [{ bytes, afterMs: 0 }];
const NOTHING: Passing = () => [];

/** A proxy on loopback that does to a connection what networks do. */
export class FaultProxy {
  readonly #server: Server;
  readonly #pairs = new Set<{ readonly client: Socket; readonly host: Socket }>();
  readonly #timers = new Set<NodeJS.Timeout>();
  /** 'drop' takes a connection and ends it; a text is sent instead of passing it on. */
  welcome: 'pass' | 'drop' | { readonly answer: string } = 'pass';
  up: Passing = AS_IT_IS;
  down: Passing = AS_IT_IS;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(hostPort: number): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server);
    server.on('connection', (client) => proxy.#serve(client, hostPort));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/realtime`;
  }

  /** When the network was last mended. */
  healedAtMs = 0;

  /** The network is well again; connections that were broken stay so. */
  heal(): void {
    this.healedAtMs = performance.now();
    this.welcome = 'pass';
    this.up = this.down = AS_IT_IS;
  }

  reset(): void {
    for (const { client, host } of this.#pairs) {
      client.resetAndDestroy();
      host.destroy();
    }
  }

  /** Both sides are told that it is over, and nobody why. */
  end(): void {
    for (const { client, host } of this.#pairs) {
      client.end();
      host.end();
    }
  }

  /** Cuts a message in the middle. */
  cut(): void {
    this.down = (bytes) => [{ bytes: bytes.subarray(0, Math.ceil(bytes.length / 2)), afterMs: 0 }];
    this.later(() => this.reset(), 5);
  }

  /** What goes on in these connections from now on is lost, and nobody is told. */
  blackHole(direction: 'up' | 'down' | 'both'): void {
    for (const { client, host } of this.#pairs) {
      if (direction !== 'down') client.removeAllListeners('data').resume();
      if (direction !== 'up') host.removeAllListeners('data').resume();
    }
  }

  lose(direction: 'up' | 'down'): void {
    if (direction === 'up') this.up = NOTHING;
    else this.down = NOTHING;
  }

  slice(direction: 'up' | 'down', largest: number): void {
    const sliced: Passing = (bytes) => {
      const pieces = [];
      for (let at = 0; at < bytes.length; at += largest) pieces.push({ bytes: bytes.subarray(at, at + largest), afterMs: 0 });
      return pieces;
    };
    if (direction === 'up') this.up = sliced;
    else this.down = sliced;
  }

  delay(direction: 'up' | 'down', ms: number): void {
    const delayed: Passing = (bytes) => [{ bytes, afterMs: ms }];
    if (direction === 'up') this.up = delayed;
    else this.down = delayed;
  }

  corrupt(): void {
    this.down = (bytes) => {
      const broken = Buffer.from(bytes);
      broken[0] = 0xff;
      return [{ bytes: broken, afterMs: 0 }];
    };
  }

  later(run: () => void, ms: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, ms);
    this.#timers.add(timer);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.reset();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(client: Socket, hostPort: number): void {
    client.on('error', () => undefined);
    if (this.welcome === 'drop') {
      client.resetAndDestroy();
      return;
    }
    if (this.welcome !== 'pass') {
      const { answer } = this.welcome;
      client.once('data', () => client.end(answer));
      return;
    }
    const host = connect({ port: hostPort, host: '127.0.0.1' });
    client.setNoDelay();
    host.setNoDelay();
    const pair = { client, host };
    this.#pairs.add(pair);
    host.on('error', () => undefined);
    client.on('data', (bytes: Buffer) => this.#pass(this.up(bytes), host));
    host.on('data', (bytes: Buffer) => this.#pass(this.down(bytes), client));
    client.on('close', () => {
      this.#pairs.delete(pair);
      host.destroy();
    });
    host.on('close', () => client.destroySoon());
  }

  #pass(pieces: ReturnType<Passing>, to: Socket): void {
    for (const { bytes, afterMs } of pieces) {
      if (afterMs === 0) to.write(bytes);
      else this.later(() => to.destroyed || to.write(bytes), afterMs);
    }
  }
}
