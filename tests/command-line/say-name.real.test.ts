import { describe, expect, it } from 'vitest';
import { sayName } from '../../electron/command-line/say-name.ts';
import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { nameCard } from '../conversation/store/said.ts';
import { isMissing, realPlaces } from '../models/real-places.ts';

describe.skipIf(isMissing('text-to-speech'))('a name said by the voice of this computer', () => {
  const seconds = (samples: Float32Array) => samples.length / SPEAKING_SAMPLE_RATE_HZ;
  const loudest = (samples: Float32Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

  it('is said as the card says, not as it is written', async () => {
    const plain = await sayName(realPlaces, 'Saoirse', null);
    const respelled = await sayName(realPlaces, 'Saoirse', nameCard('Saoirse', 'person', { respelling: 'SEER-sha' }));
    const other = await sayName(realPlaces, 'Saoirse', nameCard('Saoirse', 'person', { ipa: 'ˈaɪkæn ɡoʊ ɑːn ænd ɑːn' }));
    expect(plain.ipa).toBeNull();
    expect(respelled.ipa).toMatch(/^sˈ/);
    for (const { samples } of [plain, respelled, other]) {
      expect(loudest(samples)).toBeGreaterThan(0.05);
      expect(seconds(samples)).toBeGreaterThan(0.3);
      expect(seconds(samples)).toBeLessThan(3);
    }
    // Far more sounds take far longer: what the card says is what is spoken.
    expect(seconds(other.samples)).toBeGreaterThan(seconds(respelled.samples) * 1.4);
  }, 120_000);
});
