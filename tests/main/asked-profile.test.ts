import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AskedProfile } from '../../electron/main/asked-profile.ts';
import { ScreenshotProtection } from '../../electron/main/screenshot-protection.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open() {
  const switched: string[] = [];
  const asked = new AskedProfile((id) => switched.push(id));
  asked.presence('idle');
  return { asked, switched };
}

it('switches once the answer has been spoken', () => {
  const { asked, switched } = open();
  asked.presence('thinking');
  asked.ask('anna');
  asked.presence('speaking');
  vi.advanceTimersByTime(5000);
  expect(switched).toEqual([]);
  asked.presence('idle');
  expect(switched).toEqual(['anna']);
  vi.advanceTimersByTime(60_000);
  expect(switched).toEqual(['anna']);
});

it('does not wait for an answer that does not come, nor for one that does not end', () => {
  const silent = open();
  silent.asked.ask('anna');
  vi.advanceTimersByTime(1500);
  expect(silent.switched).toEqual(['anna']);
  const endless = open();
  endless.asked.ask('anna');
  endless.asked.presence('speaking');
  vi.advanceTimersByTime(15_000);
  expect(endless.switched).toEqual(['anna']);
});

it('does nothing for a profile that is not there, takes the last of two, and forgets when closed', async () => {
  const { asked, switched } = open();
  asked.ask(null);
  asked.ask('anna');
  asked.ask('ben');
  vi.advanceTimersByTime(60_000);
  expect(switched).toEqual(['ben']);
  asked.ask('anna');
  await asked.close();
  vi.advanceTimersByTime(60_000);
  expect(switched).toEqual(['ben']);
});

it('keeps the window out of screenshots by the setting or for a private conversation, and says so once a change', () => {
  const [set, told] = [[] as boolean[], [] as boolean[]];
  const window = { setContentProtection: (on: boolean) => void set.push(on) };
  const protection = new ScreenshotProtection('darwin', ({ isOn }) => told.push(isOn));
  protection.protect(window);
  protection.converse('private');
  protection.want(true);
  protection.converse('kept');
  protection.converse('disappearing');
  protection.want(false);
  expect([set, told]).toEqual([
    [false, true, false],
    [true, false],
  ]);
  protection.converse('private');
  protection.protect(null);
  const next: boolean[] = [];
  protection.protect({ setContentProtection: (on) => void next.push(on) });
  expect([next, protection.state]).toEqual([[true], { isPossible: true, isOn: true }]);
});

it('never claims what the system cannot do', () => {
  const protection = new ScreenshotProtection('linux', () => expect.fail('nothing changes'));
  protection.protect({ setContentProtection: () => expect.fail('Linux has no such wish') });
  protection.want(true);
  protection.converse('private');
  expect(protection.state).toEqual({ isPossible: false, isOn: false });
});
