/** First and last text piece; above are markers that never belong to the text, below raw bytes. */
const FIRST_PIECE = 259;
const FIRST_MARKER = 32_000;
const FIRST_BYTE = 3;
const SPACE = '▁';

/**
 * Moonshine's vocabulary: `tokenizer.bin` is 32,768 records in the order of their ids, each a length byte and that many
 * raw bytes. Ids 0-2 are <unk> <s> </s>, 3-258 single bytes, 259-31,999 pieces of text with U+2581 for a space.
 */
export class Tokenizer {
  readonly #records: readonly Uint8Array[];
  readonly #ids = new Map<string, number>();

  /** @throws Error when the records do not fill the file exactly */
  constructor(file: Uint8Array) {
    const records: Uint8Array[] = [];
    for (let offset = 0; offset < file.length; ) {
      const length = file[offset] ?? 0;
      records.push(file.subarray(offset + 1, offset + 1 + length));
      offset += 1 + length;
      if (offset > file.length) throw new Error('tokenizer.bin ends in the middle of a record');
    }
    if (records.length !== 32_768) throw new Error(`tokenizer.bin holds ${records.length} records instead of 32768`);
    this.#records = records;
    const decoder = new TextDecoder();
    for (let id = FIRST_PIECE; id < FIRST_MARKER; id++) this.#ids.set(decoder.decode(records[id]), id);
  }

  decode(ids: readonly number[]): string {
    const parts = ids.filter((id) => id >= FIRST_BYTE && id < FIRST_MARKER).map((id) => this.#records[id] ?? new Uint8Array());
    return Buffer.concat(parts).toString('utf8').replaceAll(SPACE, ' ').replace(/^ /, '');
  }

  /** True when the piece begins a word, ends one, or is a mark: a biased word before it is complete. */
  breaksWord(id: number): boolean {
    const piece = new TextDecoder().decode(this.#records[id]);
    return id < FIRST_BYTE || piece.startsWith(SPACE) || /^[.,!?;:']/.test(piece);
  }

  /** Groups tokens into words, as `decode` writes them: a word begins with a space. */
  wordsOf(ids: readonly number[]): { readonly text: string; readonly from: number; readonly to: number }[] {
    const starts = ids.flatMap((id, index) => (index === 0 || this.#beginsWord(id) ? [index] : []));
    return starts
      .map((from, index) => {
        const to = starts[index + 1] ?? ids.length;
        return { text: this.decode(ids.slice(from, to)).trim(), from, to };
      })
      .filter(({ text }) => text !== '');
  }

  #beginsWord(id: number): boolean {
    return new TextDecoder().decode(this.#records[id]).startsWith(SPACE);
  }

  /** True for a raw byte or a marker: neither is ever the whole of a sentence. */
  isText(id: number): boolean {
    return id >= FIRST_PIECE && id < FIRST_MARKER;
  }

  /** The text of one token, with the space before it. */
  pieceOf(id: number): string {
    return new TextDecoder().decode(this.#records[id]).replaceAll(SPACE, ' ');
  }

  /** Byte-pair encoding without a merge table: the vocabulary is in merge order, so the lowest id merges first. */
  encode(text: string): number[] {
    let pieces = [...(SPACE + text.replaceAll(' ', SPACE))];
    for (;;) {
      const at = this.#bestMerge(pieces);
      if (at === -1) break;
      pieces = [...pieces.slice(0, at), `${pieces[at]}${pieces[at + 1]}`, ...pieces.slice(at + 2)];
    }
    return pieces.flatMap((piece) => {
      const id = this.#ids.get(piece);
      return id === undefined ? [...Buffer.from(piece)].map((byte) => byte + FIRST_BYTE) : [id];
    });
  }

  #bestMerge(pieces: readonly string[]): number {
    let best = -1;
    let bestId = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 1 < pieces.length; at++) {
      const id = this.#ids.get(`${pieces[at]}${pieces[at + 1]}`);
      if (id !== undefined && id < bestId) {
        best = at;
        bestId = id;
      }
    }
    return best;
  }
}
