import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Role } from '../../../../models/speech-to-speech/on-device/role.ts';

const RESTS_AFTER_MS = 1000;

describe('a model that may rest', () => {
  let [opened, closed] = [0, 0];
  const open = async () => {
    opened += 1;
    return {
      close: async () => {
        closed += 1;
      },
    };
  };
  beforeEach(() => {
    vi.useFakeTimers();
    [opened, closed] = [0, 0];
  });
  afterEach(() => void vi.useRealTimers());

  it('gives its memory back when nobody held it for so long, and is opened again when it is wanted', async () => {
    const role = new Role(open, RESTS_AFTER_MS);
    expect(role.isOpen).toBe(false);
    (await role.hold()).letGo();
    await vi.advanceTimersByTimeAsync(RESTS_AFTER_MS - 1);
    expect([role.isOpen, closed]).toEqual([true, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([role.isOpen, closed]).toEqual([false, 1]);
    await role.use(async () => undefined);
    expect(opened).toBe(2);
    await role.close();
  });

  it('does not rest while anybody holds it, and is let go but once', async () => {
    const role = new Role(open, RESTS_AFTER_MS);
    const [one, other] = [await role.hold(), await role.hold()];
    one.letGo();
    one.letGo();
    await vi.advanceTimersByTimeAsync(10 * RESTS_AFTER_MS);
    expect(closed).toBe(0);
    other.letGo();
    await vi.advanceTimersByTimeAsync(RESTS_AFTER_MS);
    expect(closed).toBe(1);
  });

  it('stays where no rest was asked for, and holds nothing when it cannot be opened', async () => {
    const stays = new Role(open);
    (await stays.hold()).letGo();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(stays.isOpen).toBe(true);
    const missing = new Role(() => Promise.reject(new Error('It is not there.')), RESTS_AFTER_MS);
    await expect(missing.hold()).rejects.toThrow('not there');
    expect(missing.isOpen).toBe(false);
  });
});
