// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERYBODY, type TuningResult } from '../../electron/ipc/tuning-schema.ts';
import { isMicrophoneLive, useWindow } from '../../renderer/conversation/conversation-store.ts';
import TunePane from '../../renderer/tuning/TunePane.tsx';
import { stopTuning, useTuning } from '../../renderer/tuning/tuning.ts';
import { openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

vi.mock('../../renderer/conversation/devices.ts', () => ({
  tellMicrophone: () => undefined,
  settleDevices: async () => undefined,
  microphone: { meter: { subscribe: () => () => undefined } },
}));

const initial = useWindow.getState();
let script: ScriptedConversation;
beforeEach(() => {
  script = openScriptedConversation();
  useWindow.setState({ ...initial, process: 'running', conversation: readyState }, true);
});
afterEach(async () => {
  cleanup();
  await stopTuning();
  script.close();
});

const RESULTS: TuningResult[] = [
  { step: 'pauses', pauses: 6, longestMs: 900, cutOff: { before: 2, after: 0 }, waitMs: { before: 600, after: 870 } },
  { step: 'listening', sounds: 5, ended: { before: 3, after: 1 } },
  { step: 'echo', echoDb: -22, mistaken: { before: 1, after: 0 }, unsureMs: { before: 800, after: 0 } },
];
const button = (name: string) => screen.findByRole('button', { name });
const press = async (name: string) => {
  const found = await button(name);
  await act(async () => void fireEvent.click(found));
};

describe('the tuning page', () => {
  it('shows how it is now', async () => {
    script.tuning = { manner: { ...EVERYBODY, pauseFactor: 1.4, echo: { gain: 0.1, delayMs: 64 } }, canUndo: true };
    render(<TunePane />);
    expect(await screen.findByText('It waits 1.40 times as long as for everybody.')).toBeTruthy();
    expect(screen.getByText('Its voice comes back at -20 dB.')).toBeTruthy();
    await press('Undo the last change');
    expect(await screen.findByText('It is as it was before.')).toBeTruthy();
    await press('As for everybody');
    expect(script.asked).toEqual(['undoTuning', 'resetTuning']);
  });

  it('measures step by step with a live microphone, shows before and after, and keeps it when that is wished', async () => {
    script.tuningResults = [...RESULTS];
    render(<TunePane />);
    await press('Begin');
    for (const title of ['Your pauses', 'Your “mhm”', 'Your room']) {
      expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
      expect(document.activeElement?.textContent).toBe('Start');
      await press('Start');
      expect(await button('Done')).toBeTruthy();
      expect(isMicrophoneLive(useWindow.getState())).toBe(true);
      await press('Done');
      await vi.waitFor(() => expect(isMicrophoneLive(useWindow.getState())).toBe(false));
    }
    expect(await screen.findByRole('row', { name: 'Pauses it would have cut off, of 6 2 0' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'How long it waits at such a pause 600 ms 870 ms' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Sounds that would have ended a reply, of 5 3 1' })).toBeTruthy();
    await press('Use this');
    expect(await screen.findByText(/uses this from now on/)).toBeTruthy();
    expect(script.asked.at(-1)).toBe('keepTuning');
  });

  it('says why a step told nothing, and lets it be done again or skipped', async () => {
    script.tuningResults = [];
    render(<TunePane />);
    await press('Begin');
    await press('Start');
    await press('Done');
    expect(await screen.findByText('Too little was heard to tell. Do this step again.')).toBeTruthy();
    for (const _ of [1, 2, 3]) await press('Skip this');
    expect(useTuning.getState().phase).toBe('rest');
  });

  it('gives the microphone back to whoever leaves', async () => {
    render(<TunePane />);
    await press('Begin');
    await press('Start');
    await button('Done');
    cleanup();
    await vi.waitFor(() => expect(script.asked.at(-1)).toBe('cancelTuning'));
    expect(isMicrophoneLive(useWindow.getState())).toBe(false);
  });
});
