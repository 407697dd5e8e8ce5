import { describe, expect, it } from 'vitest';
import { SpokenHistory } from '../../../../models/speech-to-speech/on-device/spoken-history.ts';

describe('the history of an engine', () => {
  it('goes on where the conversation was', () => {
    const history = new SpokenHistory([{ role: 'user', text: 'hi' }]);
    history.setReply('reply-1', 'Hello!');
    expect(history.turns).toEqual([
      { role: 'user', text: 'hi' },
      { role: 'assistant', text: 'Hello!' },
    ]);
  });

  it('holds no more of an interrupted reply than was heard, at its old place', () => {
    const history = new SpokenHistory([]);
    history.setReply('reply-1', 'Once there was a boat.');
    history.addUser('stop');
    history.setReply('reply-1', 'Once there');
    expect(history.turns.map(({ text }) => text)).toEqual(['Once there', 'stop']);
  });

  it('forgets a reply of which nothing was heard', () => {
    const history = new SpokenHistory([]);
    history.setReply('reply-1', 'Once');
    history.setReply('reply-1', '');
    expect(history.turns).toEqual([]);
  });

  it('tells what was replied so far, without the user', () => {
    const history = new SpokenHistory([{ role: 'assistant', text: 'Hi.' }]);
    history.addUser('hello');
    history.setReply('reply-1', 'How nice.');
    expect(history.replies).toEqual(['Hi.', 'How nice.']);
  });
});
