import { z } from 'zod';

const LONGEST_WORD = 100;

const tokenizerSchema = z.object({
  model: z.object({
    type: z.literal('WordPiece'),
    vocab: z.record(z.string(), z.number().int()),
    continuing_subword_prefix: z.literal('##'),
  }),
});

/**
 * BERT's uncased word pieces (Devlin et al., 2018): lower case without accents, split at spaces, signs and Chinese
 * characters, then the longest known beginning of each word again and again.
 */
export class WordPieces {
  readonly #vocabulary: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #first: number;
  readonly #last: number;

  private constructor(vocabulary: ReadonlyMap<string, number>) {
    this.#vocabulary = vocabulary;
    [this.#unknown, this.#first, this.#last] = ['[UNK]', '[CLS]', '[SEP]'].map((name) => {
      const id = vocabulary.get(name);
      if (id === undefined) throw new Error(`The tokenizer has no ${name}.`);
      return id;
    }) as [number, number, number];
  }

  /** @param json a `tokenizer.json` of the WordPiece kind @throws ZodError | SyntaxError | Error when it is another */
  static parse(json: string): WordPieces {
    return new WordPieces(new Map(Object.entries(tokenizerSchema.parse(JSON.parse(json)).model.vocab)));
  }

  /** Ids of the text between the marks for its beginning and end, at most `most` of them. */
  ids(text: string, most: number): number[] {
    const pieces = wordsOf(text).flatMap((word) => this.#piecesOf(word));
    return [this.#first, ...pieces.slice(0, most - 2), this.#last];
  }

  #piecesOf(word: string): number[] {
    if (word.length > LONGEST_WORD) return [this.#unknown];
    const characters = [...word];
    const ids: number[] = [];
    for (let from = 0; from < characters.length; ) {
      const piece = this.#longestPiece(characters, from);
      if (piece === null) return [this.#unknown];
      ids.push(piece.id);
      from = piece.to;
    }
    return ids;
  }

  #longestPiece(characters: readonly string[], from: number): { readonly id: number; readonly to: number } | null {
    for (let to = characters.length; to > from; to--) {
      const id = this.#vocabulary.get((from > 0 ? '##' : '') + characters.slice(from, to).join(''));
      if (id !== undefined) return { id, to };
    }
    return null;
  }
}

function wordsOf(text: string): string[] {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\ufffd]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[\p{P}$+<=>^`|~\p{Script=Han}]/gu, ' $& ')
    .trim();
  return plain === '' ? [] : plain.split(/\s+/);
}
