import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { LONGEST_IMPORT } from '../../electron/ipc/memory-schema.ts';
import { ask, askHere } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { saveFile } from '../shell/save-file.ts';

const words = sentences.people;
/** A character of UTF-8 has at most four bytes. */
const LONGEST_FILE_BYTES = LONGEST_IMPORT * 4;

interface Report {
  readonly words: string;
  readonly problems: readonly string[];
}

/** Names out of a spreadsheet, and into one. `imported` is told when cards may have changed. */
export function NamesFile({ imported, hasCards }: { imported: () => void; hasCards: boolean }) {
  const picker = useRef<HTMLInputElement>(null);
  const [report, setReport] = useState<Report | null>(null);
  const take = async (file: File | undefined) => {
    if (picker.current !== null) picker.current.value = '';
    if (file === undefined) return;
    setReport(await importFile(file));
    imported();
  };
  const give = async () => {
    const answer = await ask((client) => client.exportNameCards(undefined));
    // Spreadsheets take a file for UTF-8 only with a byte-order mark.
    if (answer !== undefined) saveFile(words.exportFile, `\uFEFF${answer.csv}`, 'text/csv');
  };
  return (
    <section className="card">
      <div className="choices start">
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          <Upload size={16} aria-hidden /> {words.import}
        </button>
        <button type="button" className="button" disabled={!hasCards} onClick={() => void give()}>
          <Download size={16} aria-hidden /> {words.export}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,text/csv"
          aria-label={words.import}
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </div>
      <div className="told" role="status">
        {report !== null && <p>{report.words}</p>}
        {report !== null && report.problems.length > 0 && (
          <ul className="problems">
            {report.problems.map((problem) => (
              <li key={problem}>
                <bdi>{problem}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

async function importFile(file: File): Promise<Report> {
  const tooLarge = { words: fill(words.tooLarge, { most: LONGEST_IMPORT.toLocaleString() }), problems: [] };
  if (file.size > LONGEST_FILE_BYTES) return tooLarge;
  const csv = await readUtf8(file);
  if (csv === null) return { words: words.unreadable, problems: [] };
  if (csv.length > LONGEST_IMPORT) return tooLarge;
  const answer = await askHere((client) => client.importNameCards({ csv }));
  if ('result' in answer)
    return {
      words: fill(words.imported, { added: answer.result.added, changed: answer.result.changed }),
      problems: answer.result.problems,
    };
  return { words: answer.problem === null ? words.nobody : `${answer.problem.message} ${answer.problem.whatToDo}`, problems: [] };
}

/** @returns null when the bytes are no UTF-8: a guess would spoil every name with an accent */
async function readUtf8(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
