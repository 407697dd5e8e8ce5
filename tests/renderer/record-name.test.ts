import { describe, expect, it, vi } from 'vitest';
import type { Capture, CaptureOptions } from '../../renderer/microphone/open-capture.ts';
import { recordName } from '../../renderer/people/record-name.ts';

const FRAME = new Float32Array(512).fill(0.1);

/** A microphone that opens when it is told to. */
function slowMicrophone() {
  const close = vi.fn(async () => undefined);
  let opened: (capture: Capture) => void = () => undefined;
  let options: CaptureOptions | undefined;
  return {
    close,
    open: (wanted: CaptureOptions) => {
      options = wanted;
      return new Promise<Capture>((resolve) => {
        opened = resolve;
      });
    },
    opens: () => opened({ rest: () => undefined, close }),
    hears: (samples: Float32Array) => options?.frames(samples),
    goesAway: () => options?.lost(),
  };
}

function recording(lengthMs?: number) {
  const microphone = slowMicrophone();
  const stop = new AbortController();
  const begun = vi.fn();
  const kept = recordName(microphone.open, { deviceId: null, stop: stop.signal, begun, ...(lengthMs === undefined ? {} : { lengthMs }) });
  return { microphone, stop, begun, kept };
}

describe('recording how a name is said', () => {
  it('invites to speak when the first sound is there, and not while the microphone opens', async () => {
    const { microphone, stop, begun, kept } = recording();
    microphone.opens();
    await Promise.resolve();
    expect(begun).not.toHaveBeenCalled();
    microphone.hears(FRAME);
    microphone.hears(FRAME);
    expect(begun).toHaveBeenCalledTimes(1);
    stop.abort();
    expect(await kept).toHaveLength(2 * FRAME.length);
    expect(microphone.close).toHaveBeenCalledTimes(1);
  });

  it('ends by itself when as much is there as is wanted', async () => {
    const { microphone, kept } = recording(64);
    microphone.opens();
    for (let frame = 0; frame < 4; frame++) microphone.hears(FRAME);
    expect(await kept).toHaveLength(1024);
  });

  it('keeps what it has when the device goes away', async () => {
    const { microphone, kept } = recording();
    microphone.opens();
    microphone.hears(FRAME);
    microphone.goesAway();
    expect(await kept).toHaveLength(FRAME.length);
  });

  it('is nothing where nothing was said, or where it was stopped before the microphone was open', async () => {
    const silent = recording(32);
    silent.microphone.opens();
    silent.microphone.hears(new Float32Array(512));
    expect(await silent.kept).toBeNull();
    const early = recording();
    early.stop.abort();
    early.microphone.opens();
    expect(await early.kept).toBeNull();
    expect(early.begun).not.toHaveBeenCalled();
    expect(early.microphone.close).toHaveBeenCalledTimes(1);
  });
});
