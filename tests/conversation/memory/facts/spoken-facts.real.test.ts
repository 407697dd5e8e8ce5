import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../../../electron/conversation/memory/facts/read-facts.ts';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../../../electron/ipc/audio-frame.ts';
import { resample } from '../../../../models/audio/resample.ts';
import { openMoonshine } from '../../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../../models/text-to-speech/text-to-speech.ts';
import { isMissing, realPlaces } from '../../../models/real-places.ts';

/** Every so many of the written sentences: enough to tell, quick enough for each run. The voice speaks a little differently each time. */
const EVERY = 8;
const sentences = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => /^\p{Lu}/u.test(line))
    .filter((_, index) => index % EVERY === 0);

describe.skipIf(isMissing('speech-to-text', 'text-to-speech'))('facts that are spoken', () => {
  let recogniser: SpeechToText;
  let voice: TextToSpeech;
  beforeAll(async () => {
    [recogniser, voice] = await Promise.all([openMoonshine(realPlaces), openPiper(realPlaces)]);
  });
  afterAll(async () => {
    await Promise.all([recogniser.close(), voice.close()]);
  });

  async function heard(text: string): Promise<string> {
    const { samples } = await voice.speak(text, { voice: { voiceId: 'joe', rate: 1, pitch: 1 } });
    const speech = resample(samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ);
    return (await recogniser.transcribe(speech, { effort: 'final' })).text;
  }

  it('are read whenever they are heard right, and from most of all', async () => {
    const rows = sentences('./said-facts.txt').map((line) => line.split(' | ') as [string, string, string]);
    const missed: string[] = [];
    const misread: string[] = [];
    for (const [said, , slot] of rows) {
      const words = await heard(said);
      if ((readFacts(words)[0]?.slot ?? '-') === slot) continue;
      missed.push(`${said} -> ${words}`);
      if (letters(words) === letters(said)) misread.push(`${said} -> ${words}`);
    }
    expect(misread).toEqual([]);
    // 92 in 100 over all sentences; of these few, those that the recogniser finds hard weigh more.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(rows.length * 0.4);
  }, 120_000);

  it('are read from at most one in ten sentences that tell none', async () => {
    const rows = sentences('./said-no-facts.txt');
    const wrong: string[] = [];
    for (const said of rows) {
      const words = await heard(said);
      if (readFacts(words).length > 0) wrong.push(`${said} -> ${words}`);
    }
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(rows.length / 10);
  }, 120_000);
});

function letters(words: string): string {
  return words.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
