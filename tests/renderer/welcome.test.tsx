// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/ipc/window-schema.ts';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import WelcomePane from '../../renderer/onboarding/WelcomePane.tsx';

vi.mock('../../renderer/conversation/devices.ts', () => ({
  microphone: { isOpen: true },
  openMicrophone: async () => undefined,
  settleDevices: async () => undefined,
}));

const initial = useWindow.getState();
let saved: (settings: Settings) => void;
beforeEach(() => {
  useWindow.setState({ ...initial, pane: 'welcome' }, true);
  const changeSettings = () =>
    new Promise<Settings>((resolve) => {
      saved = resolve;
    });
  vi.stubGlobal('parley', { changeSettings });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const welcomed = (): Settings => ({ ...DEFAULT_SETTINGS, welcomed: true });

it('gives way to the conversation when it is skipped', async () => {
  render(<WelcomePane />);
  fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
  saved(welcomed());
  await waitFor(() => expect(useWindow.getState().pane).toBe('conversation'));
});

it('leaves whoever went to another page by key there, when skipping takes a while', async () => {
  render(<WelcomePane />);
  fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
  useWindow.setState({ pane: 'settings' });
  saved(welcomed());
  await waitFor(() => expect(useWindow.getState().settings?.welcomed).toBe(true));
  expect(useWindow.getState().pane).toBe('settings');
});
