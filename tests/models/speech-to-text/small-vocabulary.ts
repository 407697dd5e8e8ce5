/** A tokenizer file in Moonshine's form with just these pieces, in the order they merge; the rest are empty records. */
export function vocabularyFile(pieces: readonly string[]): Buffer {
  const records: Buffer[] = [Buffer.from('<unk>'), Buffer.from('<s>'), Buffer.from('</s>')];
  for (let byte = 0; byte < 256; byte++) records.push(Buffer.of(byte));
  records.push(...pieces.map((piece) => Buffer.from(piece)));
  // No two pieces are alike in the real vocabulary.
  while (records.length < 32_000) records.push(Buffer.from(`\u{f0000}${records.length}`));
  while (records.length < 32_768) records.push(Buffer.from('<<ST>>'));
  return Buffer.concat(records.flatMap((record) => [Buffer.of(record.length), record]));
}

export const FIRST_PIECE = 259;
