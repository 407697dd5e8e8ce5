import { open } from 'node:fs/promises';

/** A form that breaks the rules of RFC 7578 or a limit; `status` is what HTTP says to it. */
export class FormError extends Error {
  override readonly name = 'FormError';
  readonly status: 400 | 413;
  constructor(message: string, status: 400 | 413 = 400) {
    super(message);
    this.status = status;
  }
}

/** Ten hours of studio sound. */
const MOST_FILE_BYTES = 4 * 1024 ** 3;
const MOST_FIELD_BYTES = 65_536;
const MOST_HEADER_BYTES = 8_192;
const MOST_PARTS = 64;

export interface UploadedForm {
  /** Values by name; a name may come several times. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Name of the file as the client gave it; null when none was sent. It lies at the path that was handed in. */
  readonly fileName: string | null;
}

/**
 * Reads a form of multipart/form-data from a stream, the part called `file` straight to disk: memory stays flat however
 * large the recording.
 * @throws FormError
 */
export async function readForm(body: AsyncIterable<Uint8Array>, contentType: string, filePath: string): Promise<UploadedForm> {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw new FormError('The request must be multipart/form-data.');
  const parts = new PartReader(body, Buffer.from(`\r\n--${mark}`));
  const fields = new Map<string, string[]>();
  let fileName: string | null = null;
  await parts.skipPreamble();
  for (let count = 0; await parts.hasNext(); count++) {
    if (count >= MOST_PARTS) throw new FormError('The form has too many parts.');
    const { name, filename } = await parts.header();
    if (name === 'file' && filename !== null) {
      if (fileName !== null) throw new FormError('Send one file at a time.');
      fileName = filename;
      await writePart(parts, filePath);
    } else fields.set(name, [...(fields.get(name) ?? []), await textPart(parts)]);
  }
  return { fields, fileName };
}

async function writePart(parts: PartReader, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    let written = 0;
    for await (const piece of parts.body()) {
      written += piece.length;
      if (written > MOST_FILE_BYTES) throw new FormError('The file is larger than 4 GiB.', 413);
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
}

async function textPart(parts: PartReader): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of parts.body()) {
    length += piece.length;
    if (length > MOST_FIELD_BYTES) throw new FormError('A field of the form is too long.', 413);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Cuts a stream at its boundary. */
class PartReader {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  // The first boundary has no line before it.
  #held: Buffer = Buffer.from('\r\n');

  constructor(body: AsyncIterable<Uint8Array>, delimiter: Buffer) {
    this.#source = body[Symbol.asyncIterator]();
    this.#delimiter = delimiter;
  }

  async skipPreamble(): Promise<void> {
    for await (const _ of this.body());
  }

  /** After a boundary: more parts, or the end. */
  async hasNext(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more();
    const sign = this.#held.toString('latin1', 0, 2);
    this.#held = this.#held.subarray(2);
    if (sign === '\r\n') return true;
    if (sign === '--') return false;
    throw new FormError('The form is damaged.');
  }

  async header(): Promise<{ name: string; filename: string | null }> {
    let end = this.#held.indexOf('\r\n\r\n');
    for (; end === -1; end = this.#held.indexOf('\r\n\r\n')) {
      if (this.#held.length > MOST_HEADER_BYTES) throw new FormError('A part of the form has no end to its header.');
      await this.#more();
    }
    const header = this.#held.toString('utf8', 0, end);
    this.#held = this.#held.subarray(end + 4);
    const name = /;\s*name="([^"]*)"/i.exec(header)?.[1];
    if (name === undefined) throw new FormError('A part of the form has no name.');
    return { name, filename: /;\s*filename="([^"]*)"/i.exec(header)?.[1] ?? null };
  }

  /** Everything up to the next boundary, which is taken away too. */
  async *body(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(this.#delimiter);
      if (at !== -1) {
        if (at > 0) yield this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + this.#delimiter.length);
        return;
      }
      // A boundary may be cut in two by the network.
      const safe = this.#held.length - this.#delimiter.length + 1;
      if (safe > 0) {
        yield this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
      }
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new FormError('The form ends before its last boundary.');
    this.#held = Buffer.concat([this.#held, value]);
  }
}
