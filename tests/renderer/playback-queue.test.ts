import { describe, expect, it } from 'vitest';
import { PlaybackQueue } from '../../renderer/speaker/playback-queue.ts';

const RATE_HZ = 1000;
const ones = (length: number) => new Float32Array(length).fill(1);

/** Renders blocks until nothing is queued; returns the samples and what was told. */
function renderAll(queue: PlaybackQueue, blocks: number, blockSize = 10) {
  const samples: number[] = [];
  const told: string[] = [];
  for (let block = 0; block < blocks; block++) {
    const output = new Float32Array(blockSize);
    const events = queue.render(output);
    samples.push(...output);
    for (const event of events)
      told.push(event.kind === 'stopped' ? `stopped ${event.itemId} at ${event.playedMs}` : `${event.kind} ${event.itemId}`);
  }
  return { samples, told };
}

describe('PlaybackQueue', () => {
  it('plays chunks of an item without a gap and tells its beginning and end', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(13));
    queue.play('a', ones(12));
    queue.end('a');
    const { samples, told } = renderAll(queue, 4);
    expect(samples.filter((sample) => sample === 1)).toHaveLength(25);
    expect(samples.slice(0, 25).every((sample) => sample === 1)).toBe(true);
    expect(told).toEqual(['started a', 'finished a']);
  });

  it('waits in silence when the next chunk is late, and the play-head waits with it', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(5));
    renderAll(queue, 3);
    expect(queue.current).toEqual({ itemId: 'a', playedMs: 5 });
    queue.play('a', ones(5));
    queue.end('a');
    expect(renderAll(queue, 1).told).toEqual(['finished a']);
  });

  it('after a gap goes on when enough lies ready, or nothing more came for as long', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(5));
    renderAll(queue, 3);
    queue.play('a', ones(4));
    expect(queue.render(new Float32Array(8))).toEqual([]);
    expect(queue.current?.playedMs).toBe(5);
    queue.play('a', ones(6));
    renderAll(queue, 1);
    expect(queue.current?.playedMs).toBe(15);
    renderAll(queue, 1);
    queue.play('a', ones(3));
    renderAll(queue, 3);
    expect(queue.current?.playedMs).toBe(18);
  });

  it('does not keep back sound that comes in long pieces', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    for (const item of ['a', 'b', 'c']) {
      queue.play(item, ones(50));
      renderAll(queue, 6);
      queue.play(item, ones(50));
      const output = new Float32Array(10);
      queue.render(output);
      expect(output[0]).toBe(1);
      queue.end(item);
      renderAll(queue, 10);
    }
  });

  it('falls silent when held, stays where it is, and goes on from there', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(100));
    queue.end('a');
    renderAll(queue, 2);
    queue.hold(10);
    const held = renderAll(queue, 5).samples;
    expect(held.slice(0, 9).every((sample) => sample > 0)).toBe(true);
    expect(held.slice(10).every((sample) => sample === 0)).toBe(true);
    const waitingAtMs = queue.current?.playedMs ?? 0;
    renderAll(queue, 5);
    expect(queue.current?.playedMs).toBe(waitingAtMs);
    expect(waitingAtMs).toBeLessThanOrEqual(31);
    queue.goOn(5);
    const { samples, told } = renderAll(queue, 10);
    expect(samples.filter((sample) => sample > 0).length).toBe(100 - waitingAtMs);
    expect(told).toEqual(['finished a']);
  });

  it('can be stopped while it is held', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(100));
    renderAll(queue, 2);
    queue.hold(5);
    renderAll(queue, 2);
    queue.stop(5);
    expect(renderAll(queue, 2).told).toEqual([expect.stringMatching(/^stopped a at /)]);
    expect(queue.current).toBeNull();
  });

  it('plays one item after the other', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(5));
    queue.end('a');
    queue.play('b', ones(5));
    queue.end('b');
    expect(renderAll(queue, 4).told).toEqual(['started a', 'finished a', 'started b', 'finished b']);
  });

  it('fades out within the given time and throws the rest away', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(1000));
    renderAll(queue, 1);
    queue.stop(20);
    const { samples, told } = renderAll(queue, 5);
    expect(told).toEqual(['stopped a at 30']);
    const fade = samples.slice(0, 20);
    expect(fade.every((sample, index) => index === 0 || sample <= (fade[index - 1] ?? 0))).toBe(true);
    expect(samples.slice(20).every((sample) => sample === 0)).toBe(true);
    expect(queue.current).toBeNull();
  });

  it('glides to another gain instead of jumping', () => {
    const queue = new PlaybackQueue(RATE_HZ);
    queue.play('a', ones(100));
    queue.glideTo(0.1, 20);
    const { samples } = renderAll(queue, 5);
    const steps = samples.slice(1).map((sample, index) => Math.abs(sample - (samples[index] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(0.06);
    expect(samples.at(-1)).toBeCloseTo(0.1);
  });

  it('is silent with nothing to play', () => {
    expect(renderAll(new PlaybackQueue(RATE_HZ), 2)).toEqual({ samples: new Array(20).fill(0), told: [] });
  });
});
