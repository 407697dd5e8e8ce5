import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../models/language/language-model.ts';

const PROMPT = 'Nova is a warm, cheerful voice assistant.\nUser: hello\nNova:';

/** What every small language model must do. */
export function languageModelSuite(open: () => Promise<LanguageModel>): void {
  describe('as a language model', () => {
    let model: LanguageModel;
    beforeAll(async () => {
      model = await open();
    });
    afterAll(() => model.close());

    async function written(signal?: AbortSignal): Promise<string[]> {
      const pieces: string[] = [];
      for await (const piece of model.generate(PROMPT, { maxTokens: 24, stop: ['\n'], ...(signal && { signal }) })) pieces.push(piece);
      return pieces;
    }

    it('streams text up to the stop string, which it keeps to itself', async () => {
      const pieces = await written();
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join('')).toMatch(/\p{L}/u);
      expect(pieces.join('')).not.toContain('\n');
    });

    it('ends without an error when it is aborted, before or during', async () => {
      expect(await written(AbortSignal.abort())).toEqual([]);
      const abort = new AbortController();
      const pieces: string[] = [];
      for await (const piece of model.generate(PROMPT, { maxTokens: 24, stop: ['\n'], signal: abort.signal })) {
        pieces.push(piece);
        abort.abort();
      }
      expect(pieces).toHaveLength(1);
    });

    it('can be left in the middle, and prefilled, and writes again', async () => {
      for await (const piece of model.generate(PROMPT, { maxTokens: 24, stop: ['\n'] })) {
        expect(piece).not.toBe('');
        break;
      }
      await model.prefill(PROMPT);
      expect((await written()).join('')).not.toBe('');
    });
  });
}
