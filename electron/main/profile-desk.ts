import { copyFileSync, existsSync } from 'node:fs';
import type { Problem } from '../ipc/derive-ipc.ts';
import { DEFAULT_ENGINE_PREFERENCES } from '../ipc/engine-schema.ts';
import type { Profiles, Settings } from '../ipc/window-schema.ts';
import { emptyFurther, emptyProfile, profileFiles } from './profile-files.ts';
import { ProfileList } from './profile-list.ts';
import { type DataKey, type Keyring, openDataKey } from './secrets.ts';
import { ServiceKeys } from './service-keys.ts';
import { SettingsFile } from './settings-file.ts';

export interface ProfileDeskWays {
  /** Everything of all profiles lies here; the first one's things directly in it. */
  readonly root: string;
  keyring(): Keyring | null;
  /** Ends the conversation, waits for `between`, and begins another. */
  restartConversation(between: () => Promise<void>): Promise<void>;
  /** Another profile or its settings. */
  settingsChanged(settings: Settings): void;
  profilesChanged(profiles: Profiles): void;
  report(problem: Problem): void;
}

/** The profile that is open, and the ways to others. One switch at a time. */
export class ProfileDesk {
  readonly #ways: ProfileDeskWays;
  readonly #list: ProfileList;
  #settings: SettingsFile;
  #keys: ServiceKeys;
  #dataKey: DataKey | null = null;
  #switching: Promise<void> = Promise.resolve();

  constructor(ways: ProfileDeskWays) {
    this.#ways = ways;
    this.#list = new ProfileList(ways.root, ways.report);
    this.#settings = this.#openSettings();
    this.#keys = new ServiceKeys(this.files.serviceKeys);
  }

  get profiles(): Profiles {
    return this.#list.profiles;
  }

  get settings(): SettingsFile {
    return this.#settings;
  }

  /** The keys of services that the open profile uses. */
  get keys(): ServiceKeys {
    return this.#keys;
  }

  get files(): ReturnType<typeof profileFiles> {
    return profileFiles(this.#list.folderOf(this.#list.current.id));
  }

  /** Null before `openKey`. */
  get dataKey(): DataKey | null {
    return this.#dataKey;
  }

  /** Asks the keyring for the open profile's key, which may ask the user. */
  async openKey(): Promise<void> {
    emptyFurther(this.files.folder);
    this.#dataKey = await openDataKey(this.files.dataKey, this.#ways.keyring());
    for (const problem of [this.#dataKey.problem, this.#keys.unlock(this.#dataKey)]) if (problem !== null) this.#ways.report(problem);
  }

  /** The passphrase opened it: a restart of the conversation within this run needs none. */
  unlocked(key: string): void {
    this.#dataKey = { key, origin: 'passphrase', problem: null };
    const problem = this.#keys.unlock(this.#dataKey);
    if (problem !== null) this.#ways.report(problem);
  }

  /** @throws ProblemError, like all below */
  add(name: string): Profiles {
    const { id } = this.#list.add(name);
    this.#takeMachineAlong(profileFiles(this.#list.folderOf(id)).settings);
    return this.#told();
  }

  rename(id: string, name: string): Profiles {
    this.#list.rename(id, name);
    return this.#told();
  }

  remove(id: string): Profiles {
    this.#list.remove(id);
    return this.#told();
  }

  async switchTo(id: string): Promise<Profiles> {
    await this.#afterOthers(() => this.#switch(id));
    return this.profiles;
  }

  /** Everything the open profile kept, but not its settings: the key first, so that no copy of the rest can be read. */
  async deleteEverything(): Promise<void> {
    await this.#afterOthers(() =>
      this.#ways.restartConversation(async () => {
        emptyProfile(this.files.folder);
        await this.openKey();
      }),
    );
  }

  /** By a spoken name. @returns the profile to switch to; null when it is open already or there is none */
  asked(name: string): string | null {
    const profile = this.#list.named(name);
    return profile === null || profile.id === this.profiles.currentId ? null : profile.id;
  }

  async #afterOthers(work: () => Promise<void>): Promise<void> {
    const turn = this.#switching.then(work);
    // One that failed does not keep later ones from being tried.
    this.#switching = turn.catch(() => undefined);
    await turn;
  }

  async #switch(id: string): Promise<void> {
    if (id === this.profiles.currentId) return;
    await this.#ways.restartConversation(async () => {
      this.#list.choose(id);
      this.#settings = this.#openSettings();
      this.#keys = new ServiceKeys(this.files.serviceKeys);
      await this.openKey();
      this.#ways.settingsChanged(this.#settings.current);
      this.#told();
    });
  }

  #openSettings(): SettingsFile {
    const settings = new SettingsFile(this.files.settings, this.#ways.report);
    settings.onChange(this.#ways.settingsChanged);
    return settings;
  }

  /** Devices and keys belong to the computer; who is welcomed and who one talks to, to the person. */
  #takeMachineAlong(file: string): void {
    if (existsSync(this.files.settings)) copyFileSync(this.files.settings, file);
    new SettingsFile(file, this.#ways.report).change({
      ...{ welcomed: false, personaId: 'nova', screenshotProtection: false },
      engines: DEFAULT_ENGINE_PREFERENCES,
    });
  }

  #told(): Profiles {
    this.#ways.profilesChanged(this.profiles);
    return this.profiles;
  }
}
