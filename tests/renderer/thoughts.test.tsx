// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Captions } from '../../renderer/conversation/Captions.tsx';
import { thought, turnChanged, useWindow } from '../../renderer/conversation/conversation-store.ts';
import { ThinkHarder } from '../../renderer/conversation/ThinkHarder.tsx';
import { readyState, makeTurn as turn } from './scripted-conversation.ts';

const asked = vi.hoisted(() => [] as string[]);
vi.mock('../../renderer/conversation/connection.ts', () => ({
  ask: async (request: (client: unknown) => unknown) =>
    request(new Proxy({}, { get: (_, name) => (input: unknown) => void asked.push(`${String(name)} ${JSON.stringify(input)}`) })),
}));

const initial = useWindow.getState();
const thinking = { ...readyState, presence: 'thinking' } as const;
const think = (turnId: string, text: string, tookMs = 4230) =>
  act(() => useWindow.setState((state) => thought(state, { turnId, text, tookMs })));
const details = () => document.querySelectorAll('details');
const line = () => document.querySelector('summary')?.textContent;
const open = () => {
  const [only] = details();
  if (only === undefined) throw new Error('There is no line to open.');
  only.open = true;
  fireEvent(only, new Event('toggle'));
};

beforeEach(() => {
  asked.length = 0;
  useWindow.setState({ ...initial, conversation: readyState }, true);
});
afterEach(cleanup);

describe('what an engine thought', () => {
  it('is folded under its own reply, with its time', () => {
    useWindow.setState({ turns: ['a', 'b'].map((id) => turn({ id, role: 'assistant', text: 'One.' })) });
    render(<Captions />);
    think('b', 'Noon and an hour.');
    expect([...details()].map((one) => one.open)).toEqual([false]);
    expect(line()).toBe('Thought for 4 s');
    expect(screen.getByLabelText('What it thought').textContent).toBe('Noon and an hour.');
  });

  it('is there while it is thought, stays open when it is opened, and over the reply', () => {
    useWindow.setState({ conversation: thinking, turns: [turn({ id: 'a' })] });
    render(<Captions />);
    think('b', 'Noon', 0);
    expect(line()).toBe('Thinking');
    open();
    think('b', 'Noon and an hour.');
    act(() => useWindow.setState({ conversation: readyState, reply: { turnId: 'b', heardText: 'One', comingText: 'o’clock.' } }));
    expect([line(), details()[0]?.open]).toEqual(['Thought for 4 s', true]);
    act(() => useWindow.setState({ reply: null, turns: [turn({ id: 'a' }), turn({ id: 'b', role: 'assistant', text: 'One o’clock.' })] }));
    expect([line(), details()[0]?.open, details().length]).toEqual(['Thought for 4 s', true, 1]);
    think('c', 'Next.');
    expect(useWindow.getState().thoughts?.isOpen).toBe(false);
  });

  it('is gone when the reply is given up before a word of it', () => {
    useWindow.setState({ conversation: thinking, turns: [turn({ id: 'a' })] });
    render(<Captions />);
    think('b', 'Hm.');
    act(() => useWindow.setState({ conversation: readyState }));
    expect(details()).toHaveLength(0);
  });

  it('is nothing that a screen reader reads as it comes, and can be scrolled by key', () => {
    useWindow.setState({ turns: [turn({ id: 'b', role: 'assistant' })] });
    render(<Captions />);
    think('b', 'Hm.');
    expect(details()[0]?.getAttribute('aria-live')).toBe('off');
    expect(screen.getByLabelText('What it thought').tabIndex).toBe(0);
  });

  it('is forgotten with words of the conversation, and kept while they stand', () => {
    useWindow.setState({ turns: [turn({ id: 'a', text: 'My pin is 1234.' })] });
    think('b', 'Their pin is 1234.');
    useWindow.setState((state) => turnChanged(state, turn({ id: 'a', text: 'My pin is 1234.', skill: 'memory.keep' })));
    expect(useWindow.getState().thoughts?.text).toBe('Their pin is 1234.');
    useWindow.setState((state) => turnChanged(state, turn({ id: 'a', text: '' })));
    expect(useWindow.getState().thoughts).toBeNull();
  });
});

describe('how hard to think', () => {
  it('is offered only where the engine thinks', () => {
    const { container } = render(<ThinkHarder />);
    expect(container.innerHTML).toBe('');
  });

  it('is a box where there are two ways', () => {
    useWindow.setState({ conversation: { ...readyState, thinking: { efforts: ['none', 'high'], effort: 'none' } } });
    render(<ThinkHarder />);
    fireEvent.click(screen.getByLabelText('Think harder'));
    expect(asked).toEqual(['setThinking {"effort":"high"}']);
  });

  it('is a list where there are more', () => {
    useWindow.setState({ conversation: { ...readyState, thinking: { efforts: ['low', 'medium', 'high'], effort: 'low' } } });
    render(<ThinkHarder />);
    const list = screen.getByLabelText<HTMLSelectElement>('Think');
    expect([list.value, ...[...list.options].map(({ text }) => text)]).toEqual(['low', 'a little', 'some more', 'hard']);
    fireEvent.change(list, { target: { value: 'high' } });
    expect(asked).toEqual(['setThinking {"effort":"high"}']);
  });
});
