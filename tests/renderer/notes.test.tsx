// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemoryNote } from '../../electron/ipc/memory-schema.ts';
import { Captions } from '../../renderer/conversation/Captions.tsx';
import { turnChanged, turnCommitted, useWindow } from '../../renderer/conversation/conversation-store.ts';
import { KindBanner } from '../../renderer/conversation/KindBanner.tsx';
import { repairedStretches } from '../../renderer/conversation/repaired-words.ts';
import { Header } from '../../renderer/shell/Header.tsx';
import { useKeyboard } from '../../renderer/shell/keyboard.ts';
import Overlays from '../../renderer/shell/Overlays.tsx';
import { Rail } from '../../renderer/shell/Rail.tsx';
import { makeTurn, openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

vi.mock('../../renderer/conversation/devices.ts', () => ({ microphone: { isOpen: true }, openMicrophone: async () => undefined }));

const initial = useWindow.getState();
let script: ScriptedConversation;
beforeEach(() => {
  script = openScriptedConversation();
  useWindow.setState({ ...initial, conversation: readyState }, true);
});
afterEach(() => {
  cleanup();
  script.close();
});

const corrected: MemoryNote = { id: 'n', kind: 'corrected', label: 'Your name is Igor, not Ivan', undo: 'possible' };
const used = (id: string): MemoryNote => ({ id, kind: 'used', label: `You said ${id}`, undo: 'none' });

describe('notes under a turn', () => {
  it('say what was learned, put right and used, and only what can be undone has a button', () => {
    const learned: MemoryNote = { id: 'l', kind: 'learned', label: 'You live in Berlin', undo: 'done' };
    useWindow.setState({
      turns: [makeTurn({ notes: [corrected, learned] }), makeTurn({ id: 'r', role: 'assistant', notes: [used('tea')] })],
    });
    render(<Captions />);
    expect([...document.querySelectorAll('.note')].map(({ textContent }) => textContent)).toEqual([
      'Put right: Your name is Igor, not Ivan Undo',
      'Remembered: You live in BerlinTaken back',
      'Because you told me: You said tea',
    ]);
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Undo: Your name is Igor, not Ivan']);
  });

  it('take it back by key, and the keyboard stays where it was', async () => {
    useWindow.setState({ turns: [makeTurn({ notes: [corrected] })] });
    render(<Captions />);
    const undo = screen.getByRole('button', { name: 'Undo: Your name is Igor, not Ivan' });
    undo.focus();
    fireEvent.click(undo);
    await waitFor(() => expect(script.asked).toEqual(['undoMemory {"noteId":"n"}']));
    act(() => useWindow.setState((state) => turnChanged(state, makeTurn({ notes: [{ ...corrected, undo: 'done' }] }))));
    expect(screen.getByText('Taken back')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.className).toContain('note'));
  });

  it('are quiet: many used ones are one line that opens', () => {
    useWindow.setState({ turns: [makeTurn({ role: 'assistant', notes: ['a', 'b', 'c', 'd'].map(used) })] });
    render(<Captions />);
    expect(screen.getByText('Because of 4 things you told me').closest('details')?.open).toBe(false);
  });

  it('are read out by the log of the conversation and by nothing else', () => {
    useWindow.setState({ turns: [makeTurn({ notes: [corrected] })] });
    render(<Captions />);
    const live = [...document.querySelectorAll('[aria-live], [role=status], [role=alert], output')];
    expect(live.map((element) => element.getAttribute('role'))).toEqual(['log']);
  });
});

describe('a name put right', () => {
  it('stands in the old place, with its old form for the pointer and for screen readers', () => {
    useWindow.setState({
      turns: [makeTurn({ text: 'Hi, my name is Igor. Call me soon.', heardText: 'Hi, my name is Ivan. Call me soon.' })],
    });
    render(<Captions />);
    const repaired = document.querySelector('.repaired');
    expect([repaired?.getAttribute('title'), repaired?.textContent]).toEqual(['Heard as “Ivan”', 'Igor (Heard as “Ivan”)']);
    expect(document.querySelectorAll('.repaired')).toHaveLength(1);
  });

  it('changes its turn and no other, and never brings a turn back that was taken away', () => {
    const now = { ...initial, turns: [makeTurn({ id: 'a' }), makeTurn({ id: 'b' })] };
    expect(turnChanged(now, makeTurn({ id: 'b', text: 'Igor.' })).turns?.map(({ text }) => text)).toEqual(['Hello.', 'Igor.']);
    expect(turnChanged(now, makeTurn({ id: 'gone' })).turns?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(turnCommitted(now, makeTurn({ id: 'c' })).turns).toHaveLength(3);
  });

  it('finds longer and shorter forms, and shows a turn whole where nothing changed', () => {
    expect(repairedStretches('I am Jean Luc Picard here', 'I am John look here')).toEqual([
      { text: 'I am ', heard: null },
      { text: 'Jean Luc Picard', heard: 'John look' },
      { text: ' here', heard: null },
    ]);
    expect(repairedStretches('Igor', null)).toEqual([{ text: 'Igor', heard: null }]);
    expect(repairedStretches('Igor here', 'Igor right here')).toEqual([{ text: 'Igor here', heard: null }]);
  });

  it('never loses or adds a character', () => {
    const text = fc
      .array(fc.constantFrom('Igor', 'Ivan', 'is', ' ', '  ', '\n', '.', 'é'), { maxLength: 20 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (shown, heard) => {
        const stretches = repairedStretches(shown, heard);
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(shown);
        if (shown === heard) expect(stretches.every((stretch) => stretch.heard === null)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a conversation that does not stay', () => {
  it('says so above everything while it is private, and ends by a button', async () => {
    useWindow.setState({ conversation: { ...readyState, conversationKind: 'private' }, turns: [makeTurn({})] });
    render(<KindBanner />);
    expect(screen.getByText('Nothing of this is remembered or kept.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'End private' }));
    await waitFor(() => expect(script.asked).toEqual(['newConversation {"kind":"kept"}']));
    expect(useWindow.getState().turns).toEqual([]);
  });

  it('says when it goes', () => {
    useWindow.setState({ conversation: { ...readyState, conversationKind: 'disappearing', expiresAt: '2026-03-03T10:00:00.000Z' } });
    render(<KindBanner />);
    expect(screen.getByText(/^This conversation deletes itself on .*2026/)).toBeTruthy();
  });

  it('says nothing while it is kept', () => {
    expect(render(<KindBanner />).container.textContent).toBe('');
  });

  it('is chosen in the header', async () => {
    render(<Header />);
    fireEvent.change(screen.getByLabelText('What becomes of this conversation'), { target: { value: 'disappearing' } });
    await waitFor(() => expect(script.asked).toEqual(['newConversation {"kind":"disappearing"}']));
  });
});

describe('the ways to names and memory', () => {
  function Keys() {
    useKeyboard();
    return null;
  }

  it.each([
    ['p', 'people'],
    ['m', 'memory'],
  ])('opens by Ctrl %s', (key, pane) => {
    render(<Keys />);
    fireEvent.keyDown(window, { key, ctrlKey: true });
    expect(useWindow.getState().pane).toBe(pane);
  });

  it('begins a kept conversation by Ctrl N and a private one by Ctrl Shift N', async () => {
    render(<Keys />);
    fireEvent.keyDown(window, { key: 'n', ctrlKey: true });
    fireEvent.keyDown(window, { key: 'N', ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(script.asked).toEqual(['newConversation {"kind":"kept"}', 'newConversation {"kind":"private"}']));
  });

  it('finds both panes in the rail and the palette, and their keys in the sheet', () => {
    render(<Rail />);
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(
      expect.arrayContaining(['People & words', 'Memory']),
    );
    render(<Overlays overlay="palette" />);
    fireEvent.change(screen.getByLabelText('Find anything', { selector: 'input' }), { target: { value: 'people' } });
    fireEvent.click(screen.getByText('People & words'));
    expect(useWindow.getState().pane).toBe('people');
    render(<Overlays overlay="shortcuts" />);
    expect(screen.getByText('Ctrl M')).toBeTruthy();
  });
});
