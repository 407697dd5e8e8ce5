import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { SPEAKERS, spoken } from '../../recordings/spoken-set.ts';
import { isMissing, realPlaces } from '../real-places.ts';

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z' ]/g, '');

describe.skipIf(isMissing('speech-to-text', 'text-to-speech'))('other readings', () => {
  let recogniser: SpeechToText;
  let voice: TextToSpeech;
  beforeAll(async () => {
    [recogniser, voice] = await Promise.all([openMoonshine(realPlaces), openPiper(realPlaces)]);
  });
  afterAll(() => Promise.all([recogniser.close(), voice.close()]));

  const say = async (text: string, speakerId: string) => {
    const speaker = SPEAKERS.find(({ id }) => id === speakerId);
    if (speaker === undefined) throw new Error(`There is no ${speakerId}.`);
    return await spoken(voice, { text, pronunciations: {} }, speaker, null);
  };

  // Each is misheard by the plain search.
  it.each([
    ['roll a die', 'piper-bright-fast'],
    ['read me the list back', 'piper'],
    ['draw up a table with name and age', 'piper'],
    ['note down call the plumber', 'piper'],
  ])('hold what was said: %s', async (text, speaker) => {
    const readings = (await recogniser.otherReadings?.(await say(text, speaker), {})) ?? [];
    expect(readings.map((reading) => plain(reading.text))).toContain(text);
    expect(readings[0]?.behindNats).toBe(0);
    expect(new Set(readings.map((reading) => plain(reading.text))).size).toBe(readings.length);
    for (const [at, { behindNats }] of readings.entries()) expect(behindNats).toBeGreaterThanOrEqual(readings[at - 1]?.behindNats ?? 0);
  });

  // As above; the screen has what was said.
  it.each([
    ['check off both weeding and mulching', 'piper-bright-fast', ['weeding', 'mulching', 'pruning']],
    ['squeeze spare socks in just before the wipes', 'piper-bright-fast', ['wipes', 'nappies', 'cream']],
    ['the bulletin board can wait send it to the bottom', 'piper', ['flyers', 'bulletin board', 'cups']],
  ])('hold what is shown, where it was said: %s', async (text, speaker, shown) => {
    const sound = await say(text, speaker);
    const { text: heard, shown: readings } = await recogniser.transcribe(sound, { effort: 'final', shown });
    const misheard = shown.find((thing) => text.includes(thing) && !plain(heard).includes(thing));
    expect(misheard).toBeDefined();
    expect(readings?.map((reading) => plain(reading.text)).join()).toContain(misheard);
    expect((await recogniser.transcribe(sound, { effort: 'final', shown: ['washing powder', 'rye bread'] })).shown).toEqual([]);
    expect((await recogniser.transcribe(sound, { effort: 'final' })).shown).toEqual([]);
  });

  it('are not looked for in long speech, and end when they are cancelled', async () => {
    expect(await recogniser.otherReadings?.(new Float32Array(11 * HEARING_SAMPLE_RATE_HZ), {})).toEqual([]);
    const cancelled = AbortSignal.abort();
    expect(await recogniser.otherReadings?.(await say('roll a die', 'piper'), { signal: cancelled })).toEqual([]);
  });
});
