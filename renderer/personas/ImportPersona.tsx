import { FileDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { LARGEST_PERSONA_FILE_BYTES, type Persona } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { sentences } from '../sentences.ts';

const words = sentences.personas;

/** Takes a persona from a file; one that is too large is never read. */
export function ImportPersona({ imported }: { imported: (persona: Persona, warnings: readonly string[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    setProblem(null);
    if (file === undefined) return;
    if (file.size > LARGEST_PERSONA_FILE_BYTES) return setProblem(words.tooLarge);
    const text = await file.text().catch(() => null);
    if (text === null) return setProblem(words.unreadable);
    const read = await ask((client) => client.importPersona({ text }));
    if (read !== undefined) imported(read.persona, read.warnings);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.import}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          void take(file).finally(() => {
            // The same file may be chosen again after it was mended.
            target.value = '';
          });
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        <FileDown size={16} aria-hidden /> {words.import}
      </button>
      {problem !== null && (
        <p className="persona-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
