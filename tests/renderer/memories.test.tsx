// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import HistoryPane from '../../renderer/history/HistoryPane.tsx';
import MemoryPane from '../../renderer/memories/MemoryPane.tsx';
import { makeFact, makeTurn, openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

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

const berlin = makeFact({ id: 'b', kind: 'place', words: 'I live in Berlin', sourceTurnId: 'turn', confidence: 0.7 });
const capital = makeFact({ id: 'c', kind: 'place', words: 'I live in the capital', at: '2026-04-01T10:00:00.000Z' });
const tea = makeFact({ id: 't', kind: 'preference', words: 'I like tea', scope: 'winston' });

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const shown = async (text: string | RegExp) => expect(await screen.findByText(text)).toBeTruthy();
const words = () => [...document.querySelectorAll('.fact-words')].map(({ textContent }) => textContent);

describe('what Parley knows', () => {
  it('teaches what to say while it knows nothing', async () => {
    render(<MemoryPane />);
    await shown(/Say “Remember that I live in Berlin”/);
  });

  it('says of each thing what it is, from when, how sure, and who knows it', async () => {
    script.facts = [berlin, tea];
    render(<MemoryPane />);
    await shown('I live in Berlin');
    await shown(/^Places · .*2026, said in passing · Everybody you allow$/);
    await shown(/^Likes and dislikes · .*2026, written by hand · Only Winston$/);
    await shown('2 things');
  });

  it('shows 500 of very many and says so', async () => {
    script.facts = Array.from({ length: 500 }, (_, index) => makeFact({ id: `${index}`, words: `Fact ${index}` }));
    script.furtherFacts = 99_500;
    render(<MemoryPane />);
    await shown('500 of 100,000. Search to see the others.');
  });

  it('searches, and says when nothing fits', async () => {
    script.facts = [berlin, tea];
    render(<MemoryPane />);
    await shown('I like tea');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'berlin' } });
    await waitFor(() => expect(words()).toEqual(['I live in Berlin']));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'xyz' } });
    await shown('Nothing that Parley knows fits “xyz”.');
  });

  it('shows what it was before', async () => {
    script.facts = [{ ...berlin, earlier: [{ words: 'I live in Bonn', at: '2026-01-01T10:00:00.000Z', sourceTurnId: null }] }];
    render(<MemoryPane />);
    await shown('Earlier: 1');
    await shown(/^I live in Bonn \(until .*2026/);
  });

  it('opens the turn it was said in', async () => {
    script.facts = [berlin];
    script.turns = [makeTurn({ id: 'before', text: 'Hello.' }), makeTurn({ id: 'turn', text: 'I live in Berlin.' })];
    render(<MemoryPane />);
    await shown('I live in Berlin');
    press('Where you said it');
    await waitFor(() =>
      expect(useWindow.getState()).toMatchObject({ pane: 'history', soughtTurn: { conversationId: 'c', turnId: 'turn' } }),
    );
    cleanup();
    render(<HistoryPane />);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('I live in Berlin.'));
    expect(useWindow.getState().soughtTurn).toBeNull();
  });

  it('says when that conversation is gone', async () => {
    script.facts = [berlin];
    render(<MemoryPane />);
    await shown('I live in Berlin');
    press('Where you said it');
    await shown('The conversation you said it in is not kept any more.');
  });
});

describe('putting memory right', () => {
  it('writes a fact by hand, and takes it back', async () => {
    render(<MemoryPane />);
    press('Write something to remember');
    const line = screen.getByLabelText('In your own words');
    expect(document.activeElement).toBe(line);
    fireEvent.change(line, { target: { value: '  I play\nchess ' } });
    fireEvent.keyDown(line, { key: 'Enter' });
    await shown('Saved: I play chess');
    expect(script.asked).toEqual(['saveFact {"id":null,"words":"I play chess","scope":"about-me"}']);
    press('Undo');
    await waitFor(() => expect(script.facts).toEqual([]));
  });

  it('refuses nothing and too much where it is written, and shows why it was not kept', async () => {
    render(<MemoryPane />);
    press('Write something to remember');
    const line = screen.getByLabelText('In your own words');
    press('Save');
    await shown('Write what is to be remembered first.');
    fireEvent.change(line, { target: { value: 'x'.repeat(501) } });
    press('Save');
    await shown('At most 500 characters; this has 501.');
    script.refusal = 'That is no fact.';
    fireEvent.change(line, { target: { value: 'What' } });
    press('Save');
    await shown('That is no fact. Write it in another way.');
  });

  it('edits in place, moves it into a drawer, and undoes both; the keyboard stays at the row', async () => {
    script.facts = [berlin];
    render(<MemoryPane />);
    await shown('I live in Berlin');
    press('Edit “I live in Berlin”');
    fireEvent.change(screen.getByLabelText('In your own words'), { target: { value: 'I live in Bonn' } });
    fireEvent.change(screen.getByLabelText('Who knows it'), { target: { value: 'winston' } });
    press('Save');
    await shown('Saved: I live in Bonn');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Only Winston'));
    press('Undo');
    await waitFor(() => expect(script.facts).toMatchObject([{ words: 'I live in Berlin', scope: 'about-me' }]));
  });

  it('leaves it as it was with Esc', async () => {
    script.facts = [berlin];
    render(<MemoryPane />);
    await shown('I live in Berlin');
    press('Edit “I live in Berlin”');
    fireEvent.keyDown(screen.getByLabelText('In your own words'), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('I live in Berlin'));
    expect(script.asked).toEqual([]);
  });

  it('merges two that say the same, keeping the words one chooses', async () => {
    script.facts = [berlin, capital, tea];
    render(<MemoryPane />);
    await shown('I like tea');
    press('Merge “I live in Berlin” with another');
    await shown('Which other one says the same as “I live in Berlin”?');
    expect(document.activeElement?.textContent).toBe('Cancel');
    press('This one: “I live in the capital”');
    await shown('Which words stay?');
    expect(screen.getByLabelText<HTMLInputElement>('I live in the capital').checked).toBe(true);
    fireEvent.click(screen.getByLabelText('I live in Berlin'));
    press('Merge for good');
    await shown('Two became one: I live in Berlin');
    expect(script.asked).toEqual(['mergeFacts {"keptId":"b","otherId":"c"}']);
  });

  it('forgets only when one is sure, and says that it is gone for good', async () => {
    script.facts = [berlin];
    render(<MemoryPane />);
    await shown('I live in Berlin');
    press('Forget “I live in Berlin”');
    await shown(/it cannot be brought back/);
    expect(document.activeElement?.textContent).toBe('Keep it');
    press('Keep it');
    expect(script.asked).toEqual([]);
    press('Forget “I live in Berlin”');
    press('Forget for good');
    await shown('Forgotten. It is nowhere any more.');
    expect(script.facts).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('deletes everything only after the word, by main, and shows what the new beginning holds', async () => {
    script.facts = [berlin];
    const deleteEverything = async () => {
      script.facts = [];
      // The conversation process is another one now, and tells its state.
      setTimeout(() => useWindow.setState({ conversation: readyState }), 20);
    };
    Object.defineProperty(window, 'parley', { value: { deleteEverything }, configurable: true });
    render(<MemoryPane />);
    await shown('I live in Berlin');
    press('Delete everything');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete everything' }).disabled).toBe(true);
    fireEvent.change(screen.getByLabelText(/^Type DELETE/), { target: { value: 'DELETE' } });
    press('Delete everything');
    await shown(/^Nothing yet/);
  });
});

it('says in History when a conversation goes', async () => {
  script.conversations = [
    {
      id: 'c',
      startedAt: '2026-03-02T10:00:00.000Z',
      personaId: 'nova',
      turnCount: 4,
      title: 'A secret',
      excerpt: null,
      expiresAt: '2026-03-03T10:00:00.000Z',
    },
  ];
  render(<HistoryPane />);
  await shown(/4 turns · deletes itself on .*2026/);
});
