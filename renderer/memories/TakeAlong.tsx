import { Download } from 'lucide-react';
import { ask } from '../conversation/connection.ts';
import { DeleteEverything } from '../history/DeleteEverything.tsx';
import { sentences } from '../sentences.ts';
import { saveFile } from '../shell/save-file.ts';

const words = sentences.memory;
const FORMATS = {
  json: { label: words.exportJson, ending: 'json', type: 'application/json' },
  markdown: { label: words.exportMarkdown, ending: 'md', type: 'text/markdown' },
} as const;

/** Everything that is known, as a file; and the end of all of it. */
export function TakeAlong({ deleted }: { deleted: () => void }) {
  const give = async (format: keyof typeof FORMATS) => {
    const answer = await ask((client) => client.exportMemory({ format }));
    const { ending, type } = FORMATS[format];
    if (answer !== undefined) saveFile(`${words.exportFile}.${ending}`, answer.text, type);
  };
  return (
    <section className="card" aria-label={words.take}>
      <h3>{words.take}</h3>
      <div className="choices start">
        {(['json', 'markdown'] as const).map((format) => (
          <button key={format} type="button" className="button" onClick={() => void give(format)}>
            <Download size={16} aria-hidden /> {FORMATS[format].label}
          </button>
        ))}
      </div>
      <div className="choices start">
        <DeleteEverything done={deleted} />
      </div>
    </section>
  );
}
