import { expect, it } from 'vitest';
import { SystemSound } from '../../electron/main/system-sound.ts';

const OWN = { url: 'app://ui/index.html', audioRequested: true };

function pressed() {
  let nowMs = 0;
  const sound = new SystemSound(() => nowMs);
  sound.allow();
  return { sound, later: (ms: number) => (nowMs = ms) };
}

it('is given once for a press of the button', () => {
  const { sound } = pressed();
  expect(sound.isAllowed(OWN.url)).toBe(true);
  expect([sound.take(OWN), sound.take(OWN)]).toEqual([true, false]);
  expect(sound.isAllowed(OWN.url)).toBe(false);
});

it.each([
  ['nobody pressed it', () => new SystemSound(() => 0), OWN],
  ['it was pressed long ago', () => (({ sound, later }) => (later(30_001), sound))(pressed()), OWN],
  ['another page asks', () => pressed().sound, { ...OWN, url: 'https://example.org/' }],
  ['there is no page any more', () => pressed().sound, { ...OWN, url: null }],
  ['the screen is asked for without sound', () => pressed().sound, { ...OWN, audioRequested: false }],
])('is not given when %s', (_why, open, request) => {
  expect(open().take(request)).toBe(false);
});
