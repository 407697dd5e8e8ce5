import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelFolder } from '../../models/model-folder.ts';
import type { ProgramFolders } from '../conversation/session/open-conversation.ts';

/**
 * Where the running program's parts lie. Entries are `out/main/*.js`; in a packaged application files that native code
 * or threads open must come from beside the archive, not from inside it.
 * @param entry `import.meta.url` of the entry file
 */
export function programFolders(entry: string = import.meta.url): ProgramFolders {
  const out = outFolder(dirname(fileURLToPath(entry)));
  const root = dirname(out);
  return {
    models: modelFolder(),
    workers: join(out, 'main', 'workers'),
    assets: join(root, 'assets'),
    voiceActivity: join(out, 'main', 'voice-activity', 'silero_vad_v5.onnx'),
  };
}

/** Built files lie in `out/main` or `out/main/chunks`. */
function outFolder(folder: string): string {
  const index = folder.lastIndexOf(`${join('out', 'main')}`);
  if (index === -1) throw new Error(`Parley runs from its built files (out/main), not from ${folder}. Run: npm run build`);
  return join(folder.slice(0, index), 'out');
}
