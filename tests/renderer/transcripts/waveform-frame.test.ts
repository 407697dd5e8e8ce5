import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { waveformFrame } from '../../../renderer/transcripts/waveform-frame.ts';

/** The markup as wavesurfer.js, in the version that is installed, writes it. */
function installedFrame(): string {
  const file = createRequire(import.meta.url)
    .resolve('wavesurfer.js')
    .replace(/[^/]+$/, 'renderer.js');
  const [, template = ''] =
    /shadow\.innerHTML = `([\s\S]*?)`;\n/.exec(readFileSync(file, 'utf8').replace(/\$\{cspNonce \? ` nonce="[^`]*` : ''\}/, '')) ?? [];
  return template.replace(/\$\{this\.getHeight\([^}]*\)\}/, '72');
}

it('lets the frame of wavesurfer.js through, without its style', () => {
  const frame = waveformFrame(installedFrame());
  expect(frame).toContain('part="canvases"');
  expect(frame).not.toContain('<style');
});

it.each([
  ['an image', '<img src="x" onerror="alert(1)">'],
  ['a script', '<style></style><script>alert(1)</script>'],
  ['a style alone', '<style>* { display: none }</style>'],
  ['the frame and more', () => `${installedFrame()}<b>x</b>`],
  ['the frame with a listener', () => installedFrame().replace('class="scroll"', 'class="scroll" onclick="alert(1)"')],
  ['markup inside the style', () => installedFrame().replace('<style>', '<style></style><img src="x"><style>')],
  ['text', 'hello'],
] as const)('refuses %s', (_, markup) => {
  expect(waveformFrame(typeof markup === 'string' ? markup : markup())).toBeNull();
});

it('lets elements be emptied', () => {
  expect(waveformFrame('')).toBe('');
});
