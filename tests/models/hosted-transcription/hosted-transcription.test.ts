import { describe, expect, it } from 'vitest';
import { checkedEndpoint } from '../../../models/hosted-transcription/endpoint.ts';
import { openHostedTranscription } from '../../../models/hosted-transcription/hosted-transcription.ts';
import { tone } from '../audio-file/wav-making.ts';
import { type ServiceAnswer, scriptedService } from './scripted-service.ts';

const sound = (seconds: number) => Float32Array.from(tone(seconds));
const FINAL = { effort: 'final', words: true } as const;
const problem = (status: number, message: string, headers: Record<string, string> = {}): ServiceAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ error: { message, type: 'invalid_request_error' } }),
});
const words: ServiceAnswer = {
  body: JSON.stringify({
    text: 'Hello, world.',
    segments: [{ text: 'Hello, world.', start: 0, end: 1, avg_logprob: -0.2, no_speech_prob: 0.01 }],
    words: [
      { word: 'Hello', start: 0.1, end: 0.4 },
      { word: 'world', start: 0.5, end: 0.9 },
    ],
  }),
};

async function withService<T>(
  answer: Parameters<typeof scriptedService>[0],
  work: (service: Awaited<ReturnType<typeof scriptedService>>) => Promise<T>,
): Promise<T> {
  const service = await scriptedService(answer);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

const open = (url: string, more: { mostBytes?: number } = {}) =>
  openHostedTranscription({ url, model: 'whisper-1', key: 'key-1', ...more }, { language: 'en' });

describe('a transcription service', () => {
  it('gives words with marks and times; the ledger tells what left', async () => {
    await withService(
      () => words,
      async ({ url, asked }) => {
        const hosted = open(url);
        const heard = await hosted.transcribe(sound(2), FINAL);
        expect(heard.text).toBe('Hello, world.');
        expect(heard.words?.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
          ['Hello,', 100, 400],
          ['world.', 500, 900],
        ]);
        expect(heard.words?.[0]?.confidence).toBeCloseTo(0.82, 2);
        expect(heard.left).toEqual({ host: new URL(url).host, seconds: 2, bytes: 64_044, uploads: 1 });
        expect(asked[0]?.authorization).toBe('Bearer key-1');
        expect(asked[0]?.fields.get('timestamp_granularities[]')).toEqual(['word', 'segment']);
        expect(asked[0]?.fileBytes).toBe(64_044);
      },
    );
  });

  it('leaves out what the service itself takes for silence', async () => {
    const body = JSON.stringify({
      text: 'Hello. Thanks for watching!',
      segments: [
        { text: 'Hello.', start: 0, end: 1, avg_logprob: -0.2, no_speech_prob: 0.01 },
        { text: 'Thanks for watching!', start: 1, end: 9, avg_logprob: -1.4, no_speech_prob: 0.93 },
      ],
      words: [
        { word: 'Hello', start: 0.1, end: 0.4 },
        { word: 'Thanks', start: 5, end: 6 },
      ],
    });
    await withService(
      () => ({ body }),
      async ({ url }) => {
        const { text, words: found } = await open(url).transcribe(sound(9), FINAL);
        expect([text, found?.length]).toEqual(['Hello.', 1]);
      },
    );
  });

  it('is asked for a stream where it tells no times, and for plain text where it does not stream', async () => {
    const stream = 'data: {"type":"transcript.text.delta","delta":"Hi"}\n\ndata: {"type":"transcript.text.done","text":"Hi there."}\n\n';
    await withService(
      ({ fields }) =>
        fields.get('response_format')?.[0] === 'verbose_json'
          ? problem(400, "response_format 'verbose_json' is not compatible with this model")
          : { headers: { 'content-type': 'text/event-stream' }, body: stream },
      async ({ url, asked }) => {
        const hosted = open(url);
        const heard = await hosted.transcribe(sound(1), FINAL);
        expect(heard.text).toBe('Hi there.');
        expect(heard.words).toHaveLength(2);
        await hosted.transcribe(sound(1), FINAL);
        // What it found out it keeps.
        expect(asked.map(({ fields }) => fields.get('stream')?.[0])).toEqual([undefined, 'true', 'true']);
      },
    );
    await withService(
      ({ fields }) =>
        fields.has('timestamp_granularities[]') || fields.has('stream')
          ? problem(400, 'unknown field: stream or response_format')
          : { body: '{"text":"Plain."}' },
      async ({ url, asked }) => {
        expect((await open(url).transcribe(sound(1), FINAL)).text).toBe('Plain.');
        expect(asked).toHaveLength(3);
      },
    );
  });

  it('gets what is too large for it in halves, cut where it is quiet', async () => {
    const talk = new Float32Array(160_000);
    talk.set(sound(4), 0);
    talk.set(sound(4), 96_000);
    await withService(
      ({ fileBytes }) => (fileBytes > 200_000 ? problem(413, 'Maximum content size limit exceeded') : words),
      async ({ url, asked }) => {
        const heard = await open(url).transcribe(talk, FINAL);
        expect(heard.text).toBe('Hello, world. Hello, world.');
        expect(heard.words?.[2]?.startMs).toBeGreaterThan(4_000);
        expect(heard.words?.[2]?.startMs).toBeLessThan(6_100);
        expect(asked).toHaveLength(3);
        expect(heard.left?.uploads).toBe(3);
      },
    );
  });

  it('never sends more at once than it takes', async () => {
    await withService(
      () => words,
      async ({ url, asked }) => {
        const hosted = open(url, { mostBytes: 100_000 });
        expect(hosted.longestMs).toBeLessThan(3_000);
        await hosted.transcribe(sound(9), FINAL);
        expect(Math.max(...asked.map(({ fileBytes }) => fileBytes))).toBeLessThan(100_000);
      },
    );
  });

  it('is asked again when it is busy or fails, and then gives the words', async () => {
    await withService(
      (_, count) =>
        count === 1
          ? problem(429, 'Rate limit reached', { 'retry-after': '0' })
          : count === 2
            ? problem(503, 'overloaded', { 'retry-after': '0' })
            : words,
      async ({ url, asked }) => {
        const heard = await open(url).transcribe(sound(1), FINAL);
        expect(heard.text).toBe('Hello, world.');
        expect(asked).toHaveLength(3);
        // Everything that left counts, also what was refused.
        expect(heard.left).toMatchObject({ uploads: 3, seconds: 3 });
      },
    );
  });

  it.each([
    ['a wrong key', problem(401, 'Incorrect API key provided: key-1'), /^The key was not accepted by 127\.0\.0\.1:\d+\.$/],
    [
      'a forbidden model',
      problem(403, 'Project does not have access to model'),
      /does not allow this \("Project does not have access to model"\)\.$/,
    ],
    [
      'a wrong address',
      { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>' },
      /^There is no transcription at 127\.0\.0\.1:\d+\.$/,
    ],
    ['an account without money', problem(429, 'You exceeded your current quota, please check your plan and billing details'), /is used up/],
    [
      'a page instead of words',
      { headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' },
      /^The answer of 127\.0\.0\.1:\d+ is no transcription\.$/,
    ],
    ['a refused language', problem(400, 'Invalid language'), /refused the recording \("Invalid language"\)\.$/],
    [
      'another address',
      { status: 307, headers: { location: 'http://127.0.0.1:9/elsewhere' }, body: '' },
      /sends uploads elsewhere; nothing was sent there\.$/,
    ],
  ])('%s is told at once, without a second try', async (_name, answer, message) => {
    await withService(
      () => answer,
      async ({ url, asked }) => {
        await expect(open(url).transcribe(sound(1), FINAL)).rejects.toThrow(message);
        expect(asked).toHaveLength(1);
        // The key is in no sentence.
        await expect(open(url).transcribe(sound(1), FINAL)).rejects.not.toThrow(/key-1/);
      },
    );
  });

  it('does not take half a stream for an answer', async () => {
    const half = 'data: {"type":"transcript.text.delta","delta":"Hi"}\n\n';
    await withService(
      ({ fields }) =>
        fields.has('stream') ? { headers: { 'content-type': 'text/event-stream' }, body: half } : problem(400, 'response_format'),
      async ({ url }) => {
        await expect(open(url).transcribe(sound(1), FINAL)).rejects.toThrow(/is no transcription/);
      },
    );
  }, 30_000);
});

describe('the address of a service', () => {
  it.each([
    ['https://api.example.com/v1', 'https://api.example.com/v1/audio/transcriptions'],
    ['https://api.example.com/v1/', 'https://api.example.com/v1/audio/transcriptions'],
    ['http://127.0.0.1:8000/v1?x=1', 'http://127.0.0.1:8000/v1/audio/transcriptions'],
    ['http://[::1]:8000', 'http://[::1]:8000/audio/transcriptions'],
  ])('%s', (url, whole) => expect(checkedEndpoint({ url }).href).toBe(whole));

  it.each([
    ['http://api.example.com/v1', 'The way to api.example.com is not encrypted: recordings and key could be read by others.'],
    ['http://127.0.0.1.example.com/v1', 'The way to 127.0.0.1.example.com is not encrypted: recordings and key could be read by others.'],
    ['https://me:secret@api.example.com', 'The address holds a name or password.'],
    ['file:///etc/passwd', '"file:///etc/passwd" is no address of a transcription service.'],
    ['api.example.com', '"api.example.com" is no address of a transcription service.'],
  ])('%s is refused before anything leaves', (url, message) => expect(() => checkedEndpoint({ url })).toThrow(message));
});
