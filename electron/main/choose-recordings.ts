import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';

/** Endings that the dialog shows first; everything else can be chosen too, and is read by its content. */
const ENDINGS = 'wav mp3 m4a m4b aac ogg oga opus flac webm mp4 m4v mov mkv mka aif aiff wma'.split(' ');

/** Asks for recordings with the system's own dialog. @returns absolute paths; empty when the person changed their mind */
export async function chooseRecordings(window: BrowserWindow, what: 'files' | 'folder'): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: what === 'files' ? 'Choose recordings' : 'Choose a folder of recordings',
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
    filters: [
      { name: 'Sound and video', extensions: ENDINGS },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return filePaths;
}

/** Asks where the sound of a recording should go. @returns null when the person changed their mind */
export async function chooseSoundPlace(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the sound',
    defaultPath: basename(name),
    filters: [{ name: 'WAV', extensions: ['wav'] }],
  });
  return canceled || filePath === '' ? null : filePath;
}
