// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import { FirstName } from '../../renderer/onboarding/FirstName.tsx';
import { makeCard, makeTurn, openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

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

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const names = () => script.asked.map((line) => line.split(' ')[0]);

it('keeps a written name exactly as it is, and says it back', async () => {
  render(<FirstName />);
  write('Your name', 'igor');
  fireEvent.click(screen.getByRole('button', { name: 'This is my name' }));
  expect(await screen.findByText('You are igor.')).toBeTruthy();
  expect(script.cards).toMatchObject([{ owner: 'me', written: 'igor' }]);
  await waitFor(() => expect(names()).toEqual(['saveNameCard', 'hearName']));
});

it('keeps it once when the field is left by pressing the button', async () => {
  render(<FirstName />);
  write('Your name', 'Igor');
  fireEvent.blur(field('Your name'));
  fireEvent.click(screen.getByRole('button', { name: 'This is my name' }));
  expect(await screen.findByText('You are Igor.')).toBeTruthy();
  expect(script.cards).toHaveLength(1);
});

it('takes a name that is said meanwhile', async () => {
  render(<FirstName />);
  expect(screen.getByRole('button', { name: 'Hold to talk' })).toBeTruthy();
  useWindow.setState({ partial: { turnId: 'turn', text: 'My name is', stableText: '' } });
  expect(await screen.findByText('My name is')).toBeTruthy();
  script.cards = [makeCard({ id: 'me', owner: 'me', written: 'Saoirse', sourceTurnId: 'turn' })];
  useWindow.setState({ turns: [makeTurn({ text: 'My name is Saoirse.' })] });
  expect(await screen.findByText('You are Saoirse.')).toBeTruthy();
  expect(field('Your name').value).toBe('Saoirse');
});

it('is put right by ear: how it sounds is heard, then kept on the same card', async () => {
  script.cards = [makeCard({ id: 'me', owner: 'me', written: 'Saoirse', ipa: 'x' })];
  render(<FirstName />);
  await screen.findByText('You are Saoirse.');
  write('Sounds like', 'SEER-sha');
  fireEvent.click(screen.getByRole('button', { name: 'Hear it again' }));
  fireEvent.click(screen.getByRole('button', { name: 'Keep it so' }));
  await waitFor(() => expect(names()).toEqual(['hearName', 'saveNameCard', 'hearName']));
  expect(script.cards).toMatchObject([{ id: 'me', respelling: 'SEER-sha', ipa: null }]);
});

it('refuses what is no name where it is written', async () => {
  render(<FirstName />);
  write('Your name', '\u200b\u200b');
  fireEvent.click(screen.getByRole('button', { name: 'This is my name' }));
  expect(await screen.findByText(/only invisible characters/)).toBeTruthy();
  expect(script.asked).toEqual([]);
});
