// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { customCascadeSchema, type EngineSummary } from '../../electron/ipc/engine-schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/ipc/window-schema.ts';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import { CascadeForm } from '../../renderer/engines/CascadeForm.tsx';
import { EndpointForm } from '../../renderer/engines/EndpointForm.tsx';
import { useEngines } from '../../renderer/engines/engines.ts';
import { RacePanel } from '../../renderer/engines/RacePanel.tsx';
import type { CaptureOptions } from '../../renderer/microphone/open-capture.ts';
import { openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

const microphone = vi.hoisted(() => ({ hear: (_seconds: number, _loudness: number): void => undefined }));
vi.mock('../../renderer/conversation/devices.ts', () => ({ tellMicrophone: () => undefined, settleDevices: async () => undefined }));
vi.mock('../../renderer/microphone/open-capture.ts', () => ({
  openCapture: async ({ frames }: CaptureOptions) => {
    microphone.hear = (seconds, loudness) => frames(new Float32Array(16_000 * seconds).fill(loudness));
    return { rest: () => undefined, close: async () => undefined };
  },
}));

const initial = useWindow.getState();
const kept: Record<string, string> = {};
let settings: Settings;
let script: ScriptedConversation;
beforeEach(() => {
  settings = DEFAULT_SETTINGS;
  for (const name of Object.keys(kept)) delete kept[name];
  script = openScriptedConversation();
  Object.assign(window, {
    parley: {
      askForMicrophone: async () => 'granted',
      changeSettings: async (changes: Partial<Settings>) => {
        settings = { ...settings, ...changes };
        return settings;
      },
      saveKey: async ({ service, key }: { service: string; key: string }) => {
        kept[service] = key;
        return [];
      },
    },
  });
  useWindow.setState({ ...initial, conversation: readyState, settings }, true);
});
afterEach(() => {
  cleanup();
  script.close();
});

const write = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const shown = async (text: string | RegExp) => expect(await screen.findByText(text)).toBeTruthy();

describe('a cascade of one’s own', () => {
  const begin = () => {
    render(<CascadeForm />);
    press('Add a mind, ears or a voice elsewhere');
  };

  it('is added role by role; its key is kept apart and only named', async () => {
    begin();
    write('Name', 'Groq');
    write('Address', ' https://api.groq.example/openai/v1 ');
    write('Model', 'llama-70b');
    write('Key (if the server wants one)', ' gsk-secret ');
    press('Save the endpoint');
    await shown('Groq is saved. Test it before you use it.');
    const [saved] = settings.engines.cascades;
    expect(customCascadeSchema.parse(saved)).toEqual(saved);
    expect(saved?.roles).toEqual({
      speechToText: null,
      textToSpeech: null,
      language: {
        ...{ url: 'https://api.groq.example/openai/v1', model: 'llama-70b', key: `kept:${saved?.id}-language` },
        ...{ metered: null, mostTokens: 400, temperature: null },
      },
    });
    expect(kept).toEqual({ [`${saved?.id}-language`]: 'gsk-secret' });
    expect(JSON.stringify(settings)).not.toContain('gsk-secret');
    expect(document.body.innerHTML).not.toContain('gsk-secret');
  });

  it('fails closed: nothing is saved until every field can be right', async () => {
    begin();
    press('Save the endpoint');
    await shown('Give it a name.');
    await shown('An address begins with http:// or https://.');
    await shown('Name the model.');
    write('Address', 'http://user:password@nas:8000/v1');
    await shown('Leave names, passwords and everything after a question mark out of the address.');
    write('Address', 'http://nas:8000/v1?key=1');
    await shown('Leave names, passwords and everything after a question mark out of the address.');
    for (const place of screen.getAllByLabelText('Done by')) fireEvent.change(place, { target: { value: 'here' } });
    await shown('Everything would stay on this computer: choose an endpoint for one of the three.');
    press('Save the endpoint');
    expect([settings.engines.cascades, kept]).toEqual([[], {}]);
  });

  it('is not saved without its key', async () => {
    Object.assign(window.parley, { saveKey: () => Promise.reject(new Error('The key cannot be saved.')) });
    begin();
    write('Name', 'Groq');
    write('Address', 'https://api.groq.example/openai/v1');
    write('Model', 'llama-70b');
    write('Key (if the server wants one)', 'gsk-secret');
    press('Save the endpoint');
    await waitFor(() => expect(useWindow.getState().notices.length).toBeGreaterThan(0));
    expect(settings.engines.cascades).toEqual([]);
  });
});

describe('an endpoint of one’s own', () => {
  it.each(['', 'kitchen.local', 'http://kitchen.local', 'wss://', 'wss:///path'])('is not saved at "%s"', async (address) => {
    render(<EndpointForm />);
    press('Add an endpoint');
    write('Name', 'Kitchen');
    write('Address', address);
    press('Save the endpoint');
    await shown('An address begins with wss:// or ws://.');
    expect(settings.engines.endpoints).toEqual([]);
  });
});

describe('the race', () => {
  const engine = (id: string, label: string): EngineSummary => ({
    ...{ id, label, host: id === 'on-device' ? null : `${id}.example`, runsOn: id === 'on-device' ? 'this-computer' : 'host' },
    ...{ keyService: null, key: 'none', hasKey: false, isCustom: false, isChosen: id === 'on-device', isAnswering: id === 'on-device' },
    ...{ whyNot: null, prices: null },
  });

  it('lets those that were chosen hear one recording, shows how each did, and the winner is used from now on', async () => {
    const asked: { id: string; length: number }[] = [];
    script.raceEngine = ({ id, wav }) => {
      asked.push({ id, length: wav.length });
      const result = { engineId: id, label: id === 'fast' ? 'Fast' : 'On this computer', heard: 'What time is it?', wav: null };
      if (id === 'fast') return { ...result, firstSoundMs: 420, costMicros: 1200, said: 'It is noon.', problem: null };
      return { ...result, firstSoundMs: null, costMicros: 0, said: '', problem: 'It fell asleep.' };
    };
    useEngines.setState({ engines: [engine('on-device', 'On this computer'), engine('fast', 'Fast'), engine('other', 'Other')] });
    render(<RacePanel />);
    press('Record a sentence');
    await shown('Microphone opening');
    // It is open after some ticks; only its first sound invites to speak.
    await waitFor(() => {
      microphone.hear(1, 0.2);
      expect(screen.queryByText('Recording, up to ten seconds.')).not.toBeNull();
    });
    press('Stop recording');
    await screen.findByRole('button', { name: 'Start the race' });
    fireEvent.click(screen.getByLabelText('Let Other take part'));
    press('Start the race');
    await shown('420 ms, first to speak');
    await shown('It is noon.');
    await shown('It fell asleep.');
    await shown('no sound');
    expect(asked.map(({ id }) => id)).toEqual(['on-device', 'fast']);
    expect(new Set(asked.map(({ length }) => length)).size).toBe(1);
    press('Use Fast from now on');
    await waitFor(() => expect(settings.engines.engineId).toBe('fast'));
  });
});
