import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../ipc/derive-ipc.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../ipc/window-schema.ts';

/** The settings of one profile: always complete and valid in memory, saved whole on every change. */
export class SettingsFile {
  readonly #file: string;
  readonly #report: (problem: Problem) => void;
  readonly #listeners = new Set<(settings: Settings) => void>();
  #settings: Settings;

  /** Reads the file; a damaged one is copied to `NAME.broken` before anything can overwrite it. */
  constructor(file: string, report: (problem: Problem) => void) {
    this.#file = file;
    this.#report = report;
    const { settings, damaged } = repairSettings(readText(file));
    this.#settings = settings;
    if (damaged) this.#keepBroken();
  }

  get current(): Settings {
    return this.#settings;
  }

  /** @returns the settings after the change. Unsaved changes hold until Parley quits. */
  change(changes: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): Settings {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    this.#settings = settingsSchema.parse({ ...this.#settings, ...Object.fromEntries(given) });
    this.#save();
    for (const listener of this.#listeners) listener(this.#settings);
    return this.#settings;
  }

  /** Returns its own undoing. */
  onChange(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #save(): void {
    const draft = `${this.#file}.new`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(draft, `${JSON.stringify(this.#settings, null, 2)}\n`, { mode: 0o600, flush: true });
      renameSync(draft, this.#file);
    } catch (failure) {
      this.#report(cannotSave(this.#file, failure));
    }
  }

  #keepBroken(): void {
    try {
      copyFileSync(this.#file, `${this.#file}.broken`);
    } catch (failure) {
      this.#report(cannotSave(this.#file, failure));
      return;
    }
    this.#report({
      id: 'settings-damaged',
      message: 'The settings file was damaged, so what could not be read is back to its default.',
      whatToDo: `The old file is kept as ${this.#file}.broken.`,
    });
  }
}

/** Keeps every good field and gives the others their defaults. @param text the file's content, null if there is no file */
export function repairSettings(text: string | null): { readonly settings: Settings; readonly damaged: boolean } {
  if (text === null) return { settings: DEFAULT_SETTINGS, damaged: false };
  const read = parseObject(text);
  if (read === null) return { settings: DEFAULT_SETTINGS, damaged: true };
  let damaged = Object.keys(read).some((name) => !Object.hasOwn(settingsSchema.shape, name));
  const fields = Object.entries(settingsSchema.shape).map(([name, field]) => {
    const result = field.safeParse(Object.hasOwn(read, name) ? read[name] : DEFAULT_SETTINGS[name as keyof Settings]);
    damaged ||= !result.success;
    return [name, result.success ? result.data : DEFAULT_SETTINGS[name as keyof Settings]];
  });
  return { settings: settingsSchema.parse(Object.fromEntries(fields)), damaged };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Null only if there is no file; one that cannot be read counts as damaged. */
function readText(file: string): string | null {
  if (!existsSync(file)) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function cannotSave(file: string, failure: unknown): Problem {
  const code = (failure as NodeJS.ErrnoException | null)?.code ?? 'unknown';
  return {
    id: 'settings-not-saved',
    message: `Your settings cannot be saved at ${dirname(file)} (${code}); they hold until you quit Parley.`,
    whatToDo: 'Make room there and make the folder writable, or start Parley with --profile=FOLDER.',
  };
}
