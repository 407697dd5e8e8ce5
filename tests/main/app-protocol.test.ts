import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { answerAppRequest, CONTENT_SECURITY_POLICY } = await import('../../electron/main/app-protocol.ts');

const folder = mkdtempSync(join(tmpdir(), 'parley-page-'));
const page = join(folder, 'renderer');
beforeAll(() => {
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '"canary"');
  writeFileSync(join(page, 'index.html'), '<h1>Parley</h1>');
  writeFileSync(join(page, 'assets', 'a b.js'), '1');
  writeFileSync(join(page, 'noext'), 'canary');
  writeFileSync(join(page, 'run.sh'), 'canary');
  symlinkSync(join(folder, 'secret.json'), join(page, 'link.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const get = (url: string, method = 'GET') => answerAppRequest({ method, url }, page);

it('serves the page with its kind and every protecting header', async () => {
  const response = await get('app://ui/index.html');
  expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([
    200,
    '<h1>Parley</h1>',
    'text/html; charset=utf-8',
  ]);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'x-content-type-options': 'nosniff',
  });
  expect((await get('app://ui/assets/a%20b.js?v=1')).status).toBe(200);
});

it('allows no inline script, no eval and no other origin', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

it('answers nothing but GET', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'get'])
    expect((await get('app://ui/index.html', method)).status).toBe(405);
});

it('refuses other hosts, unknown kinds, folders and links that lead out', async () => {
  const refused = [
    'app://evil/index.html',
    'app://ui.evil/index.html',
    'https://ui/index.html',
    'app://ui/',
    'app://ui/assets',
    'app://ui/noext',
    'app://ui/run.sh',
    'app://ui/link.json',
    'nonsense',
  ];
  for (const url of refused) expect([url, (await get(url)).status]).toEqual([url, 404]);
});

it('lets none of over 1,000 traversals out of the folder', async () => {
  const ups = ['..', '%2e%2e', '.%2e', '%2e.', '%252e%252e', '..%00', '....', '..;', '%c0%ae%c0%ae', '\u2024\u2024', '..%20'];
  const slashes = ['/', '%2f', '\\', '%5c', '//', '%2f%2f', '/./', '%252f', '/%2e/'];
  const targets = [
    'secret.json',
    'etc/passwd',
    'secret.json%00.html',
    'C:%5csecret.json',
    '%5c%5chost%5cshare%5csecret.json',
    'renderer/../secret.json',
  ];
  const paths = ups.flatMap((up) =>
    slashes.flatMap((slash) => targets.flatMap((target) => [1, 2].map((times) => `${(up + slash).repeat(times)}${target}`))),
  );
  expect(paths.length).toBeGreaterThan(1000);
  for (const path of paths) {
    const response = await get(`app://ui/${path}`);
    expect([path, response.status, await response.text()]).toEqual([path, 404, '']);
  }
});
