import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { JobQueue } from '../../../../electron/conversation/transcription/job-queue.ts';
import { openJobShelf } from '../../../../electron/conversation/transcription/job-shelf.ts';
import { PLAIN_LINES } from '../../../../electron/conversation/transcription/sealed-lines.ts';
import { transcriptionOptionsSchema } from '../../../../electron/ipc/transcription-schema.ts';
import { Scope } from '../../../../electron/lifetime/scope.ts';
import { scriptedEngine } from '../scripted-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-lanes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a recording that still grows', () => {
  it('holds up no file, and tells its words as they come', async () => {
    const scope = new Scope('test');
    const held: { open: () => void } = { open: () => undefined };
    const gate = new Promise<void>((resolve) => {
      held.open = resolve;
    });
    const heard: string[] = [];
    let calls = 0;
    const queue = new JobQueue({
      scope,
      shelf: openJobShelf(folder, PLAIN_LINES, () => 0),
      lines: PLAIN_LINES,
      // The second stretch of the recording comes only when everything else is done.
      openEngine: async (_, lane) => scriptedEngine(2, async () => void (lane === 'recordings' && ++calls === 2 && (await gate))),
      nowMs: () => 0,
      changed: () => undefined,
      recognised: (id, { words }) => heard.push(`${id}: ${words.map(({ text }) => text).join(' ')}`),
    });
    const recording = await queue.add('talk.wav', transcriptionOptionsSchema.parse({ growing: true }));
    const file = await queue.add('file.wav', transcriptionOptionsSchema.parse({}));
    const stateOf = (id: string) => queue.jobs.find((job) => job.id === id)?.state;
    while (stateOf(file.id) !== 'done' || heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(stateOf(recording.id)).toBe('running');
    expect(heard).toEqual([`${recording.id}: Word 0.`]);
    held.open();
    await queue.settle();
    expect(stateOf(recording.id)).toBe('done');
    expect(heard).toHaveLength(2);
    await scope.close();
  });
});
