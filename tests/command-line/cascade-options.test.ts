import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { keyFromEnvironment, readCascade } from '../../electron/command-line/cascade-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-cascade-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: unknown) => {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('roles of the engine elsewhere', () => {
  it('are none by default', async () => {
    expect(await readCascade({})).toBeNull();
    expect(await readCascade({ cascade: file({}) })).toBeNull();
  });

  it('are named one by one, or in a file, and the command line wins', async () => {
    const cascade = file({
      language: { url: 'http://a/v1', model: 'one' },
      textToSpeech: { url: 'http://b/v1', model: 'two', voice: 'v' },
    });
    const read = await readCascade({ cascade, 'language-url': 'http://c/v1', 'language-model': 'three', 'language-key-env': 'KEY' });
    expect(read).toMatchObject({
      speechToText: null,
      language: { url: 'http://c/v1', model: 'three', key: 'environment:KEY', metered: null },
      textToSpeech: { model: 'two', voice: 'v', format: 'pcm', rateHz: 24_000 },
    });
  });

  it.each([
    [{ 'language-url': 'http://a/v1' }, /belong together/],
    [{ 'hearing-model': 'x' }, /belong together/],
    [{ 'language-url': 'a', 'language-model': 'x' }, /language\.url/],
    [{ cascade: '/nowhere.json' }, /there is no such file/],
  ])('are refused in one sentence: %j', async (values, sentence) => {
    await expect(readCascade(values)).rejects.toThrow(sentence);
  });

  it.each([
    ['[]', /not a JSON object/],
    ['{', /not a JSON object/],
    [{ language: { url: 'http://a/v1', model: 'x', key: 'sk-very-secret' } }, /language\.key: a key is named like/],
    [{ speech: {} }, /speech/i],
  ])('in a file that cannot be meant are refused: %j', async (content, sentence) => {
    const failure = await readCascade({ cascade: file(content) }).catch((error: Error) => error.message);
    expect(failure).toMatch(sentence);
    expect(failure).not.toContain('very-secret');
  });

  it('find their keys in the environment only', () => {
    vi.stubEnv('SOME_KEY', 'secret');
    expect(keyFromEnvironment('environment:SOME_KEY')).toBe('secret');
    expect(keyFromEnvironment('environment:NO_SUCH_KEY')).toBeNull();
    expect(keyFromEnvironment('kept:groq')).toBeNull();
    vi.unstubAllEnvs();
  });
});
