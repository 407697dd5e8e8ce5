// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecorderState } from '../../electron/ipc/recorder-schema.ts';
import { isMicrophoneLive, useWindow } from '../../renderer/conversation/conversation-store.ts';
import { RecordControl, watchRecorder } from '../../renderer/transcripts/record-control.tsx';
import { openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

const settled = vi.fn();
vi.mock('../../renderer/conversation/devices.ts', () => ({ settleDevices: async () => settled(), tellMicrophone: () => undefined }));

const recording: RecorderState = { state: 'recording', kind: 'memo', name: 'memo.wav', jobId: 'job', writtenMs: 65_000, problem: null };
const initial = useWindow.getState();
let script: ScriptedConversation;
beforeEach(() => {
  script = openScriptedConversation();
  useWindow.setState({ ...initial, process: 'running', conversation: readyState }, true);
  watchRecorder(script.client);
  settled.mockClear();
});
afterEach(() => {
  cleanup();
  script.close();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('recording a memo', () => {
  it('shows that it records, how long, and its words, until it is stopped', async () => {
    render(<RecordControl />);
    press('Record a memo');
    await waitFor(() => expect(script.asked).toContain('startRecording {"kind":"memo","systemSound":false}'));
    script.emit('recorderChanged', recording);
    await waitFor(() => expect(screen.getByText('Recording 1:05')).toBeTruthy());
    expect(isMicrophoneLive(useWindow.getState())).toBe(true);
    expect(settled).toHaveBeenCalled();
    script.emit('recordingHeard', { jobId: 'job', text: 'Hello' });
    script.emit('recordingHeard', { jobId: 'job', text: ' world.' });
    await waitFor(() => expect(screen.getByText('Hello world.')).toBeTruthy());
    press('Pause');
    script.emit('recorderChanged', { ...recording, state: 'paused' });
    await waitFor(() => expect(screen.getByText('Paused 1:05')).toBeTruthy());
    // The indicator stays on.
    expect(isMicrophoneLive(useWindow.getState())).toBe(true);
    press('Go on');
    press('Stop');
    await waitFor(() => expect(script.asked.slice(1)).toEqual(['pauseRecording', 'resumeRecording', 'stopRecording']));
    script.emit('recorderChanged', { ...recording, state: 'off' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Record a memo' })).toBeTruthy());
    expect(isMicrophoneLive(useWindow.getState())).toBe(false);
  });

  it('says why it ended by itself', async () => {
    render(<RecordControl />);
    script.emit('recorderChanged', recording);
    const problem = { message: 'The recording ended: the disk is full.', whatToDo: 'Make room.' };
    script.emit('recorderChanged', { ...recording, state: 'off', problem });
    await waitFor(() => expect(useWindow.getState().notices).toMatchObject([{ id: 'recording', ...problem }]));
  });
});
