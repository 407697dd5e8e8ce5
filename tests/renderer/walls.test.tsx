// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import { cellBehind } from '../../renderer/memories/grid-keys.ts';
import MemoryPane from '../../renderer/memories/MemoryPane.tsx';
import { makeFact, openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

const initial = useWindow.getState();
let script: ScriptedConversation;
beforeEach(() => {
  script = openScriptedConversation();
  useWindow.setState({ ...initial, process: 'running', conversation: readyState }, true);
  script.facts = [makeFact({ id: 'b', words: 'I live in Berlin' }), makeFact({ id: 't', words: 'I like tea', scope: 'winston' })];
  script.walls = [
    { personaId: 'nova', knowsAboutMe: true },
    { personaId: 'winston', knowsAboutMe: false },
  ];
});
afterEach(() => {
  cleanup();
  script.close();
});

// Names of many switches take a busy machine their time.
const cell = (name: string) => screen.findByRole('switch', { name }, { timeout: 4000 });
const isOn = async (name: string) => (await cell(name)).getAttribute('aria-checked');

it('shows every fact for every persona, under what holds for all facts', async () => {
  render(<MemoryPane />);
  expect(await isOn('Nova knows about me')).toBe('true');
  expect(await isOn('Winston knows about me')).toBe('false');
  expect(await isOn('Nova knows “I live in Berlin”')).toBe('true');
  expect(await isOn('Winston knows “I live in Berlin”')).toBe('false');
  expect(screen.getAllByRole('row')).toHaveLength(4);
  expect(screen.getByRole('grid', { name: 'Who knows what' })).toBeTruthy();
});

it('builds and takes down a wall for all facts at once', async () => {
  render(<MemoryPane />);
  fireEvent.click(await cell('Winston knows about me'));
  await waitFor(async () => expect(await isOn('Winston knows about me')).toBe('true'));
  await waitFor(async () => expect(await isOn('Winston knows “I live in Berlin”')).toBe('true'));
});

it('decides on a single fact, says that it is an exception, and takes it back', async () => {
  render(<MemoryPane />);
  fireEvent.click(await cell('Nova knows “I live in Berlin”'));
  const excepted = 'Nova knows “I live in Berlin”, decided for this alone';
  expect(await isOn(excepted)).toBe('false');
  expect(script.asked).toContain('setFactWall {"factId":"b","personaId":"nova","knows":false}');
  expect((await cell(excepted)).dataset['exception']).toBe('true');
  fireEvent.click(await cell(excepted));
  expect(await isOn('Nova knows “I live in Berlin”')).toBe('true');
});

it('is one stop of the Tab key, and walked by the arrow keys', async () => {
  render(<MemoryPane />);
  const first = await cell('Nova knows about me');
  await cell('Nova knows “I like tea”');
  expect(screen.getAllByRole('switch').filter(({ tabIndex }) => tabIndex === 0)).toEqual([first]);
  const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  first.focus();
  press('ArrowDown');
  press('ArrowRight');
  const berlin = await cell('Winston knows “I live in Berlin”');
  expect([document.activeElement, berlin.tabIndex, first.tabIndex]).toEqual([berlin, 0, -1]);
  press('End', { ctrlKey: true });
  expect(document.activeElement).toBe(await cell('Winston knows “I like tea”'));
  press('ArrowDown');
  expect(document.activeElement).toBe(await cell('Winston knows “I like tea”'));
  press('Home', { ctrlKey: true });
  expect(document.activeElement).toBe(first);
});

it('shows twenty rows first, and all of them when asked', async () => {
  script.facts = Array.from({ length: 30 }, (_, index) => makeFact({ id: `${index}`, words: `Fact ${index}` }));
  render(<MemoryPane />);
  await cell('Nova knows “Fact 0”');
  expect(screen.getAllByRole('row')).toHaveLength(22);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 30' }));
  await cell('Nova knows “Fact 29”');
  expect(screen.getAllByRole('row')).toHaveLength(32);
});

it('no key leads out of the grid', () => {
  const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'a', 'Tab');
  const size = fc.record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(size, fc.array(fc.tuple(key, fc.boolean()), { maxLength: 40 }), (grid, keys) => {
      let at = { row: 0, column: 0 };
      for (const [pressed, withControl] of keys) at = cellBehind(pressed, withControl, at, grid) ?? at;
      expect(at.row >= 0 && at.row < grid.rows && at.column >= 0 && at.column < grid.columns).toBe(true);
    }),
  );
});
