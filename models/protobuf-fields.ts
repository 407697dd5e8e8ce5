import Pbf from 'pbf';

/** Fields of a protobuf message as they stand in a file; model files (ONNX) are written with them. */

/** Wire types: a number, and bytes with their length. */
export const NUMBER_FIELD = 0;
export const BYTES_FIELD = 2;

export function numberField(tag: number, value: number): Uint8Array {
  const writer = new Pbf();
  writer.writeVarintField(tag, value);
  return writer.finish();
}

export function bytesField(tag: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([fieldHead(tag, content.length), content]);
}

export function textField(tag: number, content: string): Uint8Array {
  return bytesField(tag, Buffer.from(content));
}

/** What stands before so many bytes of a field, for those who do not want to copy them. */
export function fieldHead(tag: number, length: number): Uint8Array {
  const writer = new Pbf();
  writer.writeVarint(tag * 8 + BYTES_FIELD);
  writer.writeVarint(length);
  return writer.finish();
}
