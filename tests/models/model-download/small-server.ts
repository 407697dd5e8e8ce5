import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmallServer {
  readonly address: string;
  /** The Range headers that came, '' for none. */
  readonly ranges: readonly string[];
  close(): Promise<void>;
}

/** A server on this machine that answers as it is told. */
export async function startServer(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<SmallServer> {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/model.bin`,
    ranges,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers as a good server does: whole, or from where it is asked. */
export function serveContent(content: Buffer) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const [, start] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    if (start === undefined) {
      response.end(content);
      return;
    }
    const from = Number(start);
    response.writeHead(206, { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }).end(content.subarray(from));
  };
}
