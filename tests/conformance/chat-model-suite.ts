import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatModel, ChatPiece } from '../../models/language/chat-model.ts';

const weather = {
  name: 'weather.now',
  description: 'Tells the weather of a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};

/** What every chat model must do: three replies in words, of more than one piece. */
export function chatModelSuite(open: () => Promise<ChatModel>): void {
  describe('as a chat model', () => {
    let model: ChatModel;
    beforeAll(async () => {
      model = await open();
    });
    afterAll(() => model.close());

    const ask = (signal?: AbortSignal) =>
      model.reply({
        messages: [
          { role: 'system', text: 'Be kind.' },
          { role: 'user', text: 'Good morning to you.' },
        ],
        functions: [weather],
        ...(signal && { signal }),
      });

    it('streams a reply in pieces that are never empty', async () => {
      const pieces: ChatPiece[] = [];
      for await (const piece of ask()) pieces.push(piece);
      const texts = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
      expect(texts.length).toBeGreaterThan(1);
      expect(texts.join('')).toMatch(/\p{L}/u);
      expect(texts).not.toContain('');
    });

    it('ends without an error when it is aborted, before or during', async () => {
      for await (const piece of ask(AbortSignal.abort())) expect(piece).toBeUndefined();
      const abort = new AbortController();
      let count = 0;
      for await (const _ of ask(abort.signal)) {
        count += 1;
        abort.abort();
      }
      expect(count).toBe(1);
    });

    it('can be left in the middle, and answers again', async () => {
      for await (const piece of ask()) {
        expect(piece.kind).toBe('text');
        break;
      }
    });
  });
}
