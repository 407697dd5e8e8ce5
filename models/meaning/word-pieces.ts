const LONGEST_WORD = 100;

/**
 * BERT's uncased word pieces (Devlin et al., 2018): lower case without accents, split at spaces, signs and Chinese
 * characters, then the longest known beginning of each word again and again.
 */
export class WordPieces {
  readonly #vocabulary: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #first: number;
  readonly #last: number;

  /**
   * @param pieces the place of each is its id; those that go on a word begin with `##`
   * @throws Error when the pieces for a beginning, an end and what is unknown are not among them
   */
  constructor(pieces: readonly string[]) {
    const vocabulary = new Map(pieces.map((piece, id) => [piece, id]));
    this.#vocabulary = vocabulary;
    [this.#unknown, this.#first, this.#last] = ['[UNK]', '[CLS]', '[SEP]'].map((name) => {
      const id = vocabulary.get(name);
      if (id === undefined) throw new Error(`Among the word pieces there is no ${name}.`);
      return id;
    }) as [number, number, number];
  }

  /**
   * Ids of the text between the marks for its beginning and end, at most `most` of them, and where among them each word between
   * spaces begins; fewer where words were cut off.
   * @param before what was said before it, line by line: it stands in front, cut off from the left to what room there is
   */
  read(text: string, most: number, before = ''): { readonly ids: readonly number[]; readonly begins: readonly number[] } {
    const said = text.split(/\s+/).map((word) => this.#piecesIn(word));
    const room = most - 2 - said.reduce((sum, pieces) => sum + pieces.length, 0);
    const earlier = before === '' ? [] : before.split('\n').flatMap((line) => [...this.#piecesIn(line), this.#last]);
    const ids = [this.#first, ...(room > 1 ? earlier.slice(-room) : [])];
    const begins: number[] = [];
    for (const pieces of said) {
      if (ids.length < most - 1) begins.push(ids.length);
      ids.push(...pieces);
    }
    return { ids: [...ids.slice(0, most - 1), this.#last], begins };
  }

  #piecesIn(text: string): number[] {
    return wordsOf(text).flatMap((word) => this.#piecesOf(word));
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
