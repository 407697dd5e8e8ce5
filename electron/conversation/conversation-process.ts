import { runParley } from '../command-line/parley.ts';
import { programFolders } from '../command-line/program-folders.ts';
import { openLog } from '../diagnostics/log.ts';
import { type MessageChannelEnd, serveIpc } from '../ipc/derive-ipc.ts';
import { processContract } from '../ipc/process-schema.ts';
import type { Profiles } from '../ipc/window-schema.ts';
import { forbidTelemetry } from '../lifetime/no-telemetry.ts';
import { Scope } from '../lifetime/scope.ts';
import { type ConversationHost, hostConversation } from './session/host-conversation.ts';

/**
 * The entry of the conversation process, and the only file of it that knows Electron: turns the parent's port and the
 * windows' ports into plain channels. With `talk ...` as arguments it holds a recorded conversation instead and ends.
 */

/** What Electron's MessagePortMain and ParentPort share. */
interface EmitterPort {
  postMessage(message: unknown): void;
  on(name: 'message', listener: (event: PortEvent) => void): unknown;
  off(name: 'message', listener: (event: PortEvent) => void): unknown;
  start?(): void;
}
interface PortEvent {
  readonly data: unknown;
  readonly ports: readonly EmitterPort[];
}

forbidTelemetry();

const WINDOW_PORTS = 'window-ports';

function channelOf(port: EmitterPort): MessageChannelEnd {
  return {
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      const listener = (event: PortEvent) => receive(event.data);
      port.on('message', listener);
      port.start?.();
      return () => void port.off('message', listener);
    },
  };
}

/** Serves main and its windows until `shutDown` is asked. */
function serveParent(parent: EmitterPort): void {
  const scope = new Scope('conversation-process');
  let host: ConversationHost | null = null;
  let profiles: Profiles | null = null;
  const waitingWindows: PortEvent[] = [];
  const openWindow = ({ ports }: PortEvent) => {
    const [control, microphone, speaker] = ports;
    if (control === undefined || microphone === undefined || speaker === undefined) return;
    host?.openWindow({ control: channelOf(control), microphone: channelOf(microphone), speaker: channelOf(speaker) });
  };
  parent.on('message', (event) => {
    if ((event.data as { kind?: unknown } | null)?.kind !== WINDOW_PORTS) return;
    if (host === null) waitingWindows.push(event);
    else openWindow(event);
  });
  const { emit } = serveIpc(processContract, channelOf(parent), {
    open: async (setup) => {
      profiles = setup.profiles;
      host = await hostConversation({
        scope,
        folders: { ...programFolders(), models: setup.modelFolder },
        setup: {
          ...setup,
          get profiles() {
            return profiles ?? setup.profiles;
          },
        },
        log: openLog(setup.logFile),
        emit,
      });
      for (const event of waitingWindows.splice(0)) openWindow(event);
    },
    globalKey: ({ direction }) => host?.session.talkKey(direction),
    cancel: () => host?.session.cancel(),
    profilesChanged: (changed) => {
      profiles = changed;
    },
    saveSound: ({ id, path }) => host?.saveSound(id, path),
    offerFiles: ({ paths }) => host?.offerFiles(paths),
    enginesChanged: (access) => host?.changeEngines(access),
    switchPersona: ({ id }) => host?.session.switchPersona(id),
    wake: () => host?.wake(),
    shutDown: async () => {
      await host?.session.settle();
      await scope.close();
    },
  });
}

const [command] = process.argv.slice(2);
if (command === 'talk') {
  const io = {
    out: (line: string) => void process.stdout.write(`${line}\n`),
    err: (line: string) => void process.stderr.write(`${line}\n`),
    signal: new AbortController().signal,
  };
  const code = await runParley(process.argv.slice(2), io).catch((failure: unknown) => {
    io.err(failure instanceof Error ? failure.message : String(failure));
    return 1;
  });
  // The parent's port would keep this process alive; what was written must leave first.
  process.stdout.write('', () => process.exit(code));
} else {
  const { parentPort } = process as unknown as { parentPort?: EmitterPort };
  if (parentPort === undefined)
    throw new Error('This file is started by Parley itself; to talk from the command line run: npm run -s parley -- talk');
  serveParent(parentPort);
}
