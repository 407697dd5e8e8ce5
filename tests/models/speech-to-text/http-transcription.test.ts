import { afterEach, describe, expect, it, vi } from 'vitest';
import { openHttpTranscription } from '../../../models/speech-to-text/http-transcription.ts';
import { type StrictEndpoint, strictEndpoint } from '../http-endpoint/strict-endpoint.ts';

const open: StrictEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});
const speech = Float32Array.from({ length: 8_000 }, (_, index) => Math.sin(index / 9) * 0.3);

async function heard(answer: object | string, model = 'whisper-1') {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const endpoint = await strictEndpoint({
    hearing: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body),
  });
  open.push(endpoint);
  const recogniser = await openHttpTranscription({ url: endpoint.url, model, key: null, language: 'en' });
  const bias = ['Niamh', 'Igor', 'Niamh'].map((written) => ({ written, spellings: [] }));
  return { endpoint, said: recogniser.transcribe(speech, { effort: 'final', bias }), recogniser };
}

describe('words over HTTP', () => {
  it('sends the speech as it is, and the names as a prompt', async () => {
    const { endpoint, said } = await heard({ text: 'Hello, Niamh.' });
    expect((await said).text).toBe('Hello, Niamh.');
    const [asked] = endpoint.asked;
    expect(asked?.body).toMatchObject({ model: 'whisper-1', response_format: 'json', language: 'en', prompt: 'Names: Niamh, Igor.' });
    const sent = asked?.body['sound'] as Float32Array;
    expect(sent).toHaveLength(speech.length);
    expect(Math.max(...sent.map((sample, index) => Math.abs(sample - (speech[index] ?? 0))))).toBeLessThan(0.0001);
  });

  it('gives nothing for what recognisers invent, and takes off their marks', async () => {
    expect(await (await heard({ text: 'Subtitles by nobody' })).said).toMatchObject({ text: '', rejected: true });
    expect(await (await heard({ text: ' ' })).said).toMatchObject({ text: '', rejected: true });
    expect((await (await heard({ text: 'language English<asr_text>Good morning.' })).said).text).toBe('Good morning.');
  });

  it('says when the answer is something else', async () => {
    await expect((await heard('<html>')).said).rejects.toMatchObject({ name: 'EngineFailure' });
    await expect((await heard({ words: [] })).said).rejects.toMatchObject({ layer: 'protocol' });
  });

  it('stops asking when nobody wants it any more', async () => {
    const endpoint = await strictEndpoint({ hearing: () => undefined });
    open.push(endpoint);
    const recogniser = await openHttpTranscription({ url: endpoint.url, model: 'whisper-1', key: null, language: null });
    const abort = new AbortController();
    const said = recogniser.transcribe(speech, { effort: 'partial', signal: abort.signal });
    said.catch(() => undefined);
    await vi.waitFor(() => expect(endpoint.asked).toHaveLength(1));
    abort.abort();
    await expect(said).rejects.toThrow();
    await vi.waitFor(() => expect(endpoint.abandoned()).toBe(1));
  });
});
