import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CONVERSATION_PORTS_MESSAGE, OFFERED_FILES_CHANNEL, windowContract } from '../../electron/ipc/window-schema.ts';

type Listener = (event: unknown, message?: unknown) => void;
const listeners = new Map<string, Listener>();
const sent: unknown[][] = [];
const exposed: Record<string, Record<string, (...all: never[]) => unknown>> = {};

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: never) => Object.assign(exposed, { [name]: api }) },
  ipcRenderer: {
    on: (channel: string, listener: Listener) => listeners.set(channel, listener),
    off: (channel: string) => listeners.delete(channel),
    send: (...message: unknown[]) => sent.push(message),
  },
  webUtils: { getPathForFile: ({ path }: { path: string }) => path },
}));
const dropped = new Map<string, (event: unknown) => void>();
const posted: unknown[][] = [];
vi.stubGlobal('window', {
  postMessage: (...message: unknown[]) => posted.push(message),
  location: { origin: 'app://ui' },
  addEventListener: (name: string, listener: (event: unknown) => void) => dropped.set(name, listener),
});
beforeAll(async () => void (await import('../../electron/preload/preload.ts')));

const answerLast = (answer: object) => {
  const [, request] = sent.at(-1) as [string, { id: number }];
  listeners.get('parley:window')?.({ sender: 'the event' }, { ...answer, id: request.id });
};

describe('the bridge into the page', () => {
  it('is shorter than 40 lines and names no request of its own', () => {
    const source = readFileSync(new URL('../../electron/preload/preload.ts', import.meta.url), 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThan(40);
    expect(source.match(/exposeInMainWorld/g)).toHaveLength(1);
  });

  it('offers one function per request and `on`, and nothing else', () => {
    expect(Object.keys(exposed)).toEqual(['parley']);
    expect(Object.keys(exposed['parley'] ?? {}).sort()).toEqual([...Object.keys(windowContract.requests), 'on'].sort());
  });

  it('sends on one channel, only requests', async () => {
    const answered = exposed['parley']?.['showLog']?.();
    expect(sent.at(-1)).toEqual(['parley:window', { kind: 'request', id: expect.any(Number), name: 'showLog', input: undefined }]);
    answerLast({ kind: 'answer', output: undefined });
    await expect(answered).resolves.toBeUndefined();
  });

  it('tells a problem in one readable sentence', async () => {
    const asked = exposed['parley']?.['showLog']?.();
    answerLast({ kind: 'problem', problem: { id: 'full', message: 'The disk is full.', whatToDo: 'Make room.' } });
    await expect(asked).rejects.toThrow(/^The disk is full\. Make room\.$/);
  });

  it('gives listeners the payload alone, never the event', () => {
    const heard: unknown[][] = [];
    exposed['parley']?.['on']?.(...(['show', (...all: unknown[]) => heard.push(all)] as never[]));
    listeners.get('parley:window')?.({ sender: 'the event' }, { kind: 'event', name: 'show', payload: { pane: 'history' } });
    listeners.get('parley:window')?.({ sender: 'the event' }, { kind: 'event', name: 'show', payload: { pane: 'elsewhere' } });
    expect(heard).toEqual([[{ pane: 'history' }]]);
  });

  it('tells main alone where dropped and pasted files lie, and only of files that a person gave', () => {
    const files = [{ path: '/home/me/talk.mp3' }, { path: '' }];
    const before = sent.length;
    const drop = (isTrusted: boolean, given: object[]) =>
      dropped.get('drop')?.({ isTrusted, dataTransfer: { files: given }, preventDefault: () => undefined });
    drop(false, files);
    drop(true, [{ path: '' }]);
    expect(sent).toHaveLength(before);
    drop(true, files);
    expect(sent.at(-1)).toEqual([OFFERED_FILES_CHANNEL, ['/home/me/talk.mp3']]);
    dropped.get('paste')?.({ isTrusted: true, clipboardData: { files }, preventDefault: () => undefined });
    expect(sent.at(-1)).toEqual([OFFERED_FILES_CHANNEL, ['/home/me/talk.mp3']]);
  });

  it('hands the conversation’s ports to our own page only, in their order', () => {
    listeners.get(CONVERSATION_PORTS_MESSAGE)?.({ ports: ['control', 'microphone', 'speaker'] });
    expect(posted).toEqual([[CONVERSATION_PORTS_MESSAGE, 'app://ui', ['control', 'microphone', 'speaker']]]);
  });
});
