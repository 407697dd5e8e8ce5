import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app as publicApp } from 'electron';

// What Electron's own default app does for `electron FOLDER`; the stand-in runtime comes without one. The import is awaited
// at the top: a protocol must be registered before the app is ready.
/** @type {typeof publicApp & { setVersion(version: string): void; setAppPath(folder: string): void }} */
const app = /** @type {never} */ (publicApp);
const argument = process.argv.slice(1).find((word) => !word.startsWith('-'));
const folder = path.resolve(argument ?? '.');
const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
Object.assign(process, { defaultApp: true });
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
app.setAppPath(folder);
app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
await import(pathToFileURL(path.join(folder, about.main)).href);
