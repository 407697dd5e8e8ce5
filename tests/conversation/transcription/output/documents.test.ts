import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { csvOf, jsonOf, markdownOf, textOf } from '../../../../electron/conversation/transcription/output/documents.ts';
import { writeTranscript } from '../../../../electron/conversation/transcription/output/write-transcript.ts';
import { type TranscriptSegment, transcriptSchema } from '../../../../electron/ipc/transcription-schema.ts';
import { anyTranscript, transcriptOf } from './transcripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const segment = (startMs: number, text: string, speaker: string | null = null): TranscriptSegment => {
  const words = text
    .split(' ')
    .map((word, index) => ({ text: word, startMs: startMs + index * 300, endMs: startMs + index * 300 + 250, confidence: 1 }));
  return { startMs, endMs: words.at(-1)?.endMs ?? startMs, text, speaker, words };
};
const talk = transcriptOf(
  [
    segment(0, 'Good morning.', 'channel-1'),
    segment(900, 'How are you?', 'channel-1'),
    segment(2000, '=HYPERLINK("http://x") *hello* <b>', 'channel-2'),
  ],
  [
    { id: 'channel-1', name: 'Anna' },
    { id: 'channel-2', name: 'Ben' },
  ],
);

describe('documents', () => {
  it('text has a paragraph a speaker', () => {
    expect(textOf(talk)).toBe('Anna: Good morning. How are you?\n\nBen: =HYPERLINK("http://x") *hello* <b>\n');
    expect(textOf(transcriptOf([]))).toBe('');
  });

  it('Markdown shows what was said and never takes it for mark-up', () => {
    expect(markdownOf(talk)).toContain(
      '**[0:00] Anna** Good morning. How are you?\n\n**[0:02] Ben** =HYPERLINK\\("http://x"\\) \\*hello\\* &lt;b\\>',
    );
  });

  it('a spreadsheet takes no cell for a formula', () => {
    expect(csvOf(talk).split('\r\n').slice(0, 4)).toEqual([
      'start,end,speaker,text',
      '0.000,0.550,Anna,Good morning.',
      '0.900,1.750,Anna,How are you?',
      `2.000,2.850,Ben,"'=HYPERLINK(""http://x"") *hello* <b>"`,
    ]);
  });

  it('CSV is read back by Python as it was written', () => {
    const [transcript] = fc.sample(anyTranscript, { numRuns: 1, seed: 3 });
    const read = JSON.parse(
      execFileSync(
        'python3',
        ['-c', 'import csv,json,sys,io;print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(),newline="")))))'],
        {
          input: csvOf(transcript ?? talk),
          encoding: 'utf8',
        },
      ),
    ) as string[][];
    expect(read).toHaveLength((transcript ?? talk).segments.length + 1);
    expect(read.every((row) => row.length === 4)).toBe(true);
  });

  it('JSON is the documented shape', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        expect(transcriptSchema.parse(JSON.parse(jsonOf(transcript)))).toEqual(transcript);
      }),
      { numRuns: 50 },
    );
  });

  it('DOCX is read by another program: title, times, speakers and every word', async () => {
    const path = join(folder, 'talk.docx');
    await writeTranscript(talk, 'docx', path);
    const script =
      'import sys,zipfile,xml.etree.ElementTree as E;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;t=E.fromstring(z.read("word/document.xml"));n="{http://schemas.openxmlformats.org/wordprocessingml/2006/main}";print("\\n".join("".join(x.text or "" for x in p.iter(n+"t")) for p in t.iter(n+"p")))';
    const text = execFileSync('python3', ['-c', script, path], { encoding: 'utf8' });
    expect(text.trim().split('\n')).toEqual([
      'talk.wav',
      '[0:00] Anna Good morning. How are you?',
      '[0:02] Ben =HYPERLINK("http://x") *hello* <b>',
    ]);
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  if (!office) console.warn('Skipped: LibreOffice is not on this machine, so it does not open the DOCX.');
  it.skipIf(!office)(
    'DOCX is opened by LibreOffice',
    async () => {
      const path = join(folder, 'office.docx');
      await writeTranscript(talk, 'docx', path);
      execFileSync('soffice', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, path]);
      expect(execFileSync('cat', [join(folder, 'office.txt')], { encoding: 'utf8' })).toContain('Good morning. How are you?');
    },
    60_000,
  );
});
