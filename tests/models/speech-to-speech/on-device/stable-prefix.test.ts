import { describe, expect, it } from 'vitest';
import { stablePrefix } from '../../../../models/speech-to-speech/on-device/stable-prefix.ts';

describe('what two partial readings agree on', () => {
  it.each([
    ['', '', ''],
    ['', 'What', ''],
    ['What', 'What time', 'What'],
    ['What time is', 'What time it is', 'What time'],
    ['What time', 'What time', 'What time'],
    ['What tie', 'What time', 'What'],
    ['Stop.', 'Stop it.', ''],
    ['what', 'What', ''],
    ['What time is it', 'What', 'What'],
  ])('of "%s" and then "%s": "%s"', (previous, current, agreed) => {
    expect(stablePrefix(previous, current)).toBe(agreed);
  });
});
