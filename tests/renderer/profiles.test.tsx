// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, connectIpc, type EventName, type EventPayload, ProblemError, serveIpc } from '../../electron/ipc/derive-ipc.ts';
import { DEFAULT_SETTINGS, type Profiles, type WindowContract, windowContract } from '../../electron/ipc/window-schema.ts';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import { OpenProfile, ProfilesSection } from '../../renderer/settings/ProfilesSection.tsx';
import { useProfiles, watchProfiles } from '../../renderer/settings/profiles.ts';
import { Screenshots } from '../../renderer/settings/Screenshots.tsx';
import Overlays from '../../renderer/shell/Overlays.tsx';

const [windowBefore, profilesBefore] = [useWindow.getState(), useProfiles.getState()];
const me = { id: 'first', name: 'Me', colour: 'sea' } as const;
const anna = { id: 'anna', name: 'Anna', colour: 'amber' } as const;

/** Main's side of the contract, with a list that changes as main's does. */
async function openMain(start: Profiles, isPossible = true) {
  let profiles = start;
  const told: string[] = [];
  const ends = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const;
  const end = (own: 0 | 1) => ({
    post: (message: unknown) => {
      for (const receive of ends[own === 0 ? 1 : 0]) queueMicrotask(() => receive(message));
    },
    listen: (receive: (message: unknown) => void) => {
      ends[own].add(receive);
      return () => void ends[own].delete(receive);
    },
  });
  const change = (line: string, next: Profiles) => {
    told.push(line);
    profiles = next;
    return profiles;
  };
  const handlers = {
    listProfiles: () => profiles,
    addProfile: ({ name }: { name: string }) => {
      if (name === 'Anna') {
        throw new ProblemError({
          id: 'profile-name-taken',
          message: 'There is a profile called Anna already.',
          whatToDo: 'Choose another.',
        });
      }
      return change(`add ${name}`, { ...profiles, profiles: [...profiles.profiles, { id: name, name, colour: 'plum' }] });
    },
    renameProfile: ({ id, name }: { id: string; name: string }) =>
      change(`rename ${id} ${name}`, { ...profiles, profiles: profiles.profiles.map((one) => (one.id === id ? { ...one, name } : one)) }),
    switchProfile: ({ id }: { id: string }) => change(`switch ${id}`, { ...profiles, currentId: id }),
    removeProfile: ({ id }: { id: string }) =>
      change(`remove ${id}`, { ...profiles, profiles: profiles.profiles.filter((one) => one.id !== id) }),
    readScreenshotProtection: () => ({ isPossible, isOn: false }),
  };
  const served = serveIpc(windowContract, end(0), handlers as unknown as Parameters<typeof serveIpc<WindowContract>>[2]);
  const { client } = connectIpc(windowContract, end(1));
  Object.defineProperty(window, 'parley', { value: client, configurable: true });
  await watchProfiles(client);
  const emit = <N extends EventName<WindowContract>>(name: N, payload: EventPayload<WindowContract, N>) => served.emit(name, payload);
  return { told, emit };
}

beforeEach(() => {
  useWindow.setState(windowBefore, true);
  useProfiles.setState(profilesBefore, true);
});
afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('people on this computer', () => {
  it('are added, and a name that is taken is explained', async () => {
    const { told } = await openMain({ currentId: 'first', profiles: [me, anna] });
    render(<ProfilesSection />);
    expect((screen.getByRole('button', { name: 'Add a person' }) as HTMLButtonElement).disabled).toBe(true);
    write('Name', 'Ben');
    press('Add a person');
    await screen.findByText('Ben');
    expect(told).toEqual(['add Ben']);
    write('Name', 'Anna');
    press('Add a person');
    await waitFor(() =>
      expect(useWindow.getState().notices.map(({ message }) => message)).toEqual(['There is a profile called Anna already.']),
    );
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Anna');
  });

  it('are switched to and renamed', async () => {
    const { told } = await openMain({ currentId: 'first', profiles: [me, anna] });
    render(<ProfilesSection />);
    press('Rename Me');
    fireEvent.change(screen.getByDisplayValue('Me'), { target: { value: 'Igor' } });
    press('Rename');
    await screen.findByText('Igor');
    press('Switch to Anna');
    await screen.findByRole('button', { name: 'Switch to Igor' });
    expect(told).toEqual(['rename first Igor', 'switch anna']);
  });

  it('are removed only after their name was written, and never the one that is open', async () => {
    const { told } = await openMain({ currentId: 'first', profiles: [me, anna] });
    render(<ProfilesSection />);
    expect(screen.queryByRole('button', { name: 'Remove Me' })).toBeNull();
    press('Remove Anna');
    const removing = screen.getByRole('button', { name: 'Remove for good' }) as HTMLButtonElement;
    expect(removing.disabled).toBe(true);
    write(
      'Write Anna to remove this person with all conversations, everything Parley knows about them, and the key. It cannot be brought back.',
      'Anna',
    );
    expect(removing.disabled).toBe(false);
    fireEvent.click(removing);
    await waitFor(() => expect(screen.queryByText('Anna')).toBeNull());
    expect(told).toEqual(['remove anna']);
  });

  it('are found in the palette', async () => {
    const { told } = await openMain({ currentId: 'first', profiles: [me, anna] });
    render(<Overlays overlay="palette" />);
    press('Switch to Anna');
    await waitFor(() => expect(told).toEqual(['switch anna']));
  });
});

describe('the window of another person', () => {
  it('shows nothing of the one before, and begins with the welcome when they are new', async () => {
    const { emit } = await openMain({ currentId: 'first', profiles: [me, anna] });
    const notice = { id: 'x', message: 'Mine.', whatToDo: '', severity: 'info' } as const;
    const reply = { turnId: 't', heardText: 'My secret', comingText: '' };
    useWindow.setState({
      settings: { ...DEFAULT_SETTINGS, welcomed: false },
      notices: [notice],
      reply,
      pane: 'history',
      overlay: 'palette',
    });
    emit('profiles', { currentId: 'anna', profiles: [me, anna] });
    await waitFor(() => expect(useWindow.getState().pane).toBe('welcome'));
    expect(useWindow.getState()).toMatchObject({
      conversation: null,
      turns: [],
      reply: null,
      partial: null,
      notices: [],
      timings: [],
      overlay: null,
    });
    useWindow.setState({ settings: { ...DEFAULT_SETTINGS, welcomed: true } });
    emit('profiles', { currentId: 'first', profiles: [me, anna] });
    await waitFor(() => expect(useWindow.getState().pane).toBe('conversation'));
  });

  it('stays as it is when somebody is only added or renamed', async () => {
    const { emit } = await openMain({ currentId: 'first', profiles: [me] });
    useWindow.setState({ pane: 'settings' });
    emit('profiles', { currentId: 'first', profiles: [me, anna] });
    await waitFor(() => expect(useProfiles.getState().profiles).toHaveLength(2));
    expect(useWindow.getState().pane).toBe('settings');
  });

  it('says whose it is, but only where there are several people', async () => {
    const { emit } = await openMain({ currentId: 'first', profiles: [me] });
    const { container } = render(<OpenProfile />);
    expect(container.textContent).toBe('');
    emit('profiles', { currentId: 'first', profiles: [me, anna] });
    await screen.findByText('Profile: Me');
    expect(container.querySelector('.avatar')?.textContent).toBe('M');
  });
});

describe('screenshots', () => {
  it('can be kept out where the system can', async () => {
    await openMain({ currentId: 'first', profiles: [me] });
    const turned: boolean[] = [];
    render(<Screenshots settings={DEFAULT_SETTINGS} turn={(on) => turned.push(on)} />);
    fireEvent.click(screen.getByRole('switch', { name: 'Keep this window out of screenshots and shared screens' }));
    expect(turned).toEqual([true]);
  });

  it('are said to be possible for everybody where the system cannot', async () => {
    await openMain({ currentId: 'first', profiles: [me] }, false);
    render(<Screenshots settings={DEFAULT_SETTINGS} turn={() => undefined} />);
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.getByText(/other programs can take pictures of this window/)).toBeTruthy();
  });
});

it('takes no name that is empty or too long over the boundary', async () => {
  const handlers = { addProfile: () => ({ currentId: 'first', profiles: [me] }) } as never;
  for (const name of ['', '   ', 'x'.repeat(41)]) {
    await expect(answer(windowContract, handlers, 'addProfile', { name })).rejects.toThrow(/addProfile .* at name/);
  }
});
