import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';

export const shoppingList = makeCanvas(
  { kind: 'list', name: 'Shopping', columns: ['Item'], rows: [['milk'], ['eggs'], ['bread']] },
  {
    newId: (() => {
      let next = 0;
      return () => `id-${next++}`;
    })(),
    at: '2026-01-01T00:00:00Z',
    conversationId: null,
  },
);
