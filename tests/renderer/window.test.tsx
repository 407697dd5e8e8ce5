// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerSeconds, Captions } from '../../renderer/conversation/Captions.tsx';
import { noticed, turnCommitted, useWindow } from '../../renderer/conversation/conversation-store.ts';
import { TalkBar } from '../../renderer/conversation/TalkBar.tsx';
import { remaining } from '../../renderer/conversation/Timers.tsx';
import { pressTalkKey, releaseKeyboard, releaseTalkKey } from '../../renderer/conversation/talk-key.ts';
import { sinceSpeechEnd } from '../../renderer/diagnostics/DiagnosticsPane.tsx';
import { fill } from '../../renderer/sentences.ts';
import { Notices } from '../../renderer/shell/Notices.tsx';
import { readyState as state, makeTurn as turn } from './scripted-conversation.ts';

const asked = vi.hoisted(() => [] as string[]);
vi.mock('../../renderer/conversation/connection.ts', () => ({
  connectConversation: () => undefined,
  askHere: async () => ({ problem: null }),
  ask: async (request: (client: unknown) => unknown) =>
    request(new Proxy({}, { get: (_, name) => (input: unknown) => void asked.push(`${String(name)} ${JSON.stringify(input)}`) })),
}));
const device = vi.hoisted(() => ({ isOpen: true, opening: Promise.resolve() }));
vi.mock('../../renderer/conversation/devices.ts', () => ({
  microphone: {
    ...{ meter: { level: 0, subscribe: () => () => undefined } },
    get isOpen() {
      return device.isOpen;
    },
  },
  openMicrophone: () => device.opening,
  theSpeaker: async () => ({ onLevel: () => () => undefined, hush: () => () => undefined }),
}));

const initial = useWindow.getState();
beforeEach(() => {
  asked.length = 0;
  useWindow.setState(initial, true);
});
afterEach(cleanup);

describe('captions', () => {
  it('shows unsure words apart from stable ones', () => {
    useWindow.setState({ conversation: state, partial: { turnId: 't', text: 'what time is', stableText: 'what time' } });
    const { container } = render(<Captions />);
    expect(container.querySelector('.unsure')?.textContent).toBe(' is');
    expect(container.querySelector('[data-partial] .words')?.textContent).toBe('what time is');
  });

  it('strikes out what was not heard', () => {
    useWindow.setState({
      conversation: state,
      turns: [turn({ role: 'assistant', text: 'It is', unheardText: 'noon.', interrupted: true })],
    });
    render(<Captions />);
    expect(document.querySelector('del')?.textContent).toBe('noon.');
  });

  it('says which engine answered and how fast', () => {
    const timeline = { speechEndMs: 1000, commitMs: 1480, transcriptMs: 1490, firstTokenMs: 1500, firstAudioMs: 1550, firstSoundMs: 1600 };
    useWindow.setState({ conversation: state, turns: [turn({ role: 'assistant', text: 'Noon.', skill: 'clock.time', timeline })] });
    render(<Captions />);
    expect(screen.getByText('on this computer, answered in 0.6 s')).toBeTruthy();
    expect([answerSeconds(timeline), answerSeconds(null)]).toEqual([0.6, null]);
  });

  it('teaches with an example while there is nothing', () => {
    useWindow.setState({ conversation: state });
    render(<Captions />);
    expect(screen.getByText('Ask me something.')).toBeTruthy();
  });
});

describe('the ways in', () => {
  const pressesAsked = () => asked.map((line) => /talkKey .*"direction":"(down|up)"/.exec(line)?.[1]);

  it('sends the raw press and release of the button', async () => {
    useWindow.setState({ conversation: state });
    render(<TalkBar />);
    const button = screen.getByRole('button', { name: 'Hold to talk' });
    button.setPointerCapture = () => undefined;
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    fireEvent.lostPointerCapture(button);
    await waitFor(() => expect(pressesAsked()).toEqual(['down', 'up']));
  });

  it('does not record at a press of another button', async () => {
    useWindow.setState({ conversation: state });
    render(<TalkBar />);
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Hold to talk' }), { button: 2 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toEqual([]);
  });

  it('tells press and release in order and with their age, though the microphone had to open in between', async () => {
    let open = (): void => undefined;
    device.isOpen = false;
    device.opening = new Promise((resolve) => {
      open = () => resolve();
    });
    pressTalkKey('keyboard');
    await new Promise((resolve) => setTimeout(resolve, 40));
    releaseTalkKey('keyboard');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toEqual([]);
    open();
    await waitFor(() => expect(pressesAsked()).toEqual(['down', 'up']));
    device.isOpen = true;
    const [down = 0, up = 0] = asked.map((line) => Number(/"agoMs":([\d.]+)/.exec(line)?.[1]));
    expect(down - up).toBeGreaterThanOrEqual(39);
  });

  it('lets go when the window loses the keyboard, once', async () => {
    pressTalkKey('keyboard');
    releaseKeyboard();
    releaseTalkKey('keyboard');
    await waitFor(() => expect(pressesAsked()).toEqual(['down', 'up']));
  });

  it('says what to do while it listens', () => {
    useWindow.setState({ conversation: { ...state, capturing: true } });
    render(<TalkBar />);
    expect(screen.getByRole('button', { name: 'Let go to send' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('sends text with Enter, keeps it with Shift+Enter, and never sends nothing', async () => {
    useWindow.setState({ conversation: state });
    render(<TalkBar />);
    const line = screen.getByLabelText('Write instead of talking');
    fireEvent.keyDown(line, { key: 'Enter' });
    fireEvent.change(line, { target: { value: '  What time is it?  ' } });
    fireEvent.keyDown(line, { key: 'Enter', shiftKey: true });
    expect(asked).toEqual([]);
    fireEvent.keyDown(line, { key: 'Enter' });
    await waitFor(() => expect(asked).toEqual(['sendText {"text":"What time is it?"}']));
    expect((line as HTMLTextAreaElement).value).toBe('');
  });
});

describe('what the window remembers', () => {
  it('replaces the partial by the committed turn, and the running reply by its own', () => {
    const now = {
      ...initial,
      partial: { turnId: 'turn', text: 'x', stableText: '' },
      reply: { turnId: 'reply', heardText: 'a', comingText: '' },
    };
    expect(turnCommitted(now, turn({}))).toMatchObject({ partial: null, reply: now.reply });
    expect(turnCommitted(now, turn({ id: 'reply', role: 'assistant' })).reply).toBeNull();
  });

  it('shows the same problem once and puts it away on request', () => {
    const notice = { id: 'microphone', message: 'It is gone.', whatToDo: 'Plug it in.', severity: 'warning' } as const;
    useWindow.setState(noticed({ ...initial, notices: [notice] }, notice));
    render(<Notices />);
    expect(screen.getAllByText(/It is gone/)).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(useWindow.getState().notices).toEqual([]);
  });
});

it('counts timers down in words of a clock', () => {
  expect([remaining(299_001), remaining(59_000), remaining(3_723_000), remaining(-5)]).toEqual(['5:00', '0:59', '1:02:03', '0:00']);
});

it('counts a written turn from its sending', () => {
  const timeline = { speechEndMs: null, commitMs: 100, transcriptMs: null, firstTokenMs: 130, firstAudioMs: 300, firstSoundMs: null };
  expect(sinceSpeechEnd(timeline)).toEqual({ commitMs: 0, transcriptMs: null, firstTokenMs: 30, firstAudioMs: 200, firstSoundMs: null });
});

it('fills values into sentences', () => {
  expect(fill('Or write to {name}', { name: 'Nova' })).toBe('Or write to Nova');
});
