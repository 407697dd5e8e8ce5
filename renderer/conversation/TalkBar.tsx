import { ArrowUp, Mic } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type PointerEvent, useState } from 'react';
import { fill, sentences } from '../sentences.ts';
import { ask, askHere } from './connection.ts';
import { useWindow } from './conversation-store.ts';
import { ThinkHarder } from './ThinkHarder.tsx';
import { pressTalkKey, releaseTalkKey } from './talk-key.ts';

/** The two equal ways in: a big button to hold, and a line to write. */
export function TalkBar() {
  const mode = useWindow((state) => state.conversation?.talkMode ?? 'push-to-talk');
  return (
    <div className="talk-bar">
      <TalkButton />
      <p className="quiet talk-hint">{mode === 'hands-free' ? sentences.talk.handsFreeHint : sentences.talk.hint}</p>
      <ThinkHarder />
      <TextLine />
    </div>
  );
}

/** Hold to talk; a tap keeps it open. */
export function TalkButton() {
  const capturing = useWindow((state) => state.conversation?.capturing ?? false);
  const mode = useWindow((state) => state.conversation?.talkMode ?? 'push-to-talk');
  const ready = useWindow((state) => state.conversation !== null);
  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pressTalkKey('pointer');
  };
  const enter = (tell: typeof pressTalkKey) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.repeat) tell('keyboard');
  };
  const words = capturing ? sentences.talk.release : mode === 'hands-free' ? sentences.talk.handsFree : sentences.talk.hold;
  return (
    <button
      type="button"
      className="talk-button"
      disabled={!ready}
      data-capturing={capturing}
      aria-pressed={capturing}
      onPointerDown={down}
      onPointerUp={() => releaseTalkKey('pointer')}
      onPointerCancel={() => releaseTalkKey('pointer')}
      onLostPointerCapture={() => releaseTalkKey('pointer')}
      onKeyDown={enter(pressTalkKey)}
      onKeyUp={enter(releaseTalkKey)}
    >
      <Mic size={20} aria-hidden />
      {words}
    </button>
  );
}

const MOST_ROWS = 6;

const EXPECT_AFTER_MS = 120;
let expecting: ReturnType<typeof setTimeout> | undefined;

/** Told while one types, so that what has to do with it is found by the time it is sent. */
function expectText(text: string): void {
  clearTimeout(expecting);
  if (text.trim() !== '') expecting = setTimeout(() => void askHere((client) => client.expectText({ text })), EXPECT_AFTER_MS);
}

function TextLine() {
  const [text, setText] = useState('');
  const name = useWindow((state) => state.conversation?.persona.name ?? sentences.name);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const words = text.trim();
    if (words === '') return;
    setText('');
    void ask((client) => client.sendText({ text: words }));
  };
  return (
    <form className="text-line" onSubmit={send}>
      <textarea
        className="field"
        aria-label={sentences.write.label}
        placeholder={fill(sentences.write.placeholder, { name })}
        rows={Math.min(MOST_ROWS, text.split('\n').length)}
        value={text}
        maxLength={8000}
        onChange={({ target }) => {
          setText(target.value);
          expectText(target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
        }}
      />
      <button type="submit" className="button main icon" aria-label={sentences.write.send} disabled={text.trim() === ''}>
        <ArrowUp size={18} aria-hidden />
      </button>
    </form>
  );
}
