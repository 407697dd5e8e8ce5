import { BrowserWindow, MessageChannelMain, utilityProcess } from 'electron';
import { CONVERSATION_PORTS, CONVERSATION_PORTS_MESSAGE } from '../ipc/window-schema.ts';
import type { Child } from './conversation-process.ts';

/**
 * For glibc (other systems pay no attention): a process with some dozen threads of models gets a heap for each of eight
 * otherwise, and none gives back what lies between its blocks.
 */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/** Starts the built conversation process. It inherits the environment (PARLEY_MODELS) and writes to our standard output. */
export function forkConversation(file: string): Child {
  return utilityProcess.fork(file, [], { serviceName: 'Parley conversation', stdio: 'inherit', env: { ...process.env, ...FEW_ARENAS } });
}

/** Makes a fresh set of ports: one side for the child, the other for the page, in the order of CONVERSATION_PORTS. */
export function connectWindow(windowId: number, child: Child): void {
  const contents = BrowserWindow.fromId(windowId)?.webContents;
  if (contents === undefined || contents.isDestroyed()) return;
  const channels = CONVERSATION_PORTS.map(() => new MessageChannelMain());
  child.postMessage(
    { kind: 'window-ports' },
    channels.map(({ port1 }) => port1),
  );
  contents.postMessage(
    CONVERSATION_PORTS_MESSAGE,
    null,
    channels.map(({ port2 }) => port2),
  );
}
