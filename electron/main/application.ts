import { join } from 'node:path';
import { app, type BrowserWindow, globalShortcut, nativeTheme, powerMonitor, safeStorage, shell, systemPreferences } from 'electron';
import { modelFolder } from '../../models/model-folder.ts';
import { type Log, openLog } from '../diagnostics/log.ts';
import { problemOf } from '../ipc/derive-ipc.ts';
import type { EngineAccess, EnginePreferences, MaskedKey } from '../ipc/engine-schema.ts';
import type { Settings } from '../ipc/window-schema.ts';
import { AskedProfile } from './asked-profile.ts';
import { chooseRecordings, chooseSoundPlace } from './choose-recordings.ts';
import type { Flags } from './command-line-flags.ts';
import { ConversationProcess } from './conversation-process.ts';
import { connectWindow, forkConversation } from './fork-conversation.ts';
import { type Pane, setupMenu } from './menu.ts';
import { showNotification, showTrayHint } from './notifications.ts';
import { Problems } from './problems.ts';
import { ProfileDesk } from './profile-desk.ts';
import { programFolders, sharedFolders } from './program-folders.ts';
import { PushToTalk } from './push-to-talk.ts';
import { RecordingsProgress } from './recordings-progress.ts';
import { ScreenshotProtection } from './screenshot-protection.ts';
import { type Keyring, openKeyring } from './secrets.ts';
import type { ServiceKeys } from './service-keys.ts';
import type { SystemSound } from './system-sound.ts';
import { setupTray, type TrayState } from './tray.ts';
import { serveWindowRequests, takeOfferedFiles, type WindowEmit } from './window-requests.ts';
import { bringToFront, openWindow, whenBegun } from './windows.ts';

/** Everything that runs while Parley runs, and how its parts tell each other. Each part lies in a file of its own name. */
export class Application {
  readonly #flags: Flags;
  readonly #systemSound: SystemSound;
  readonly #program = programFolders();
  readonly #shared = sharedFolders();
  readonly #log: Log = openLog(this.#shared.mainLog);
  readonly #problems = new Problems();
  readonly #profiles: ProfileDesk;
  readonly #askedProfile = new AskedProfile((id) => this.#switchProfile(id));
  readonly #screenshots = new ScreenshotProtection(process.platform, (state) => this.#emit?.('screenshotProtection', state));
  readonly #talkKey: PushToTalk;
  readonly #conversation: ConversationProcess;
  #keyring: Keyring | null = null;
  readonly #recordings = new RecordingsProgress({
    window: () => this.#window,
    setBadge: (count) => void app.setBadgeCount(count),
    notify: showNotification,
    show: (recordingId) => this.show('recordings', recordingId),
  });
  #window: BrowserWindow | null = null;
  #emit: WindowEmit | null = null;
  /** The newest window's page is painted. */
  #pageBegins: Promise<void> = Promise.resolve();
  #begun: () => void = () => undefined;
  #showTray: ((state: TrayState) => void) | null = null;
  #trayState: TrayState;
  #quitting = false;
  /** It asked for its partners: what is told it from now on is heard. */
  #pageListens = false;
  /** Asked for before there was a page to show it. */
  #paneAsked: Pane | null = null;
  #toldEngines = '';

  constructor(flags: Flags, systemSound: SystemSound) {
    this.#flags = flags;
    this.#systemSound = systemSound;
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
    this.#profiles = new ProfileDesk({
      root: this.#shared.root,
      keyring: () => this.#keyring,
      restartConversation: (between) => this.#conversation.restart(between),
      settingsChanged: (settings) => this.#followSettings(settings),
      profilesChanged: (profiles) => {
        this.#emit?.('profiles', profiles);
        this.#conversation.profilesChanged(profiles);
        this.#changeTray({ profiles });
      },
      report: this.#problems.report,
    });
    const { profiles } = this.#profiles;
    this.#trayState = {
      presence: 'starting',
      capturing: false,
      microphone: 'closed',
      personaName: 'Parley',
      personas: [],
      profiles,
      engines: [],
    };
  }

  /**
   * Opens the window first, and waits until its page is painted: this process serves the page's files and shows its first picture, and
   * whatever else it does meanwhile keeps both waiting. The keyring may ask the user, the key hook and the conversation need their time.
   */
  async start(): Promise<void> {
    this.#followSettings(this.#profiles.settings.current);
    this.#openWindow(this.#flags.hidden);
    await this.#pageBegins;
    this.#log.info('started', { version: app.getVersion(), electron: process.versions.electron });
    this.#setupTrayAndMenu();
    this.#keyring = await openKeyring(safeStorage, process.platform);
    await this.#profiles.openKey();
    this.#conversation.start();
    this.#watchMachine();
    this.#applyFlags(this.#flags);
  }

  #setupTrayAndMenu(): void {
    this.#showTray = setupTray(this.#program.icons, {
      show: () => this.show(null),
      toggleTalk: () => this.toggleTalk(),
      switchPersona: (id) => this.#conversation.switchPersona(id),
      switchProfile: (id) => this.#switchProfile(id),
      switchEngine: (engineId) => this.#changeEngines({ engineId }),
      showSettings: () => this.show('settings'),
      quit: () => app.quit(),
    });
    this.#changeTray({});
    setupMenu(
      { show: (pane) => this.show(pane), toggleTalk: () => this.toggleTalk(), quit: () => app.quit() },
      { isPackaged: app.isPackaged, platform: process.platform },
    );
  }

  /** A second start of Parley asked for something. */
  asked(flags: Flags): void {
    if (!flags.hidden && !flags.toggleTalk && !flags.cancel) this.show(null);
    this.#applyFlags(flags);
  }

  show(pane: Pane | null, recordingId?: string): void {
    if (this.#window === null) this.#openWindow(false);
    else bringToFront(this.#window);
    if (pane === null) return;
    if (this.#pageListens) this.#emit?.('show', { pane, ...(recordingId === undefined ? {} : { recordingId }) });
    else this.#paneAsked = pane;
  }

  /** Recordings that the system, the command line or the person at the window handed over. */
  offerFiles(paths: readonly string[]): void {
    const files = paths.filter((path) => path !== app.getAppPath());
    if (files.length === 0) return;
    this.#conversation.offerFiles(files);
    this.show('recordings');
  }

  toggleTalk(): void {
    this.#emit?.('toggleTalk', undefined);
  }

  /** Saves and ends the conversation; after it nothing can be lost. */
  async close(): Promise<void> {
    this.#quitting = true;
    this.#talkKey.close();
    await this.#askedProfile.close();
    await this.#conversation.shutDown();
  }

  #applyFlags(flags: Flags): void {
    if (flags.toggleTalk) this.toggleTalk();
    if (flags.cancel) this.#conversation.cancel();
    this.offerFiles(flags.files);
  }

  #openWindow(hidden: boolean): void {
    const window = openWindow({
      preload: this.#program.preload,
      placeFile: this.#shared.windowPlace,
      isPackaged: app.isPackaged,
      hidden,
      opened: (opened) => this.#serve(opened),
      closing: () => this.#closesToTray(),
    });
    this.#window = window;
    this.#screenshots.protect(window);
    this.#recordings.draw();
    window.webContents.on('did-navigate', () => (this.#pageListens = false));
    this.#pageBegins = whenBegun(window, (begun) => (this.#begun = begun)).then(() => {
      if (window.isDestroyed()) return;
      // The icon is read and the native key library loaded after the first paint: a start does not wait for them (40 and 30 ms).
      window.setIcon(join(this.#program.icons, 'icon.png'));
      this.#talkKey.choose(this.#profiles.settings.current.globalKey);
    });
    const windowId = window.id;
    window.once('closed', () => {
      this.#window = this.#emit = null;
      this.#pageListens = false;
      this.#screenshots.protect(null);
      this.#conversation.forgetWindow(windowId);
    });
  }

  #serve(window: BrowserWindow): void {
    const emit = serveWindowRequests(
      window,
      {
        readSettings: () => {
          // The first that a page asks, behind its first picture.
          this.#begun();
          this.#problems.tellTo((problem) => this.#emit?.('problem', problem));
          return this.#profiles.settings.current;
        },
        changeSettings: (changes) => this.#profiles.settings.change(changes),
        readGlobalKey: () => this.#talkKey.choose(this.#profiles.settings.current.globalKey),
        showMicrophone: ({ state }) => this.#changeTray({ microphone: state }),
        askForMicrophone: async () => {
          if (process.platform !== 'darwin') return 'granted';
          return (await systemPreferences.askForMediaAccess('microphone')) ? 'granted' : 'denied';
        },
        allowSystemSound: () => this.#systemSound.allow(),
        readMachine: () => ({
          version: app.getVersion(),
          electron: process.versions.electron ?? '',
          profileFolder: this.#profiles.files.folder,
          modelFolder: modelFolder(),
          logFile: this.#shared.mainLog,
          keyring: this.#keyring?.backend ?? 'none',
        }),
        showLog: () => shell.showItemInFolder(this.#shared.mainLog),
        listProfiles: () => this.#profiles.profiles,
        addProfile: ({ name }) => this.#profiles.add(name),
        renameProfile: ({ id, name }) => this.#profiles.rename(id, name),
        switchProfile: ({ id }) => this.#profiles.switchTo(id),
        removeProfile: ({ id }) => this.#profiles.remove(id),
        chooseRecordings: async ({ what }) => this.offerFiles(await chooseRecordings(window, what)),
        saveSound: async ({ id, name }) => {
          const path = await chooseSoundPlace(window, name);
          if (path !== null) await this.#conversation.saveSound(id, path);
        },
        deleteEverything: () => this.#profiles.deleteEverything(),
        listKeys: () => this.#profiles.keys.masked(),
        saveKey: ({ service, key }) => this.#changeKeys((keys) => keys.set(service, key)),
        removeKey: ({ service }) => this.#changeKeys((keys) => keys.remove(service)),
        readScreenshotProtection: () => this.#screenshots.state,
        connectConversation: () => {
          this.#conversation.connectWindow(window.id);
          this.#pageListens = true;
          this.#emit?.('conversationProcess', this.#conversation.state);
          if (this.#paneAsked !== null) this.#emit?.('show', { pane: this.#paneAsked });
          this.#paneAsked = null;
        },
      },
      () => this.#log.warn('message-refused'),
    );
    takeOfferedFiles(
      window,
      (paths) => this.offerFiles(paths),
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
        if (state.state !== 'running') {
          this.#changeTray({ presence: 'unavailable', capturing: false });
          this.#recordings.underWay({ open: 0, share: null });
          this.#screenshots.converse('kept');
        }
        this.#emit?.('conversationProcess', state);
      },
      presence: (presence) => {
        this.#changeTray(presence);
        this.#askedProfile.presence(presence.presence);
      },
      personas: (personas) => this.#changeTray(personas),
      engines: (engines) => this.#changeTray(engines),
      unlocked: (key) => {
        this.#profiles.unlocked(key);
        this.#emit?.('keys', this.#profiles.keys.masked());
        this.#conversation.enginesChanged(this.#engineAccess());
      },
      settingsChanged: ({ engineId, ...changes }) => {
        this.#profiles.settings.change(changes);
        if (engineId !== undefined) this.#changeEngines({ engineId });
      },
      conversationKind: (kind) => this.#screenshots.converse(kind),
      profileAsked: (name) => this.#askedProfile.ask(this.#profiles.asked(name)),
      recordingsUnderWay: (jobs) => this.#recordings.underWay(jobs),
      recordingEnded: (job) => this.#recordings.ended(job),
      notice: (notice) => this.#log.info('notice', { id: notice.id, severity: notice.severity }),
      died: (exitCode) => this.#log.error('conversation-process-died', { exitCode }),
      nowMs: () => performance.now(),
    };
  }

  #conversationSetup(): ReturnType<ConstructorParameters<typeof ConversationProcess>[0]['setup']> {
    const key = this.#profiles.dataKey;
    if (key === null) throw new Error('The conversation process was started before the key was there');
    const { personaId, talkMode, volume, rate } = this.#profiles.settings.current;
    return {
      profileFolder: this.#profiles.files.folder,
      modelFolder: modelFolder(),
      logFile: this.#profiles.files.conversationLog,
      dataKey: key.key,
      keyOrigin: key.origin,
      personaId,
      talkMode,
      volume,
      rate,
      locale: app.getLocale() || 'en-US',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      profiles: this.#profiles.profiles,
      engines: this.#engineAccess(),
    };
  }

  /** Asked for outside the window: whatever goes wrong is told there. */
  #switchProfile(id: string): void {
    void this.#profiles.switchTo(id).catch((failure) => this.#problems.report(problemOf(failure)));
  }

  #engineAccess(): EngineAccess {
    return { ...this.#profiles.settings.current.engines, keys: this.#profiles.keys.all };
  }

  #changeEngines(changes: Partial<EnginePreferences>): void {
    const { settings } = this.#profiles;
    settings.change({ engines: { ...settings.current.engines, ...changes } });
  }

  #changeKeys(change: (keys: ServiceKeys) => void): MaskedKey[] {
    try {
      change(this.#profiles.keys);
    } finally {
      // Saved or not, it holds for this run.
      this.#conversation.enginesChanged(this.#engineAccess());
    }
    const masked = this.#profiles.keys.masked();
    this.#emit?.('keys', masked);
    return masked;
  }

  #followSettings(settings: Settings): void {
    nativeTheme.themeSource = settings.appearance;
    this.#screenshots.want(settings.screenshotProtection);
    this.#emit?.('settings', settings);
    this.#followEngines(settings.engines);
    if (this.#window !== null && !this.#window.webContents.isLoading()) this.#talkKey.choose(settings.globalKey);
  }

  /** Other settings change often, and none of them concerns a line. */
  #followEngines(engines: EnginePreferences): void {
    const told = JSON.stringify(engines);
    if (told === this.#toldEngines) return;
    this.#toldEngines = told;
    this.#conversation.enginesChanged(this.#engineAccess());
  }

  #changeTray(change: Partial<TrayState>): void {
    this.#trayState = { ...this.#trayState, ...change };
    this.#showTray?.(this.#trayState);
  }

  /** Without a tray nobody could get a hidden window back, so there closing quits. */
  #closesToTray(): boolean {
    if (this.#quitting || this.#showTray === null) return false;
    if (!this.#profiles.settings.current.trayHintShown) {
      showTrayHint();
      this.#profiles.settings.change({ trayHintShown: true });
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
