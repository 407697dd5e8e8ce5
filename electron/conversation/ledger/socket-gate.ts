import { type NetConnectOpts, Socket } from 'node:net';

/** Thrown into every connection that is tried while Parley is offline. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
  readonly code = 'PARLEY_OFFLINE';
  constructor() {
    super('Parley is offline: no connection leaves this computer.');
  }
}

export interface SocketGate {
  readonly isOffline: boolean;
  /** Sockets of this process that are open or opening. */
  readonly openCount: number;
  /** True: every open socket is cut now, and none is opened any more. */
  setOffline(offline: boolean): void;
  close(): void;
}

/**
 * Stands at the one place that every TCP and TLS connection of this process passes (WebSockets, fetch and http end there,
 * too), so that "offline" does not depend on each of them remembering it. Pipes and listening sockets are no way out.
 * One gate a process.
 */
export function openSocketGate(): SocketGate {
  const sockets = new Set<Socket>();
  const { prototype } = Socket;
  const connect = prototype.connect;
  let offline = false;
  const gated = function (this: Socket, ...args: unknown[]): Socket {
    if (isPipe(args)) return Reflect.apply(connect, this, args) as Socket;
    if (offline) {
      process.nextTick(() => this.destroy(new OfflineError()));
      return this;
    }
    sockets.add(this);
    this.once('close', () => sockets.delete(this));
    return Reflect.apply(connect, this, args) as Socket;
  };
  prototype.connect = gated as typeof connect;
  return {
    get isOffline() {
      return offline;
    },
    get openCount() {
      return sockets.size;
    },
    setOffline: (wanted) => {
      offline = wanted;
      if (!offline) return;
      for (const socket of sockets) socket.destroy(new OfflineError());
      sockets.clear();
    },
    close: () => {
      if (prototype.connect === (gated as typeof connect)) prototype.connect = connect;
    },
  };
}

/** Inside, Node hands the arguments over as one array. */
function isPipe(args: readonly unknown[]): boolean {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'string') return !/^\d+$/.test(first);
  return typeof first === 'object' && first !== null && typeof (first as NetConnectOpts & { path?: unknown }).path === 'string';
}
