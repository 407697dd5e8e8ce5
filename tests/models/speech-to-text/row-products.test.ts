import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessesOf } from '../../../models/speech-to-text/name-sounds.ts';
import { openRowProducts } from '../../../models/speech-to-text/row-products.ts';
import { centred, meanOf } from '../../../models/speech-to-text/sound-likeness.ts';

const SIZE = 12;
const rowsOf = (values: readonly number[], count: number) => ({ values: Float32Array.from(values), count, size: SIZE });
const matrix = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: count * SIZE, maxLength: count * SIZE })
      .map((values) => rowsOf(values, count)),
  );

describe('products of rows', () => {
  it('are those of plain loops', async () => {
    const products = await openRowProducts();
    await fc.assert(
      fc.asyncProperty(matrix, matrix, async (left, right) => {
        const found = await products.of(left, right);
        expect(found.length).toBe(left.count * right.count);
        for (let row = 0; row < left.count; row++) {
          for (let column = 0; column < right.count; column++) {
            let sum = 0;
            for (let at = 0; at < SIZE; at++) sum += (left.values[row * SIZE + at] ?? 0) * (right.values[column * SIZE + at] ?? 0);
            expect(found[row * right.count + column]).toBeCloseTo(sum, 4);
          }
        }
      }),
      { numRuns: 50 },
    );
    await products.release();
  });

  it('find which of many names sounds likest, and where', async () => {
    const products = await openRowProducts();
    const sound = (...kinds: readonly number[]) =>
      rowsOf(
        kinds.flatMap((kind) => Array.from({ length: SIZE }, (_, at) => (at === kind ? 1 : 0))),
        kinds.length,
      );
    const said = (...kinds: readonly number[]) => centred(sound(...kinds), new Float32Array(SIZE));
    const names = [
      { written: 'Niamh', spellings: [], examples: [said(1, 2, 3, 4), said(1, 2, 2, 4)] },
      { written: 'Keith', spellings: [], examples: [said(5, 6, 7, 8)] },
      { written: 'Nobody', spellings: [] },
    ];
    const utterance = sound(9, 10, 11, 1, 2, 2, 4, 9, 10, 11);
    expect(meanOf([utterance]).length).toBe(SIZE);
    const found = await likenessesOf(utterance, names, products);
    expect([...found.keys()]).toEqual(['Niamh', 'Keith']);
    expect(found.get('Niamh')).toMatchObject({ from: 3, to: 7, isLikest: true });
    expect(found.get('Keith')?.isLikest).toBe(false);
    expect((found.get('Keith')?.unlike ?? 0) - (found.get('Niamh')?.unlike ?? 0)).toBeGreaterThan(0.3);
    expect(await likenessesOf({ values: new Float32Array(0), count: 0, size: SIZE }, names, products)).toEqual(new Map());
    await products.release();
  });
});
