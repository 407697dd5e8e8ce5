import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeWav } from '../../../models/audio/wav.ts';
import { type HttpSpeechOptions, openHttpSpeech } from '../../../models/text-to-speech/http-speech.ts';
import { type StrictEndpoint, strictEndpoint, tone } from '../http-endpoint/strict-endpoint.ts';

const voice = { voiceId: 'joe', rate: 1, pitch: 1 };
const open: StrictEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});

async function voiceOver(answer: Parameters<typeof strictEndpoint>[0]['speech'], more: Partial<HttpSpeechOptions> = {}) {
  const endpoint = await strictEndpoint({ ...(answer && { speech: answer }) });
  open.push(endpoint);
  const options = {
    url: endpoint.url,
    model: 'kokoro',
    key: null,
    voice: 'af_heart',
    format: 'pcm',
    rateHz: 24_000,
    mostCharacters: null,
  } as const;
  return { endpoint, speaker: await openHttpSpeech({ ...options, ...more }) };
}
const sent = (endpoint: StrictEndpoint) => endpoint.asked.map(({ body }) => body['input']);

describe('a voice over HTTP', () => {
  it('gives sound while more is still being made, wherever the network cuts a sample in two', async () => {
    let heard = () => {};
    const firstHeard = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const { speaker } = await voiceOver(async (response) => {
      response.writeHead(200, { 'content-type': 'audio/pcm' });
      const sound = tone(1_000);
      for (let start = 0; start < sound.length; start += 4_801) {
        response.write(sound.subarray(start, start + 4_801));
        await firstHeard;
      }
      response.end();
    });
    const samples: number[] = [];
    const words: string[] = [];
    for await (const piece of speaker.speakPieces?.('Good morning to you, my friend.', { voice }) ?? []) {
      heard();
      samples.push(...piece.samples);
      words.push(...piece.words.map(({ text }) => text));
    }
    expect(samples).toHaveLength(24_000);
    expect(Math.max(...samples.map((sample, index) => Math.abs(sample - (9_000 * Math.sin(index / 9)) / 32_768)))).toBeLessThan(0.001);
    expect(words.join('')).toBe('Good morning to you, my friend. ');
  });

  it('takes other rates and whole files, also where raw sound was asked for', async () => {
    const slow = await voiceOver((response) => void response.end(tone(500)), { rateHz: 48_000 });
    expect((await slow.speaker.speak('Hello.', { voice })).samples.length).toBeCloseTo(6_000, -2);
    const file = Buffer.from(writeWav(new Float32Array(22_050).fill(0.2), 22_050));
    const whole = await voiceOver((response) => void response.end(file));
    expect((await whole.speaker.speak('Hello.', { voice })).samples.length).toBeCloseTo(24_000, -2);
  });

  it('says names as they sound, and speaks at the pace of the persona', async () => {
    const { speaker, endpoint } = await voiceOver((response) => void response.end(tone(400)));
    const { words } = await speaker.speak("Niamh's here.", { voice: { ...voice, rate: 1.2 }, respellings: { Niamh: 'NEEV' } });
    expect(endpoint.asked[0]?.body).toMatchObject({ input: "NEEV's here.", speed: 1.2, voice: 'af_heart', response_format: 'pcm' });
    expect(words.map(({ text }) => text).join('')).toBe("Niamh's here. ");
  });

  it('cuts what is too long for the server where one would breathe', async () => {
    const { speaker, endpoint } = await voiceOver((response) => void response.end(tone(300)), { mostCharacters: 30 });
    await speaker.speak('This is a rather long sentence, said for one that takes no more than a few words.', { voice });
    expect(sent(endpoint).every((part) => String(part).length <= 30)).toBe(true);
    expect(sent(endpoint).join(' ')).toBe('This is a rather long sentence, said for one that takes no more than a few words.');
  });

  it('tells a web page from a voice, and hangs up when nobody listens', async () => {
    const page = await voiceOver((response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
    await expect(page.speaker.speak('Hello.', { voice })).rejects.toMatchObject({ layer: 'protocol' });
    const endless = await voiceOver((response) => void response.writeHead(200, { 'content-type': 'audio/pcm' }).write(tone(500)));
    const abort = new AbortController();
    for await (const _ of endless.speaker.speakPieces?.('Hello there.', { voice, signal: abort.signal }) ?? []) abort.abort();
    await vi.waitFor(() => expect(endless.endpoint.abandoned()).toBe(1));
  });
});
