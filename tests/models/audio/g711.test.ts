import { expect, it } from 'vitest';
import { fromALaw, fromMuLaw, toALaw, toMuLaw } from '../../../models/audio/g711.ts';

const codes = Array.from({ length: 256 }, (_, code) => code);

it('gives every code back that it reads, but for the two zeros of the mu law', () => {
  expect(codes.filter((code) => toALaw(fromALaw(code)) !== code)).toEqual([]);
  expect(codes.filter((code) => toMuLaw(fromMuLaw(code)) !== code)).toEqual([0x7f]);
});

it('writes what the standard writes', () => {
  expect([0, 1, -1].map(toMuLaw)).toEqual([0xff, 0x80, 0x00]);
  expect([0, 1, -1].map(toALaw)).toEqual([0xd5, 0xaa, 0x2a]);
});

it('errs by no more than a step of the law', () => {
  for (let value = -32_768; value <= 32_767; value += 37) {
    const sample = value / 32_768;
    for (const back of [fromMuLaw(toMuLaw(sample)), fromALaw(toALaw(sample))]) {
      expect(Math.abs(back - sample)).toBeLessThanOrEqual(Math.max(0.0003, Math.abs(sample) / 30));
    }
  }
});
