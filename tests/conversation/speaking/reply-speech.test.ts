import { describe, expect, it } from 'vitest';
import { heardSoFar } from '../../../electron/conversation/speaking/heard-so-far.ts';
import { ReplySpeech } from '../../../electron/conversation/speaking/reply-speech.ts';
import type { SpeakerCommand } from '../../../electron/ipc/audio-frame.ts';

const words = [
  { text: 'It ', startMs: 0, endMs: 200 },
  { text: 'is ', startMs: 200, endMs: 400 },
  { text: 'noon.', startMs: 400, endMs: 900 },
];

describe('heardSoFar', () => {
  it('counts a word once half of it has sounded', () => {
    expect(heardSoFar(words, 290)).toEqual({ heardText: 'It', comingText: 'is noon.' });
    expect(heardSoFar(words, 310)).toEqual({ heardText: 'It is', comingText: 'noon.' });
  });
});

describe('ReplySpeech', () => {
  const second = new Float32Array(24_000);

  it('sends audio as it comes and ends it once', () => {
    const sent: SpeakerCommand[] = [];
    const speech = new ReplySpeech('reply', (command) => sent.push(command));
    speech.addAudio(second);
    speech.addAudio(second);
    speech.end();
    speech.end();
    expect(sent.map(({ kind }) => kind)).toEqual(['gain', 'play', 'play', 'end']);
    expect(speech.sounding).toBe(true);
  });

  it('holds only what was heard when it is stopped, and plays nothing that comes late', () => {
    const sent: SpeakerCommand[] = [];
    const speech = new ReplySpeech('reply', (command) => sent.push(command));
    speech.addAudio(second);
    speech.addWords(words);
    speech.report({ kind: 'play-head', itemId: 'reply', playedMs: 350 });
    speech.stop();
    speech.addAudio(second);
    expect(sent.map(({ kind }) => kind)).toEqual(['gain', 'play', 'stop']);
    expect(speech.heard()).toEqual({ heardText: 'It is', comingText: 'noon.' });
  });

  it('was heard whole when the speaker finished it', () => {
    const speech = new ReplySpeech('reply', () => undefined);
    speech.addAudio(second);
    speech.addWords(words);
    speech.end();
    expect(speech.report({ kind: 'finished', itemId: 'reply', playedMs: 880 })).toBe(true);
    expect(speech.heard().heardText).toBe('It is noon.');
  });

  it('takes no report of another item', () => {
    const speech = new ReplySpeech('reply', () => undefined);
    expect(speech.report({ kind: 'finished', itemId: 'other', playedMs: 880 })).toBe(false);
    expect(speech.playedMs).toBe(0);
  });
});
