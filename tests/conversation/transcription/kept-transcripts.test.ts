import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptTranscripts } from '../../../electron/conversation/transcription/kept-transcripts.ts';
import { sealedLines } from '../../../electron/conversation/transcription/sealed-lines.ts';
import { applyChange } from '../../../electron/ipc/transcript-edits.ts';
import { writeText } from '../../../electron/ipc/transcript-verbs.ts';
import type { Transcript } from '../../../electron/ipc/transcription-schema.ts';
import { anyText, anyVerb } from '../../ipc/random-edits.ts';

const lines = sealedLines(Buffer.alloc(32, 7));
let folder: string;
let kept: Transcript;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-transcripts-'));
  const words = ['One', 'two.'].map((text, index) => ({ text, startMs: index * 500, endMs: index * 500 + 400, confidence: 1 }));
  kept = {
    ...{ version: 1, name: 'talk.wav', durationMs: 1000, language: 'en', model: 'm', wordTimes: 'estimated', speakers: [], notices: [] },
    segments: [{ startMs: 0, endMs: 900, text: 'One two.', speaker: null, words }],
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that reads and edits; another one after it sees only what is on disk. */
function open(): KeptTranscripts {
  return new KeptTranscripts(
    {
      read: async () => structuredClone(kept),
      write: async (_, transcript) => {
        kept = structuredClone(transcript);
      },
      editsPath: (id) => join(folder, `${id}.edits`),
    },
    () => lines,
  );
}

const write = async (desk: KeptTranscripts, text: string) => {
  const read = await desk.read('a');
  const change = read === null ? null : writeText(read.transcript, 0, text);
  if (read === null || change === null) throw new Error('nothing to write');
  return await desk.change('a', read.revision, change);
};
const textOf = async (desk: KeptTranscripts) => (await desk.read('a'))?.transcript.segments[0]?.text;

describe('edits of a kept transcript', () => {
  it('are there after a kill that came when the edit was answered', async () => {
    const before = open();
    await write(before, 'One three.');
    expect(kept.segments[0]?.text).toBe('One two.');
    // Nothing was closed.
    expect(await textOf(open())).toBe('One three.');
    expect(kept.segments[0]?.text).toBe('One three.');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are not done twice when the process died between folding and deleting', async () => {
    const desk = open();
    await write(desk, 'One two three.');
    const edits = readFileSync(join(folder, 'a.edits'));
    await desk.close();
    writeFileSync(join(folder, 'a.edits'), edits);
    expect(await textOf(open())).toBe('One two three.');
  });

  it('lose only a line that was torn', async () => {
    const desk = open();
    await write(desk, 'One three.');
    await write(desk, 'One four.');
    const edits = readFileSync(join(folder, 'a.edits'), 'utf8');
    writeFileSync(join(folder, 'a.edits'), edits.slice(0, -20));
    expect(await textOf(open())).toBe('One three.');
  });

  it('hold no word that can be read on the disk', async () => {
    await write(open(), 'Canary sings.');
    expect(readFileSync(join(folder, 'a.edits'), 'utf8')).not.toMatch(/canary/i);
  });

  it('are refused on an older text, and change nothing', async () => {
    const desk = open();
    await write(desk, 'One three.');
    const change = writeText(kept, 0, 'Other.');
    await expect(desk.change('a', 0, change ?? { splices: [], speakers: null })).rejects.toThrow('changed elsewhere');
    expect(await textOf(desk)).toBe('One three.');
  });

  it('come out the same here and in the window, whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(anyVerb, { maxLength: 12 }), fc.nat({ max: 12 }), async (text, verbs, killedAt) => {
        kept = { ...kept, ...structuredClone(text) };
        rmSync(join(folder, 'a.edits'), { force: true });
        let desk = open();
        let window = text;
        for (const [index, verb] of verbs.entries()) {
          if (index === killedAt) desk = open();
          const change = verb(window);
          if (change === null) continue;
          window = applyChange(window, change).text;
          await desk.change('a', (await desk.read('a'))?.revision ?? -1, change);
        }
        const { segments, speakers } = (await open().read('a'))?.transcript ?? kept;
        expect({ segments, speakers }).toEqual(window);
      }),
      { numRuns: 60 },
    );
  });
});
