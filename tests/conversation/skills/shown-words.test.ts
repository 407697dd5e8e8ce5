import { describe, expect, it } from 'vitest';
import { shownWords } from '../../../electron/conversation/skills/canvas/shown-words.ts';
import type { Canvas } from '../../../electron/ipc/canvas-schema.ts';

const canvas = (columns: readonly string[], rows: readonly (readonly string[])[]): Canvas => ({
  ...{ id: 'canvas', conversationId: null, kind: 'table', name: 'Scores', text: '', filter: null, totalColumnId: null, pinned: false },
  columns: columns.map((name, at) => ({ id: `c${at}`, name })),
  rows: rows.map((cells, at) => ({ id: `r${at}`, cells: [...cells] })),
  changedAt: '2026-03-02T10:00:00Z',
});

describe('what somebody who looks at the screen may say', () => {
  it('is what stands there and what is done with it, each once and in lower case', () => {
    const words = shownWords(
      canvas(
        ['Name', 'Points'],
        [
          ['Ava', '12'],
          ['Noah', 'ava'],
        ],
      ),
    );
    expect(words).toEqual(expect.arrayContaining(['name', 'points', 'ava', 'noah', 'tick', 'untick']));
    expect(words.filter((word) => word === 'ava')).toHaveLength(1);
    expect(words).not.toContain('12');
  });

  it('is nothing where nothing is shown, and leaves out whole sentences', () => {
    expect(shownWords(null)).toEqual([]);
    expect(shownWords(canvas([], []))).toEqual([]);
    expect(shownWords(canvas(['Note'], [['a cell that is a whole sentence which nobody says again']]))).not.toContain(
      'a cell that is a whole sentence which nobody says again',
    );
  });

  it('is not all of a large table', () => {
    const rows = Array.from({ length: 500 }, (_, at) => [`thing ${String.fromCharCode(97 + (at % 26))}${at}`]);
    expect(shownWords(canvas(['Thing'], rows))).toHaveLength(60);
  });
});
