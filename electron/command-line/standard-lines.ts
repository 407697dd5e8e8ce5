import type { Writable } from 'node:stream';

/**
 * Writes lines to a stream until its reader has had enough (`parley memory list | head`): from then on they go nowhere, which
 * is no failure.
 * @param readerGone called once; what is under way may end
 */
export function linesTo(stream: Writable, readerGone: () => void): (line: string) => void {
  let open = true;
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure;
    if (open) readerGone();
    open = false;
  });
  return (line) => {
    if (open) stream.write(`${line}\n`);
  };
}
