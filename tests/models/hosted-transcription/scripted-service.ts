import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedOfService {
  readonly authorization: string | undefined;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly fileBytes: number;
}

export interface ServiceAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A transcription service that answers as a test says, and remembers what it was asked. */
export async function scriptedService(answer: (asked: AskedOfService, count: number) => ServiceAnswer | Promise<ServiceAnswer>) {
  const asked: AskedOfService[] = [];
  const server: Server = createServer((request, response) => {
    void read(request).then(async (found) => {
      asked.push(found);
      const { status = 200, headers = { 'content-type': 'application/json' }, body } = await answer(found, asked.length);
      response.writeHead(status, headers);
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, asked, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function read(request: IncomingMessage): Promise<AskedOfService> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const form = await new Response(Buffer.concat(parts), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData();
  const fields = new Map<string, string[]>();
  let fileBytes = 0;
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value]);
    else fileBytes = value.size;
  }
  return { authorization: request.headers.authorization, fields, fileBytes };
}
