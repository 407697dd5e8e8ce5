import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import { APP_PAGE_URL } from '../ipc/trusted-sender.ts';
import { restartDelayMs } from './restart-policy.ts';
import { fitPlace, MIN_WINDOW, readPlace, savePlace } from './window-place.ts';

/** Painted before the page is; the same colours as `renderer/design/tokens.css`. */
const BACKGROUND = { dark: '#14161a', light: '#f7f7f5' } as const;

export interface WindowOptions {
  readonly preload: string;
  readonly placeFile: string;
  readonly isPackaged: boolean;
  readonly hidden: boolean;
  /** Called for every page that starts, before it can send anything. */
  readonly opened: (window: BrowserWindow) => void;
  /** The close button was pressed. Returns true if the window should stay, hidden. */
  readonly closing: () => boolean;
}

/** Every security setting by name, though most are defaults: a test reads them back from the running window. */
export function webPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // The spelling dictionary would be fetched from the network.
    spellcheck: false,
    backgroundThrottling: false,
    devTools: !isPackaged,
  };
}

/** The only place that makes a window. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...fitPlace(
      readPlace(options.placeFile),
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: MIN_WINDOW.width,
    minHeight: MIN_WINDOW.height,
    title: 'Parley',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(options.preload, options.isPackaged),
  });
  window.once('ready-to-show', () => {
    if (!options.hidden) window.show();
  });
  window.on('close', (event) => {
    savePlace(options.placeFile, window.getNormalBounds());
    if (!options.closing()) return;
    event.preventDefault();
    window.hide();
  });
  reloadAfterCrash(window);
  options.opened(window);
  void window.loadURL(APP_PAGE_URL).catch(() => undefined);
  return window;
}

/** Where no page ever begins the program starts all the same. */
const LONGEST_UNTIL_BEGUN_MS = 2000;

/** Resolves when whoever was given `begun` calls it; also when the window is gone, or nobody calls for too long. */
export function whenBegun(window: BrowserWindow, give: (begun: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST_UNTIL_BEGUN_MS);
    const begun = () => {
      clearTimeout(late);
      resolve();
    };
    window.once('closed', begun);
    give(begun);
  });
}

/** Brings the window to the front from wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A page that died is loaded again; one that keeps dying is left as it is. */
function reloadAfterCrash(window: BrowserWindow): void {
  const deathsMs: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    deathsMs.push(Date.now());
    if (restartDelayMs(deathsMs) !== null && !window.isDestroyed()) window.webContents.reload();
  });
}
