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

  describe('where only own words may sound', () => {
    /** Everything up to "NOT". */
    const own = { of: (reply: string) => reply.split('NOT')[0]?.trim() ?? '', mayEnd: (reply: string) => reply.trim().endsWith('NO') };
    const spokenMs = (sent: readonly SpeakerCommand[]) =>
      sent.reduce((sum, command) => sum + (command.kind === 'play' ? command.samples.length / 24 : 0), 0);

    it('holds audio until its words are known, and ends before the first that may not be spoken', () => {
      const sent: SpeakerCommand[] = [];
      const speech = new ReplySpeech('reply', (command) => sent.push(command), own);
      speech.addAudio(second);
      expect(sent).toEqual([]);
      speech.addWords([...words, { text: ' NO', startMs: 900, endMs: 950 }]);
      expect(spokenMs(sent)).toBe(0);
      speech.addAudio(second);
      speech.addWords([{ text: 'T ', startMs: 950, endMs: 1000 }]);
      speech.addAudio(second);
      expect(spokenMs(sent)).toBe(900);
      expect([speech.endsEarly, speech.heard()]).toEqual([true, { heardText: '', comingText: 'It is noon.' }]);
      expect(sent.at(-1)).toEqual({ kind: 'end', itemId: 'reply' });
    });

    it('lets audio of words out as it comes when they were known before', () => {
      const sent: SpeakerCommand[] = [];
      const speech = new ReplySpeech('reply', (command) => sent.push(command), own);
      speech.addWords([{ text: 'Long ', startMs: 0, endMs: 1500 }]);
      speech.addAudio(second);
      expect(spokenMs(sent)).toBe(1000);
      speech.addAudio(second);
      expect(spokenMs(sent)).toBe(1000);
      speech.end();
      expect(spokenMs(sent)).toBe(2000);
    });
  });
});
