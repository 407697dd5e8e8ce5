import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { customProfile } from '../../../../models/speech-to-speech/hosted/custom-profile.ts';
import { openHostedModel } from '../../../../models/speech-to-speech/hosted/hosted-model.ts';
import { OpeningPatience } from '../../../../models/speech-to-speech/hosted/opening-patience.ts';
import type { EngineFailure } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from '../on-device/setup.ts';

describe('patience with an opening', () => {
  it('is twice as long after each one that hung, up to 10 s, and short again after one that did not', () => {
    const patience = new OpeningPatience();
    const waits = [patience.ms];
    for (let count = 0; count < 3; count++) {
      patience.failed(patience.ms);
      waits.push(patience.ms);
    }
    expect(waits).toEqual([4000, 8000, 10_000, 10_000]);
    patience.opened(300);
    expect(patience.ms).toBe(4000);
  });

  it('is no longer after a refusal, and fits a network that is slow', () => {
    const patience = new OpeningPatience();
    patience.failed(200);
    expect(patience.ms).toBe(4000);
    patience.opened(2500);
    expect(patience.ms).toBe(7500);
  });

  it('ends an opening that hangs after 4 s, with a sentence', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const model = openHostedModel({ profile: customProfile({ url: `ws://127.0.0.1:${port}/v1`, dialect: 'realtime' }), key: null });
    const startMs = performance.now();
    const failure = await model.connect(plainSetup, new AbortController().signal).then(
      () => null,
      (reason: EngineFailure) => reason,
    );
    expect(failure).toMatchObject({ message: '127.0.0.1 does not answer.', layer: 'tcp', retryable: true });
    expect(performance.now() - startMs).toBeGreaterThan(3900);
    expect(performance.now() - startMs).toBeLessThan(8000);
    for (const socket of sockets) socket.destroy();
    server.close();
  });
});
