import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { cascadeSchema } from '../../../../electron/ipc/cascade-schema.ts';
import { createCascade } from '../../../../models/speech-to-speech/on-device/cascade.ts';
import { projectFolder } from '../../../models/real-places.ts';

const place = join(projectFolder, 'models/speech-to-speech/on-device');
const folder = join(place, 'elsewhere');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const named = (ending: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
const readme = readFileSync(join(place, 'README.md'), 'utf8');

/** What is used of a compose file; another key in it is a slip. */
const composeSchema = z.strictObject({
  services: z.record(
    z.string(),
    z.strictObject({
      image: z.string().regex(/^(\$\{[A-Z_]+:\?\}|[a-z0-9-]+\/[a-z0-9-]+)$/),
      command: z.array(z.string()).optional(),
      ports: z.array(z.string()),
      volumes: z.array(z.string()),
      ipc: z.literal('host').optional(),
      deploy: z.unknown().optional(),
    }),
  ),
  volumes: z.record(z.string(), z.strictObject({})).optional(),
});

const cascadeOf = (name: string) => cascadeSchema.parse(JSON.parse(read(`${name}.cascade.json`)));
const urlsOf = (name: string) => {
  const { speechToText, language, textToSpeech } = cascadeOf(name);
  return [...new Set([speechToText, language, textToSpeech].flatMap((role) => role?.url ?? []))];
};

describe('examples for work done elsewhere', () => {
  it('are there for every engine that is named', () => {
    expect(named('.compose.yaml')).toEqual(['llama-cpp', 'localai', 'ollama', 'speaches', 'vllm']);
    expect(named('.cascade.json')).toEqual(['groq', 'llama-cpp', 'localai', 'ollama', 'speaches', 'vllm']);
  });

  it.each(named('.cascade.json'))('%s: its profile makes an engine, and its page says the same address', (name) => {
    const nobody = () => Promise.reject(new Error('nothing is opened here'));
    const local = { openSpeechToText: nobody, openLanguageModel: nobody, openTextToSpeech: nobody };
    const isService = name === 'groq';
    const { capabilities } = createCascade(cascadeOf(name), { local, keyOf: () => 'key' });
    expect(capabilities.runsOn).toBe(isService ? 'host' : 'this-computer');
    const [url, ...others] = urlsOf(name);
    expect(others).toEqual([]);
    const row = readme.split('\n').find((line) => line.includes(`elsewhere/${name}.cascade.json`));
    expect(row).toContain(`\`${url}\``);
  });

  it.each(named('.compose.yaml'))('%s: the port of its profile is open to this computer only, and every volume is declared', (name) => {
    const { services, volumes = {} } = composeSchema.parse(parse(read(`${name}.compose.yaml`)));
    const [service, ...others] = Object.values(services);
    expect(others).toEqual([]);
    const [url = ''] = urlsOf(name);
    expect(service?.ports).toHaveLength(1);
    const [, outside, inside] = /^127\.0\.0\.1:(\d+):(\d+)$/.exec(service?.ports[0] ?? '') ?? [];
    expect(outside).toBe(new URL(url).port);
    const told = service?.command?.indexOf('--port') ?? -1;
    if (told !== -1) expect(service?.command?.[told + 1]).toBe(inside);
    const used = (service?.volumes ?? []).map((volume) => volume.split(':')[0] ?? '').filter((volume) => !volume.startsWith('.'));
    expect(used.toSorted()).toEqual(Object.keys(volumes).toSorted());
    expect(readme).toContain(`elsewhere/${name}.compose.yaml`);
  });
});
