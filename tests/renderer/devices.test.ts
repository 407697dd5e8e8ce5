// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationState } from '../../electron/ipc/conversation-schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/ipc/window-schema.ts';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import { microphone, openMicrophone, settleDevices, tellMicrophone, watchMicrophone } from '../../renderer/conversation/devices.ts';
import { beginMicrophone } from '../../renderer/microphone/the-microphone.ts';

const shown: string[] = [];
vi.mock('../../renderer/microphone/open-capture.ts', () => ({
  openCapture: async () => ({ rest: () => undefined, close: async () => undefined }),
}));
vi.mock('../../renderer/speaker/speaker.ts', () => ({
  openSpeaker: async () => ({ setVolume: () => undefined, setOutput: async () => undefined, wake: () => undefined }),
}));
vi.mock('../../renderer/conversation/connection.ts', () => ({ ask: async () => undefined }));

const initial = useWindow.getState();
beforeEach(async () => {
  shown.length = 0;
  const ways = { askForMicrophone: async () => 'granted', showMicrophone: async ({ state }: { state: string }) => void shown.push(state) };
  Object.defineProperty(window, 'parley', { value: ways, configurable: true });
  Object.defineProperty(navigator, 'mediaDevices', { value: new EventTarget(), configurable: true });
  useWindow.setState(initial, true);
  await microphone.close();
});

function given(settings: Partial<Settings>, conversation: { talkMode?: 'hands-free'; capturing?: boolean } = {}): void {
  useWindow.setState({
    process: 'running',
    settings: { ...DEFAULT_SETTINGS, welcomed: true, ...settings },
    conversation: { talkMode: 'push-to-talk', capturing: false, ...conversation } as ConversationState,
  });
}

describe('the microphone is open only while somebody wants it', () => {
  it.each([
    ['kept ready', { microphoneReady: true }, {}, true],
    ['not kept ready', { microphoneReady: false }, {}, false],
    ['before the first-run pages are done', { welcomed: false }, {}, false],
    ['hands-free', { microphoneReady: false }, { talkMode: 'hands-free' }, true],
    ['while an utterance runs, whoever began it', { microphoneReady: false }, { capturing: true }, true],
  ] as const)('%s', async (_, settings, conversation, open) => {
    given(settings, conversation);
    await settleDevices();
    expect(microphone.isOpen).toBe(open);
  });

  it.each([
    ['kept ready', { microphoneReady: true }, 'granted', true],
    ['hands-free', { microphoneReady: false, talkMode: 'hands-free' }, 'granted', true],
    ['not kept ready', { microphoneReady: false }, 'granted', false],
    ['before the first-run pages are done', { welcomed: false }, 'granted', false],
    ['not granted', { microphoneReady: true }, 'denied', false],
  ] as const)('and is opened before the window is read only then: %s', async (_, settings, granted, open) => {
    const readSettings = async () => ({ ...DEFAULT_SETTINGS, welcomed: true, ...settings });
    Object.assign(window.parley, { readSettings, askForMicrophone: async () => granted });
    await beginMicrophone();
    expect(microphone.isOpen).toBe(open);
    expect(shown).toEqual([]);
    const remove = watchMicrophone();
    expect(shown).toEqual(open ? ['open'] : []);
    remove();
  });

  it('closes when the setting is switched off, when hands-free is left, and after a test', async () => {
    given({ microphoneReady: true });
    await settleDevices();
    given({ microphoneReady: false });
    await settleDevices();
    expect(microphone.condition).toBe('closed');
    await openMicrophone();
    await settleDevices();
    expect(microphone.condition).toBe('closed');
  });

  it('hears nothing of a name that is recorded, and is shown as live meanwhile', async () => {
    given({ microphoneReady: true }, { talkMode: 'hands-free' });
    await settleDevices();
    useWindow.setState({ isRecordingName: true });
    await settleDevices();
    tellMicrophone();
    expect(microphone.condition).toBe('closed');
    expect(shown.at(-1)).toBe('live');
    useWindow.setState({ isRecordingName: false });
    await settleDevices();
    tellMicrophone();
    expect(microphone.condition).toBe('open');
    expect(shown.at(-1)).not.toBe('live');
  });

  it('is open and shown as live while a memo is recorded', async () => {
    given({ microphoneReady: false });
    useWindow.setState({ recorder: { state: 'recording', kind: 'memo', name: 'a.wav', jobId: 'a', writtenMs: 0, problem: null } });
    await settleDevices();
    tellMicrophone();
    expect([microphone.isOpen, shown.at(-1)]).toEqual([true, 'live']);
    useWindow.setState({ recorder: null });
    await settleDevices();
    expect(microphone.condition).toBe('closed');
  });

  it('is not shown as live when the process that listened is gone', () => {
    given({}, { capturing: true });
    tellMicrophone();
    useWindow.setState({ process: 'restarting' });
    tellMicrophone();
    expect(shown).toEqual(['live', 'closed']);
  });
});
