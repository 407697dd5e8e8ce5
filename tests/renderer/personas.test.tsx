// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parsePersonaFile } from '../../electron/conversation/personas/persona-file.ts';
import { avatarDrawingSchema } from '../../electron/ipc/persona-schema.ts';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import { Avatar } from '../../renderer/personas/Avatar.tsx';
import { PersonaMenu } from '../../renderer/personas/PersonaMenu.tsx';
import PersonasPane from '../../renderer/personas/PersonasPane.tsx';
import { draftProblems, newDraft, rolesFrom } from '../../renderer/personas/persona-draft.ts';
import { usePersonaList } from '../../renderer/personas/persona-list.ts';
import Overlays from '../../renderer/shell/Overlays.tsx';
import { ada, PIXEL } from '../conversation/personas/some-persona.ts';
import { scriptedPersonas } from './scripted-personas.ts';

const saved = vi.hoisted(() => [] as string[]);
vi.mock('../../renderer/shell/save-file.ts', () => ({ saveFile: (name: string) => void saved.push(name) }));

const nova = { ...ada, id: 'nova', name: 'Nova', roles: [], avatar: 'sun' as const };
const initial = useWindow.getState();
let script: ReturnType<typeof scriptedPersonas>;

beforeEach(() => {
  saved.length = 0;
  useWindow.setState({ ...initial, process: 'running' }, true);
  usePersonaList.setState({ cards: null });
  script = scriptedPersonas([ada, nova]);
});
afterEach(() => {
  cleanup();
  script.close();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

/** Rules that need a laid-out page (contrast, sizes) are checked in the desktop suite. */
async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function openPane() {
  render(<PersonasPane />);
  await screen.findByRole('button', { name: 'Open Nova' });
}

describe('the screen of personas', () => {
  it('shows who came with Parley, and teaches what to do while there are no own ones', async () => {
    await openPane();
    expect(screen.getByText(/Make a copy of one you like/)).toBeTruthy();
    expect(await faults()).toEqual([]);
    press('Talk to Nova');
    await waitFor(() => expect(script.asked).toEqual(['switchPersona {"id":"nova"}']));
  });

  it('shows a built-in one whole: to try, to export, to copy, and with its consent', async () => {
    await openPane();
    press('Open Nova');
    await screen.findByRole('heading', { name: 'Nova' });
    expect(screen.getByText('What is loose.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(await faults()).toEqual([]);
    press('Say hello');
    press('Export');
    fireEvent.click(screen.getByRole('switch', { name: /Knows what Parley knows/ }));
    await waitFor(() => expect(saved).toEqual(['nova.persona.json']));
    await waitFor(() => expect(script.consent.get('nova')).toBe(false));
    expect(script.asked.some((line) => line.startsWith('tryPersona'))).toBe(true);
    press('Make a copy');
    await screen.findByDisplayValue('Nova 2');
    expect(screen.getByRole('status').textContent).toContain('Nova 2 is a copy of Nova.');
  });

  it('shows what is kept from somebody, and takes it back', async () => {
    script.hidden.set('nova', ['my knee', 'my diet']);
    await openPane();
    press('Open Nova');
    await screen.findByText('my diet');
    expect(await faults()).toEqual([]);
    press('Tell Nova about “my knee” again');
    await waitFor(() => expect(script.hidden.get('nova')).toEqual(['my diet']));
    await waitFor(() => expect(screen.queryByText('my knee')).toBeNull());
  });

  it('makes a new one, says what is missing, and keeps what was written', async () => {
    await openPane();
    press('New persona');
    expect(await faults()).toEqual([]);
    press('Save');
    expect(screen.getAllByText('Write something here first.').length).toBeGreaterThanOrEqual(3);
    expect(script.own).toEqual([]);
    write('Name', 'Zoe');
    write('What it is', 'Guide, tour guide,');
    write('Character', 'Zoe is a guide.');
    write('About it, for you', 'Knows the way.');
    write('Pitch', '1.2');
    fireEvent.click(screen.getByLabelText('Moon'));
    fireEvent.change(screen.getByLabelText('Health'), { target: { value: 'Ask a real doctor.' } });
    press('Save');
    await waitFor(() => expect(script.own).toHaveLength(1));
    expect(script.own[0]).toMatchObject({
      name: 'Zoe',
      roles: ['guide', 'tour guide'],
      avatar: 'moon',
      voice: { pitch: 1.2, formant: 1 },
      knowsAboutMe: false,
      limits: [{ topic: 'health', sentence: 'Ask a real doctor.' }],
    });
    expect((await screen.findByRole('status')).textContent).toContain('Zoe is saved.');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Open Zoe'));
  });

  it('deletes an own one and brings it back', async () => {
    script.own = [{ ...ada, id: 'zoe', name: 'Zoe' }];
    await openPane();
    press('Open Zoe');
    await screen.findByDisplayValue('Zoe');
    expect(await faults()).toEqual([]);
    press('Delete');
    await waitFor(() => expect(script.own).toEqual([]));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Personas'));
    expect(await faults()).toEqual([]);
    press('Undo');
    await waitFor(() => expect(script.own.map(({ name }) => name)).toEqual(['Zoe']));
    expect(screen.getByRole('status').textContent).toContain('Zoe is back.');
  });

  it('offers to go on with what was not saved', async () => {
    script.own = [{ ...ada, id: 'zoe', name: 'Zoe' }];
    await openPane();
    press('Open Zoe');
    await screen.findByDisplayValue('Zoe');
    write('Greeting, once a day', 'Ahoy.');
    press('All personas');
    press('Go on with them');
    expect(await screen.findByDisplayValue('Ahoy.')).toBeTruthy();
    expect(script.own[0]?.greeting).toBe('Hello.');
  });

  it('imports a file, opens it to be read, and says what was wrong with it', async () => {
    await openPane();
    const input = screen.getByLabelText('Import a file', { selector: 'input' });
    fireEvent.change(input, { target: { files: [new File(['{"format":"parley-persona"}'], 'guest.json')] } });
    await screen.findByDisplayValue('Guest');
    expect(screen.getByText('2 hidden signs were taken out of its texts.')).toBeTruthy();
    expect(await faults()).toEqual([]);
  });

  it('never reads a file of 50 MB', async () => {
    await openPane();
    const text = vi.fn();
    const input = screen.getByLabelText('Import a file', { selector: 'input' });
    fireEvent.change(input, { target: { files: [{ size: 50_000_000, text }] } });
    expect((await screen.findByRole('alert')).textContent).toContain('larger than 1 MB');
    expect(text).not.toHaveBeenCalled();
    expect(script.asked).toEqual([]);
  });

  it('shows a problem of an import as a notice', async () => {
    await openPane();
    const input = screen.getByLabelText('Import a file', { selector: 'input' });
    fireEvent.change(input, { target: { files: [new File(['no persona'], 'x.json')] } });
    await waitFor(() => expect(useWindow.getState().notices.map(({ message }) => message)).toEqual(['This file was not imported.']));
  });

  it('limits skills by family', async () => {
    await openPane();
    press('New persona');
    const skills = screen.getByRole('heading', { name: 'What it may do' }).parentElement as HTMLElement;
    fireEvent.click(within(skills).getByRole('switch', { name: 'Everything' }));
    fireEvent.click(within(skills).getByRole('switch', { name: 'Timers' }));
    write('Name', 'Zoe');
    write('Character', 'Zoe is a guide.');
    write('About it, for you', 'Knows the way.');
    press('Save');
    await waitFor(() => expect(script.own[0]?.skills).toEqual(['clock', 'math', 'units', 'chance', 'spelling', 'know', 'canvas', 'order']));
  });
});

describe('the header and the palette', () => {
  it('show everybody with their pictures and hand the conversation over', async () => {
    render(<PersonaMenu persona={nova} />);
    const trigger = screen.getByRole('button', { name: 'Talk to: Nova' });
    await waitFor(() => expect(trigger.querySelector('[data-drawing=sun]')).not.toBeNull());
    fireEvent.click(trigger);
    const item = await screen.findByRole('menuitemradio', { name: /Ada/ });
    expect(item.querySelector('[data-drawing=leaf]')).not.toBeNull();
    expect(screen.getByRole('menuitemradio', { name: /Nova/ }).getAttribute('aria-checked')).toBe('true');
    fireEvent.click(item);
    await waitFor(() => expect(script.asked).toEqual(['switchPersona {"id":"ada"}']));
  });

  it('find a persona by name', async () => {
    render(<PersonaMenu persona={nova} />);
    await waitFor(() => expect(usePersonaList.getState().cards).toHaveLength(2));
    render(<Overlays overlay="palette" />);
    fireEvent.change(screen.getByRole('textbox', { name: 'Find anything' }), { target: { value: 'ada' } });
    const found = screen.getByRole('button', { name: 'Talk to Ada' });
    expect(found.querySelector('[data-drawing=leaf]')).not.toBeNull();
    fireEvent.click(found);
    await waitFor(() => expect(script.asked).toEqual(['switchPersona {"id":"ada"}']));
  });
});

describe('avatars', () => {
  it.each(avatarDrawingSchema.options)('draw %s', (avatar) => {
    const { container } = render(<Avatar persona={{ name: 'X', tone: 'sea', avatar }} size="large" />);
    expect(container.querySelectorAll('svg path, svg circle').length).toBeGreaterThan(0);
  });

  it('show an embedded picture, and the first letter where there is nothing else', () => {
    const { container, rerender } = render(<Avatar persona={{ name: 'X', tone: 'sea', avatar: PIXEL }} size="small" />);
    expect(container.querySelector('img')?.getAttribute('src')).toBe(PIXEL);
    rerender(<Avatar persona={{ name: '😀da', tone: 'sea', avatar: 'https://example.org/x.png' }} size="small" />);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe('😀');
  });

  it('are there for every built-in persona, each its own', () => {
    const folder = 'assets/personas';
    const pictures = readdirSync(folder).map((file) => {
      const read = parsePersonaFile(readFileSync(`${folder}/${file}`, 'utf8'));
      return 'problem' in read ? read.problem : read.persona.avatar;
    });
    expect(new Set(pictures).size).toBe(pictures.length);
  });
});

describe('a draft', () => {
  it('starts with everything but a name, a character and what it is about', () => {
    expect(Object.keys(draftProblems(newDraft())).sort()).toEqual(['about', 'character', 'name']);
    expect(draftProblems({ ...newDraft(), name: 'A', character: 'A is.', about: 'A.', language: 'not a language' })).toEqual({
      language: 'This cannot be kept as it is.',
    });
    expect(rolesFrom(' Teacher, tutor ,, teacher,')).toEqual(['teacher', 'tutor']);
  });
});
