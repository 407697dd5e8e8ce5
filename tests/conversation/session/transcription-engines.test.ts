import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ledgerEntryOf, TranscriptionEngines } from '../../../electron/conversation/session/transcription-engines.ts';
import { DEFAULT_TRANSCRIPTION } from '../../../electron/ipc/transcription-schema.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import type { SentSound } from '../../../models/hosted-transcription/hosted-transcription.ts';
import { scriptedService } from '../../models/hosted-transcription/scripted-service.ts';
import { isMissing, projectFolder, realPlaces } from '../../models/real-places.ts';

const voiceActivity = join(projectFolder, 'out/main/voice-activity/silero_vad_v5.onnx');
const folders = { models: realPlaces.modelFolder, workers: realPlaces.workerFolder, voiceActivity };
const KEY = 'sk-canary-7261';

describe('what turns recordings into text', () => {
  const scopes: Scope[] = [];
  afterEach(async () => {
    for (const scope of scopes.splice(0)) await scope.close();
  });
  const scoped = () => {
    const scope = new Scope('test');
    scopes.push(scope);
    return scope;
  };
  const engines = (url: string, changes: { offline?: boolean } = {}) => {
    const left: SentSound[] = [];
    const service = { id: 'office', label: 'Office', url, model: 'whisper-1' };
    const transcription = { ...DEFAULT_TRANSCRIPTION, services: [service] };
    const access = { transcription, offline: false, keys: { office: KEY }, ...changes };
    return { left, service, engines: new TranscriptionEngines({ folders, access, left: (_, sent) => left.push(sent) }) };
  };
  const wanted = { engineId: 'office', language: 'de' };

  it.skipIf(isMissing('audio-file'))('sends sound with language, model and key to the service, and writes down what left', async () => {
    const service = await scriptedService(() => ({ body: JSON.stringify({ text: 'Guten Tag.', words: [], segments: [] }) }));
    try {
      const { engines: chosen, left } = engines(service.url);
      const { recognisers } = await chosen.open(scoped(), 'files', wanted);
      const heard = await recognisers[0]?.transcribe(new Float32Array(32_000), { effort: 'final', words: true, bias: [] });
      expect(heard?.text).toBe('Guten Tag.');
      expect(service.asked[0]?.authorization).toBe(`Bearer ${KEY}`);
      expect(service.asked[0]?.fields.get('language')).toEqual(['de']);
      expect(service.asked[0]?.fields.get('model')).toEqual(['whisper-1']);
      const { host } = new URL(service.url);
      expect(left).toEqual([{ host, seconds: 2, bytes: left[0]?.bytes, uploads: 1 }]);
      expect(chosen.hostOf('office')).toBe(host);
    } finally {
      await service.close();
    }
  });

  it.skipIf(isMissing('audio-file'))('writes down what left for a service that refused it', async () => {
    const service = await scriptedService(() => ({ status: 401, body: '{}' }));
    try {
      const { engines: chosen, left } = engines(service.url);
      const { recognisers } = await chosen.open(scoped(), 'files', wanted);
      await expect(recognisers[0]?.transcribe(new Float32Array(16_000), { effort: 'final', words: true, bias: [] })).rejects.toThrow();
      expect(left[0]?.uploads).toBe(1);
    } finally {
      await service.close();
    }
  });

  it('sends nothing while Parley is offline, to an open way, or to a service that was removed', async () => {
    const offline = engines('https://speech.example/v1', { offline: true });
    await expect(offline.engines.open(scoped(), 'files', wanted)).rejects.toThrow(
      'Parley is offline, and this recording was to go to speech.example.',
    );
    await expect(engines('http://speech.example/v1').engines.open(scoped(), 'files', wanted)).rejects.toThrow('is not encrypted');
    await expect(offline.engines.open(scoped(), 'files', { ...wanted, engineId: 'other' })).rejects.toThrow('not in the settings any more');
    expect(offline.engines.hostOf('on-device')).toBeNull();
  });

  it('makes an entry of the ledger without a word of it', () => {
    const { service } = engines('https://speech.example/v1');
    const sent = { host: 'speech.example', seconds: 61.5, bytes: 1_968_044, uploads: 1 };
    expect(ledgerEntryOf(service, sent, new Date('2027-03-05T10:00:00Z'))).toMatchObject({
      ...{ at: '2027-03-05T10:00:00.000Z', engineId: 'office', host: 'speech.example', purpose: 'recording', audioSentMs: 61_500 },
      ...{ costMicros: null, conversationId: null, turnId: null },
    });
  });

  it('knows whether voices can be told apart here', async () => {
    const there = existsSync(join(realPlaces.modelFolder, 'ge2e-voice-encoder/pretrained.pt'));
    expect(await engines('https://speech.example/v1').engines.canTellVoices()).toBe(there);
  });
});
