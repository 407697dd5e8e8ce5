import { describe, expect, it } from 'vitest';
import { passageFinder } from '../../../electron/conversation/transcription/find-passages.ts';
import type { Transcript } from '../../../electron/ipc/transcription-schema.ts';

/** One sentence every ten seconds, words half a second apart. */
function talk(...lines: readonly (readonly [speaker: string | null, text: string])[]): Transcript {
  const names = [...new Set(lines.flatMap(([speaker]) => (speaker === null ? [] : [speaker])))];
  const segments = lines.map(([speaker, text], index) => {
    const words = text.split(' ').map((word, place) => {
      const startMs = index * 10_000 + place * 500;
      return { text: word, startMs, endMs: startMs + 400, confidence: 1 };
    });
    const [startMs, endMs] = [index * 10_000, words.at(-1)?.endMs ?? 0];
    return { startMs, endMs, text, speaker: speaker === null ? null : speaker.toLowerCase(), words };
  });
  const speakers = names.map((name) => ({ id: name.toLowerCase(), name }));
  const facts = { language: 'en', model: 'm', wordTimes: 'estimated', notices: [] } as const;
  return { version: 1, name: 'talk.wav', durationMs: lines.length * 10_000, ...facts, notices: [], speakers, segments };
}

const meeting = talk(
  ['Nadja', 'The budget for the bridge is forty thousand.'],
  ['Igor', 'The budget is too small for a bridge like that.'],
  ['Nadja', 'Then we close the road in March.'],
  ['Igor', 'My name is not Ivan, by the way.'],
  ['Nadja', 'Deliveries arrive on Tuesdays.'],
);
const find = passageFinder(meeting);
const texts = (question: string, most = 3) => find(question, most).map(({ text }) => text);

describe('passages for a question', () => {
  it('are those that share its rare words, best first', () => {
    expect(texts('When do they close the road?')[0]).toBe('Then we close the road in March.');
    expect(texts('When does a delivery arrive?')).toEqual(['Deliveries arrive on Tuesdays.']);
  });

  it('begin at the very word', () => {
    expect(find('What about the bridge?', 1)[0]?.startMs).toBe(4 * 500);
  });

  it('prefer whoever is asked about', () => {
    expect(texts('What does Igor say about the budget?')[0]).toBe('The budget is too small for a bridge like that.');
    expect(texts('What did Nadja say about the budget?')[0]).toBe('The budget for the bridge is forty thousand.');
  });

  it('are none where only the empty words are shared', () => {
    for (const question of ['What is it about?', 'Who is the king of Spain?', 'Is that so?', '']) expect(texts(question)).toEqual([]);
  });

  it('are at most as many as asked for, also in a long recording', () => {
    const long = passageFinder(talk(...Array.from({ length: 8000 }, (_, index) => [null, `Line ${index} speaks of the river.`] as const)));
    expect(long('What of line 77 and the river?', 3)).toHaveLength(3);
    expect(long('What of line 77?', 1)[0]?.text).toBe('Line 77 speaks of the river.');
  });
});
