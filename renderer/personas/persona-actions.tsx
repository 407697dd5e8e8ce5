import { FileUp, Volume2 } from 'lucide-react';
import type { PersonaDraft } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { sentences } from '../sentences.ts';
import { saveFile } from '../shell/save-file.ts';

const words = sentences.personas;

/** Says the greeting in the voice as it is set right now, saved or not. */
export function SayHello({ draft, disabled = false }: { draft: PersonaDraft; disabled?: boolean }) {
  return (
    <button type="button" className="button" disabled={disabled} onClick={() => void ask((client) => client.tryPersona({ draft }))}>
      <Volume2 size={16} aria-hidden /> {words.hello}
    </button>
  );
}

export function ExportPersona({ id }: { id: string }) {
  const save = async () => {
    const file = await ask((client) => client.exportPersona({ id }));
    if (file !== undefined) saveFile(file.fileName, file.text, 'application/json');
  };
  return (
    <button type="button" className="button" onClick={() => void save()}>
      <FileUp size={16} aria-hidden /> {words.export}
    </button>
  );
}
