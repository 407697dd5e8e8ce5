import { contextBridge, ipcRenderer } from 'electron';
import { connectIpc, ProblemError, type RequestName } from '../ipc/derive-ipc.ts';
import { CONVERSATION_PORTS_MESSAGE, type WindowContract, windowContract } from '../ipc/window-schema.ts';
import { watchOfferedFiles } from './offered-files.ts';

const CHANNEL = 'parley:window';

const { client } = connectIpc(windowContract, {
  post: (message) => ipcRenderer.send(CHANNEL, message),
  listen: (receive) => {
    // The page never gets the event: it would lead back to ipcRenderer.
    const listener = (_event: unknown, message: unknown) => receive(message);
    ipcRenderer.on(CHANNEL, listener);
    return () => void ipcRenderer.off(CHANNEL, listener);
  },
});

/** Only an error's message crosses into the page, so it carries the whole sentence. */
function inOneSentence(failure: unknown): never {
  throw failure instanceof ProblemError ? new Error(`${failure.problem.message} ${failure.problem.whatToDo}`) : new Error('Parley failed.');
}

const requests = Object.keys(windowContract.requests).map((name) => [
  name,
  (input: never) => client[name as RequestName<WindowContract>](input).catch(inOneSentence),
]);

watchOfferedFiles();
contextBridge.exposeInMainWorld('parley', { ...Object.fromEntries(requests), on: client.on });

ipcRenderer.on(CONVERSATION_PORTS_MESSAGE, (event) => {
  window.postMessage(CONVERSATION_PORTS_MESSAGE, window.location.origin, [...event.ports]);
});
