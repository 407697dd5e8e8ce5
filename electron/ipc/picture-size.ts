/** A small file can unpack to a picture that fills the memory; an avatar needs no more than this. */
export const MOST_PICTURE_SIDE_PIXELS = 1024;

/** As many bytes as the headers of both formats need. */
const HEADER_BASE64 = 44;

/**
 * Width and height of a PNG (W3C, IHDR) or WebP (RFC 9649) by its own header, not by what its address claims.
 * @param url `data:image/...;base64,...` @returns null when it is neither
 */
export function pictureSize(url: string): { readonly width: number; readonly height: number } | null {
  const start = url.indexOf(',') + 1;
  const bytes = decoded(url.slice(start, start + HEADER_BASE64));
  if (text(bytes, 1, 3) === 'PNG' && text(bytes, 12, 4) === 'IHDR') {
    return { width: bigEndian(bytes, 16), height: bigEndian(bytes, 20) };
  }
  if (text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP') return null;
  return webpSize(bytes);
}

function webpSize(bytes: readonly number[]) {
  const at = (index: number) => bytes[index] ?? 0;
  const kind = text(bytes, 12, 4);
  if (kind === 'VP8X') {
    const three = (index: number) => at(index) + at(index + 1) * 256 + at(index + 2) * 65_536 + 1;
    return { width: three(24), height: three(27) };
  }
  if (kind === 'VP8L') {
    const bits = at(21) + at(22) * 256 + at(23) * 65_536 + at(24) * 16_777_216;
    return { width: (bits % 16_384) + 1, height: (Math.floor(bits / 16_384) % 16_384) + 1 };
  }
  if (kind === 'VP8 ') {
    const fourteen = (index: number) => (at(index) + at(index + 1) * 256) % 16_384;
    return { width: fourteen(26), height: fourteen(28) };
  }
  return null;
}

function decoded(base64: string): readonly number[] {
  try {
    const whole = base64.slice(0, base64.length - (base64.length % 4));
    return [...atob(whole)].map((sign) => sign.charCodeAt(0));
  } catch {
    return [];
  }
}

function text(bytes: readonly number[], from: number, length: number): string {
  return String.fromCharCode(...bytes.slice(from, from + length));
}

function bigEndian(bytes: readonly number[], from: number): number {
  return bytes.slice(from, from + 4).reduce((value, byte) => value * 256 + byte, 0);
}
