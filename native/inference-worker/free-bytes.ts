/**
 * Gives the memory of a file back as soon as a model was made of it. The collector of a thread that makes few objects comes late or
 * never: the voice's file and its two halves were kept for as long as it spoke, 126 MB. The bytes are empty afterwards; what is only part
 * of a larger buffer is left alone, and so is everything on a runtime that cannot do it (Node 20).
 */
export function freeBytes(bytes: Uint8Array): void {
  const { buffer } = bytes as { readonly buffer: ArrayBufferLike & { transfer?(bytes: number): unknown } };
  if (bytes.byteLength === buffer.byteLength) buffer.transfer?.(0);
}
