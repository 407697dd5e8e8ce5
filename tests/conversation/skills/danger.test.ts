import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emergencyIn } from '../../../electron/conversation/skills/emergency-signs.ts';

const dangers = lines('spoken-danger.txt').map((line) => {
  const [kind = '', said = ''] = line.split(/: (.*)/);
  return { kind, said };
});
const lookAlikes = lines('danger-look-alikes.txt');

describe('danger', () => {
  it('is written down in 150 ways, and as many that only sound like it', () => {
    expect([new Set(dangers.map(({ said }) => said)).size, new Set(lookAlikes).size]).toEqual([150, 150]);
  });

  it.each(dangers)('"$said" asks for the first step of $kind', ({ kind, said }) => {
    expect(emergencyIn(said)).toBe(kind);
  });

  it.each(lookAlikes)('"%s" is none', (said) => {
    expect(emergencyIn(said)).toBeNull();
  });
});

function lines(name: string): readonly string[] {
  return readFileSync(new URL(`./danger/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}
