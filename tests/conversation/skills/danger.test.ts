import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emergencyIn } from '../../../electron/conversation/skills/emergency-signs.ts';

const dangers = dangersIn('spoken-danger.txt');
/** Written after the rules and never tuned on: what the rules make of other words is kept here as it is. */
const HELD_OUT = { recognised: 7, leftAlone: 27 };
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

  it('is recognised in other words no less than it was', () => {
    const heldOut = dangersIn('danger-held-out.txt');
    expect(heldOut).toHaveLength(30);
    expect(heldOut.filter(({ kind, said }) => emergencyIn(said) === kind).length).toBeGreaterThanOrEqual(HELD_OUT.recognised);
    expect(lines('look-alikes-held-out.txt').filter((said) => emergencyIn(said) === null).length).toBeGreaterThanOrEqual(
      HELD_OUT.leftAlone,
    );
  });
});

function dangersIn(name: string) {
  return lines(name).map((line) => {
    const [kind = '', said = ''] = line.split(/: (.*)/);
    return { kind, said };
  });
}

function lines(name: string): readonly string[] {
  return readFileSync(new URL(`./danger/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}
