import { join } from 'node:path';
import { app, type BrowserWindow, globalShortcut, nativeTheme, powerMonitor, safeStorage, shell, systemPreferences } from 'electron';
import { modelFolder } from '../../models/model-folder.ts';
import { type Log, openLog } from '../diagnostics/log.ts';
import type { Settings } from '../ipc/window-schema.ts';
import type { Flags } from './command-line-flags.ts';
import { ConversationProcess } from './conversation-process.ts';
import { connectWindow, forkConversation } from './fork-conversation.ts';
import { type Pane, setupMenu } from './menu.ts';
import { Problems } from './problems.ts';
import { profileFolders, programFolders } from './program-folders.ts';
import { PushToTalk } from './push-to-talk.ts';
import { type DataKey, openDataKey, openKeyring } from './secrets.ts';
import { SettingsFile } from './settings-file.ts';
import { setupTray, type TrayState } from './tray.ts';
import { showTrayHint } from './tray-hint.ts';
import { serveWindowRequests, type WindowEmit } from './window-requests.ts';
import { bringToFront, openWindow } from './windows.ts';

/** Everything that runs while Parley runs, and how its parts tell each other. Each part lies in a file of its own name. */
export class Application {
  readonly #flags: Flags;
  readonly #program = programFolders();
  readonly #profile = profileFolders();
  readonly #log: Log = openLog(this.#profile.mainLog);
  readonly #problems = new Problems();
  readonly #settings = new SettingsFile(this.#profile.settings, this.#problems.report);
  readonly #talkKey: PushToTalk;
  readonly #conversation: ConversationProcess;
  #dataKey: DataKey | null = null;
  #keyringName = 'none';
  #window: BrowserWindow | null = null;
  #emit: WindowEmit | null = null;
  #showTray: ((state: TrayState) => void) | null = null;
  #trayState: TrayState = { presence: 'starting', capturing: false, microphone: 'closed', personaName: 'Parley' };
  #quitting = false;

  constructor(flags: Flags) {
    this.#flags = flags;
    this.#talkKey = new PushToTalk({
      place: () => ({
        platform: process.platform,
        environment: process.env,
        accessibilityGranted: process.platform !== 'darwin' || systemPreferences.isTrustedAccessibilityClient(false),
      }),
      shortcuts: globalShortcut,
      tell: (direction) => this.#conversation.globalKey(direction),
    });
    this.#conversation = new ConversationProcess(this.#conversationWays());
  }

  /** Opens the window first: the keyring may ask the user, the key hook and the conversation need their time. */
  async start(): Promise<void> {
    this.#log.info('started', { version: app.getVersion(), electron: process.versions.electron });
    this.#showTray = setupTray(this.#program.icons, {
      show: () => this.show(null),
      toggleTalk: () => this.toggleTalk(),
      showSettings: () => this.show('settings'),
      quit: () => app.quit(),
    });
    this.#changeTray({});
    setupMenu(
      { show: (pane) => this.show(pane), toggleTalk: () => this.toggleTalk(), quit: () => app.quit() },
      { isPackaged: app.isPackaged, platform: process.platform },
    );
    this.#followSettings(this.#settings.current);
    this.#openWindow(this.#flags.hidden);
    const keyring = await openKeyring(safeStorage, process.platform);
    this.#keyringName = keyring?.backend ?? 'none';
    this.#dataKey = await openDataKey(this.#profile.dataKey, keyring);
    if (this.#dataKey.problem !== null) this.#problems.report(this.#dataKey.problem);
    this.#conversation.start();
    this.#settings.onChange((settings) => this.#followSettings(settings));
    this.#watchMachine();
    this.#applyFlags(this.#flags);
  }

  /** A second start of Parley asked for something. */
  asked(flags: Flags): void {
    if (!flags.hidden && !flags.toggleTalk && !flags.cancel) this.show(null);
    this.#applyFlags(flags);
  }

  show(pane: Pane | null): void {
    if (this.#window === null) this.#openWindow(false);
    else bringToFront(this.#window);
    if (pane !== null) this.#emit?.('show', { pane });
  }

  toggleTalk(): void {
    this.#emit?.('toggleTalk', undefined);
  }

  /** Saves and ends the conversation; after it nothing can be lost. */
  async close(): Promise<void> {
    this.#quitting = true;
    this.#talkKey.close();
    await this.#conversation.shutDown();
  }

  #applyFlags(flags: Flags): void {
    if (flags.toggleTalk) this.toggleTalk();
    if (flags.cancel) this.#conversation.cancel();
  }

  #openWindow(hidden: boolean): void {
    const window = openWindow({
      preload: this.#program.preload,
      icon: join(this.#program.icons, 'icon.png'),
      placeFile: this.#profile.windowPlace,
      isPackaged: app.isPackaged,
      hidden,
      opened: (opened) => this.#serve(opened),
      closing: () => this.#closesToTray(),
    });
    this.#window = window;
    // The native key library is loaded after the first paint: a start does not wait for it.
    window.webContents.once('did-finish-load', () => this.#talkKey.choose(this.#settings.current.globalKey));
    const windowId = window.id;
    window.once('closed', () => {
      this.#window = this.#emit = null;
      this.#conversation.forgetWindow(windowId);
    });
  }

  #serve(window: BrowserWindow): void {
    const emit = serveWindowRequests(
      window,
      {
        readSettings: () => {
          this.#problems.tellTo((problem) => this.#emit?.('problem', problem));
          return this.#settings.current;
        },
        changeSettings: (changes) => this.#settings.change(changes),
        readGlobalKey: () => this.#talkKey.choose(this.#settings.current.globalKey),
        showMicrophone: ({ state }) => this.#changeTray({ microphone: state }),
        askForMicrophone: async () => {
          if (process.platform !== 'darwin') return 'granted';
          return (await systemPreferences.askForMediaAccess('microphone')) ? 'granted' : 'denied';
        },
        readMachine: () => ({
          version: app.getVersion(),
          electron: process.versions.electron ?? '',
          profileFolder: this.#profile.profile,
          modelFolder: modelFolder(),
          logFile: this.#profile.mainLog,
          keyring: this.#keyringName,
        }),
        showLog: () => shell.showItemInFolder(this.#profile.mainLog),
        connectConversation: () => {
          this.#conversation.connectWindow(window.id);
          this.#emit?.('conversationProcess', this.#conversation.state);
        },
      },
      () => this.#log.warn('message-refused'),
    );
    this.#emit = emit;
  }

  #conversationWays(): ConstructorParameters<typeof ConversationProcess>[0] {
    return {
      fork: () => forkConversation(this.#program.conversationProcess),
      setup: () => this.#conversationSetup(),
      connectWindow,
      stateChanged: (state) => {
        this.#log.info('conversation-process', { state: state.state, problem: state.problem?.id ?? null });
        if (state.state !== 'running') this.#changeTray({ presence: 'unavailable', capturing: false });
        this.#emit?.('conversationProcess', state);
      },
      presence: (presence) => this.#changeTray(presence),
      unlocked: (key) => {
        this.#dataKey = { key, origin: 'passphrase', problem: null };
      },
      settingsChanged: (changes) => void this.#settings.change(changes),
      notice: (notice) => this.#log.info('notice', { id: notice.id, severity: notice.severity }),
      died: (exitCode) => this.#log.error('conversation-process-died', { exitCode }),
      nowMs: () => performance.now(),
    };
  }

  #conversationSetup(): ReturnType<ConstructorParameters<typeof ConversationProcess>[0]['setup']> {
    const key = this.#dataKey;
    if (key === null) throw new Error('The conversation process was started before the key was there');
    const { personaId, talkMode, volume, rate } = this.#settings.current;
    return {
      profileFolder: this.#profile.profile,
      modelFolder: modelFolder(),
      logFile: this.#profile.conversationLog,
      dataKey: key.key,
      keyOrigin: key.origin,
      personaId,
      talkMode,
      volume,
      rate,
      locale: app.getLocale() || 'en-US',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  }

  #followSettings(settings: Settings): void {
    nativeTheme.themeSource = settings.appearance;
    this.#emit?.('settings', settings);
    if (this.#window !== null && !this.#window.webContents.isLoading()) this.#talkKey.choose(settings.globalKey);
  }

  #changeTray(change: Partial<TrayState>): void {
    this.#trayState = { ...this.#trayState, ...change };
    this.#showTray?.(this.#trayState);
  }

  /** Without a tray nobody could get a hidden window back, so there closing quits. */
  #closesToTray(): boolean {
    if (this.#quitting || this.#showTray === null) return false;
    if (!this.#settings.current.trayHintShown) {
      showTrayHint();
      this.#settings.change({ trayHintShown: true });
    }
    return true;
  }

  #watchMachine(): void {
    powerMonitor.on('resume', () => this.#conversation.wake());
    // The key's release is not seen behind a lock screen or during sleep.
    powerMonitor.on('suspend', () => this.#talkKey.release());
    powerMonitor.on('lock-screen', () => this.#talkKey.release());
  }
}
