import { describe, expect, it, vi } from 'vitest';
import { loudnessOf } from '../../renderer/microphone/level-meter.ts';
import { Microphone } from '../../renderer/microphone/microphone.ts';
import type { Capture, CaptureOptions } from '../../renderer/microphone/open-capture.ts';
import { SilenceWatch } from '../../renderer/microphone/silence-watch.ts';

/** A device moved by hand: opens when told, counts how many are open at once. */
class Device {
  readonly opened: CaptureOptions[] = [];
  readonly rested: boolean[] = [];
  openNow = 0;
  mostOpen = 0;
  failure: string | null = null;

  readonly open = async (options: CaptureOptions): Promise<Capture> => {
    await Promise.resolve();
    if (this.failure !== null) throw new DOMException('no', this.failure);
    this.opened.push(options);
    this.openNow += 1;
    this.mostOpen = Math.max(this.mostOpen, this.openNow);
    return {
      rest: (resting) => this.rested.push(resting),
      close: async () => {
        await Promise.resolve();
        this.openNow -= 1;
      },
    };
  };
}

describe('Microphone', () => {
  it('never has two devices open, however fast one changes', async () => {
    const device = new Device();
    const microphone = new Microphone(device.open);
    void microphone.open('a');
    void microphone.open('b');
    void microphone.close();
    await microphone.open('c');
    expect([device.mostOpen, device.openNow, microphone.condition]).toEqual([1, 1, 'open']);
    expect(device.opened.at(-1)?.deviceId).toBe('c');
    await microphone.close();
    expect([device.openNow, microphone.condition]).toEqual([0, 'closed']);
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'missing'],
  ])('names %s as %s and can be tried again', async (failure, condition) => {
    const device = new Device();
    device.failure = failure;
    const microphone = new Microphone(device.open);
    await microphone.open(null);
    expect(microphone.condition).toBe(condition);
    device.failure = null;
    await microphone.open(null);
    expect(microphone.condition).toBe('open');
  });

  it('keeps what it heard before the conversation was there, in order, and not what it heard before it was closed', async () => {
    const device = new Device();
    const microphone = new Microphone(device.open);
    const heardIn = async (from: number) => {
      const { port1, port2 } = new MessageChannel();
      const heard: number[] = [];
      port2.onmessage = ({ data }) => heard.push(data.samples[0]);
      microphone.connect(port1);
      device.opened.at(-1)?.frames(Float32Array.of(from));
      await vi.waitFor(() => expect(heard.at(-1)).toBe(from));
      port2.close();
      return heard;
    };
    await microphone.open(null);
    device.opened[0]?.frames(Float32Array.of(1));
    await microphone.close();
    await microphone.open(null);
    for (const value of [2, 3]) device.opened[1]?.frames(Float32Array.of(value));
    expect(await heardIn(4)).toEqual([2, 3, 4]);
    expect(await heardIn(5)).toEqual([5]);
  });

  it('tells that the device went away and goes on with the default one', async () => {
    const device = new Device();
    const microphone = new Microphone(device.open);
    const conditions: string[] = [];
    microphone.onChange((condition) => conditions.push(condition));
    await microphone.open('headset');
    device.opened[0]?.lost();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(conditions).toEqual(['opening', 'open', 'lost', 'closed', 'opening', 'open']);
    expect(device.opened.at(-1)?.deviceId).toBeNull();
  });

  it('lets a microphone rest that is opened later, and tells each change once', async () => {
    const device = new Device();
    const microphone = new Microphone(device.open);
    microphone.rest(true);
    await microphone.open(null);
    microphone.rest(true);
    microphone.rest(false);
    expect(device.rested).toEqual([true, false]);
  });

  it('sends every frame to the conversation and moves its meter', async () => {
    const device = new Device();
    const microphone = new Microphone(device.open);
    const { port1, port2 } = new MessageChannel();
    microphone.connect(port1);
    const received = new Promise<unknown>((resolve) => {
      port2.onmessage = ({ data }) => resolve(data);
    });
    await microphone.open(null);
    device.opened[0]?.frames(new Float32Array(512).fill(0.3));
    expect(await received).toEqual({ kind: 'frames', samples: new Float32Array(512).fill(0.3) });
    expect(microphone.meter.level).toBeGreaterThan(0.5);
    port1.close();
    port2.close();
  });
});

describe('SilenceWatch', () => {
  const zeros = new Float32Array(512);
  const quiet = new Float32Array(512).fill(0.0001);

  it('tells a dead microphone after two seconds of zeros, once, and its return', () => {
    const watch = new SilenceWatch();
    const told = Array.from({ length: 100 }, () => watch.hear(zeros, 32)).filter((word) => word !== null);
    expect(told).toEqual(['silent']);
    expect(watch.hear(quiet, 32)).toBe('sounding');
  });

  it('does not mind a quiet room', () => {
    const watch = new SilenceWatch();
    expect(Array.from({ length: 200 }, () => watch.hear(quiet, 32)).every((word) => word === null)).toBe(true);
  });
});

it('shows -60 dBFS as nothing and -10 dBFS as full', () => {
  expect([loudnessOf(0), loudnessOf(0.001), loudnessOf(0.32)].map((level) => Math.round(level * 100))).toEqual([0, 0, 100]);
});
