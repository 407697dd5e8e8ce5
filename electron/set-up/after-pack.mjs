import fs from 'node:fs';
import path from 'node:path';

/**
 * The stand-in runtime brings its own default app; the packaged application must hold only ours.
 * @param {{ appOutDir: string }} packed
 */
export default async function afterPack({ appOutDir }) {
  fs.rmSync(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true });
}
