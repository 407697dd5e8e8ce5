import { ipcRenderer, webUtils } from 'electron';
import { OFFERED_FILES_CHANNEL } from '../ipc/window-schema.ts';

/**
 * What a person drops on the window or pastes goes to main by its path, which the page never learns and can never name:
 * files that scripts make have none, and events that they make are not trusted.
 */
export function watchOfferedFiles(): void {
  window.addEventListener('drop', (event) => offer(event, event.dataTransfer));
  window.addEventListener('paste', (event) => offer(event, event.clipboardData));
}

function offer(event: Event, data: DataTransfer | null): void {
  if (!event.isTrusted) return;
  const paths = [...(data?.files ?? [])].map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  if (paths.length === 0) return;
  event.preventDefault();
  ipcRenderer.send(OFFERED_FILES_CHANNEL, paths);
}
