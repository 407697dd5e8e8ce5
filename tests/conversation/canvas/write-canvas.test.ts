import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '../../../electron/conversation/canvas/apply-operation.ts';
import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { canvasAsCsv, canvasAsMarkdown, canvasFileName, totalOf } from '../../../electron/conversation/canvas/write-canvas.ts';
import { averageOfCells, changedBy, readCell, sumOfCells, writeNumber } from '../../../electron/ipc/cell-number.ts';
import { readTable } from '../../../electron/ipc/csv-table.ts';

let count = 0;
const made = { newId: () => `id-${count++}`, at: '2026-11-28T10:00:00.000Z', conversationId: null };

describe('a canvas as a file', () => {
  it('reads back from CSV as it was, whatever is in the cells', () => {
    const cell = fc.string({ maxLength: 20, unit: 'grapheme' });
    const row = fc.tuple(cell, cell).filter((cells) => cells.some((text) => text.trim() !== ''));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const canvas = makeCanvas({ kind: 'table', name: 'Any', columns: ['One', 'Two'], rows }, made);
        expect(readTable(canvasAsCsv(canvas))?.map(({ cells }) => cells)).toEqual([['One', 'Two'], ...rows]);
      }),
    );
  });

  it('never hands a spreadsheet a formula', () => {
    const canvas = makeCanvas({ kind: 'list', name: 'Evil', rows: [["=cmd|' /C calc'!A0"], ['+1+1'], ['@SUM(A1)']] }, made);
    const csv = canvasAsCsv(canvas);
    expect(csv).not.toMatch(/^"?[=+@]/mu);
    expect(csv).toContain("'=cmd");
  });

  it('is a Markdown table whose bars and lines no cell can break', () => {
    const canvas = makeCanvas({ kind: 'table', name: 'A\nB', columns: ['What', 'Price'], rows: [['a|b\nc', '$2']] }, made);
    expect(canvasAsMarkdown(canvas)).toBe('# A B\n\n| What | Price |\n| --- | --- |\n| a\\|b c | $2 |\n');
  });

  it('says what is ticked off, in Markdown and in CSV', () => {
    const list = makeCanvas({ kind: 'list', name: 'Shopping', rows: [['Milk'], ['Eggs']] }, made);
    const [milk] = list.rows;
    const ticked = applyOperation(list, { do: 'mark-rows', rowIds: [milk?.id ?? ''], done: true }, made.newId);
    expect(canvasAsMarkdown(ticked)).toBe('# Shopping\n\n- [x] Milk\n- [ ] Eggs\n');
    expect(readTable(canvasAsCsv(ticked))?.map(({ cells }) => cells)).toEqual([
      ['Item', 'Done'],
      ['Milk', 'yes'],
      ['Eggs', ''],
    ]);
    expect(canvasAsMarkdown(list)).toBe('# Shopping\n\n- Milk\n- Eggs\n');
  });

  it('puts code between fences that the code cannot end', () => {
    const canvas = makeCanvas({ kind: 'code', name: 'Fence', text: 'a\n```\nb' }, made);
    expect(canvasAsMarkdown(canvas)).toBe('# Fence\n\n````\na\n```\nb\n````\n');
  });

  it.each([
    ['New York: hotels / prices', 'New-York-hotels-prices.csv'],
    ['../../etc/passwd', 'etc-passwd.csv'],
    ['???', 'canvas.csv'],
    ['قائمة', 'قائمة.csv'],
  ])('called %s is the file %s', (name, file) => expect(canvasFileName(makeCanvas({ kind: 'list', name }, made), 'csv')).toBe(file));
});

describe('numbers in cells', () => {
  it.each([
    [['$90', '$45.50', ''], '$135.50'],
    [['0.1', '0.2'], '0.3'],
    [['1,200 kg', '300 kg'], '1500 kg'],
    [['€5', '$5'], '10'],
    [['-3', '5'], '2'],
    [['later', ''], null],
  ])('%j add up to %s', (cells, sum) => expect(sumOfCells(cells)).toBe(sum));

  it('are written as they are read', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat(6), (units, decimals) => {
        const text = writeNumber({ units, decimals, sign: { before: '', after: '' } });
        expect(readCell(text)).toMatchObject({ units, decimals });
      }),
    );
  });

  it('a total stands below the column that has one', () => {
    const order = makeCanvas(
      {
        kind: 'order',
        name: 'Order',
        rows: [
          ['Fries', '', '', '2', '$5.00'],
          ['Coke', '', '', '1', '$1.99'],
        ],
      },
      made,
    );
    expect(totalOf(order)).toBe('$6.99');
    expect(canvasAsMarkdown(order)).toContain('| **Total** |  |  |  | **$6.99** |');
  });
});

describe('an average of cells', () => {
  it.each([
    [['$90', '$60'], '$75'],
    [['1', '2'], '1.50'],
    [['$1', '$1', '$2'], '$1.33'],
    [['$1', '$2', '$2'], '$1.67'],
    [['-1', '-2'], '-1.50'],
    [['2.125', '2.126'], '2.126'],
    [['4', 'some', ''], '4'],
    [['some'], null],
  ] as const)('of %j is %s', (cells, average) => {
    expect(averageOfCells(cells)).toBe(average);
  });

  it.each([
    ['8', '3', false, '11'],
    ['$4.50', '2', true, '$2.50'],
    ['12 kg', '1.5', false, '13.5 kg'],
    ['2', '5', true, '-3'],
    ['many', '3', false, null],
    ['8', 'three', false, null],
  ])('are so much more or less: %s by %s', (cell, by, isLess, changed) => {
    expect(changedBy(cell, by, isLess)).toBe(changed);
  });
});
