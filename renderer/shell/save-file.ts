/** Hands content to the person as a file: the page may not write, so the system asks where it should go. */
export function saveFile(name: string, content: string | Uint8Array, type: string): void {
  const kind = typeof content === 'string' ? `${type};charset=utf-8` : type;
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type: kind }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the blob after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), REVOKED_AFTER_MS);
}

const REVOKED_AFTER_MS = 60_000;
