import { describe, expect, it } from 'vitest';
import { nearestNamed, readPersonaName } from '../../../../electron/conversation/skills/words/persona-name.ts';

describe('names of personas', () => {
  it('are read in any writing', () => {
    expect(readPersonaName('nova')).toBe('nova');
    expect(readPersonaName('Winston.')).toBe('Winston');
    expect(readPersonaName('my lawyer')).toBeNull();
    expect(readPersonaName('left lane')).toBeNull();
  });

  it('are found where they were misheard, unless two are as near', () => {
    const people = [{ name: 'Nova' }, { name: 'Winston' }];
    expect(nearestNamed('winstone', people)?.name).toBe('Winston');
    expect(nearestNamed('Windsor', people)).toBeNull();
    expect(nearestNamed('Nora', people)?.name).toBe('Nova');
    expect(nearestNamed('Nover', people)?.name).toBe('Nova');
    expect(nearestNamed('Mirror', [...people, { name: 'Mia' }])).toBeNull();
    expect(nearestNamed('Nola', [{ name: 'Nova' }, { name: 'Nora' }])).toBeNull();
  });
});
