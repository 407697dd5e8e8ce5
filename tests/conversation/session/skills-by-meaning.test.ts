import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { skillsByMeaning } from '../../../electron/conversation/session/skills-by-meaning.ts';
import { projectFolder } from '../../models/real-places.ts';

describe('skills by meaning', () => {
  let assets: string;
  beforeEach(() => {
    assets = mkdtempSync(join(tmpdir(), 'parley-meaning-'));
    mkdirSync(join(assets, 'weights'));
  });
  afterEach(() => rmSync(assets, { recursive: true, force: true }));
  const vectorOf = async () => new Float32Array(384);

  it('are read by the weights that ship', async () => {
    const failed = vi.fn();
    const likely = await skillsByMeaning({ assets: join(projectFolder, 'assets') }, { vectorOf }, failed)('What is left on that?');
    expect(likely.length).toBeGreaterThan(50);
    expect(failed).not.toHaveBeenCalled();
  });

  it('are none while the embedding model is not there, and no weights are read for it', async () => {
    const failed = vi.fn();
    expect(await skillsByMeaning({ assets }, { vectorOf: async () => null }, failed)('Anything.')).toEqual([]);
    expect(failed).not.toHaveBeenCalled();
  });

  it.each(['', '{', '{"skills":[]}'])('are none where the weights are missing or damaged, which is told once: %j', async (written) => {
    if (written !== '') writeFileSync(join(assets, 'weights/parley-skill-choice.json'), written);
    const failed = vi.fn();
    const read = skillsByMeaning({ assets }, { vectorOf }, failed);
    expect([await read('One.'), await read('Two.')]).toEqual([[], []]);
    expect(failed).toHaveBeenCalledOnce();
  });
});
