import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const MAGIC_AND_VERSION = 8;
const HEADER = 24;
const STRING = 8;
/** Tensor data begins at a multiple of this; what is put in is as long as some of them. */
const ALIGNMENT = 32;
const CHUNK = 8 * 1024 * 1024;

/** Lines of "role: words": a form that a model which was never made for talking can go on in, too. */
export const PLAIN_TEMPLATE =
  "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}";

/** The same for one that thinks: its answer begins in the middle of a thought. */
export const THINKING_TEMPLATE =
  "{% for message in messages %}{{ message['role'] }}: {% if message['reasoning_content'] %}<think>\n{{ message['reasoning_content'] }}\n</think>\n{% endif %}{{ message['content'] }}\n{% endfor %}{% if add_generation_prompt %}assistant: <think>\n{% endif %}";

/** Copies a GGUF file and gives the copy a chat template, as one more entry of its metadata. */
export function writeTalkingGguf(from: string, to: string, template = PLAIN_TEMPLATE): void {
  const source = openSync(from, 'r');
  const copy = openSync(to, 'w');
  try {
    const header = Buffer.alloc(HEADER);
    readSync(source, header, 0, HEADER, 0);
    if (header.toString('latin1', 0, 4) !== 'GGUF') throw new Error(`${from} is no GGUF file.`);
    header.writeBigUInt64LE(header.readBigUInt64LE(MAGIC_AND_VERSION + 8) + 1n, MAGIC_AND_VERSION + 8);
    writeSync(copy, header);
    writeSync(copy, entry('tokenizer.chat_template', template));
    const chunk = Buffer.alloc(CHUNK);
    for (let at = HEADER; ; ) {
      const read = readSync(source, chunk, 0, CHUNK, at);
      if (read === 0) return;
      writeSync(copy, chunk, 0, read);
      at += read;
    }
  } finally {
    closeSync(source);
    closeSync(copy);
  }
}

function entry(key: string, value: string): Buffer {
  const bytes = 8 + key.length + 4 + 8 + value.length;
  const padded = value + ' '.repeat((ALIGNMENT - (bytes % ALIGNMENT)) % ALIGNMENT);
  const buffer = Buffer.alloc(8 + key.length + 4 + 8 + padded.length);
  let at = buffer.writeBigUInt64LE(BigInt(key.length), 0);
  at += buffer.write(key, at, 'latin1');
  at = buffer.writeUInt32LE(STRING, at);
  at = buffer.writeBigUInt64LE(BigInt(padded.length), at);
  buffer.write(padded, at, 'latin1');
  return buffer;
}
