import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LARGEST_MENU_FILE_BYTES, MENU_VERSION, type Menu, menuSchema } from '../../ipc/menu-schema.ts';
import { CanvasProblem } from './canvas-problem.ts';

/** Where imported menus are kept. */
export interface MenuDocuments {
  newest(kind: 'menu', limit: number): readonly unknown[];
  put(kind: 'menu', id: string, document: unknown, words: string): void;
  remove(...ids: readonly string[]): void;
}

/** The one imported menu; a second one replaces it. */
const ID = 'menu';

/** The menu that orders are taken from: the imported one, else the one that ships with Parley. */
export class MenuBook {
  readonly #builtIn: Menu;
  readonly #documents: () => MenuDocuments;
  /** Read once a store: it is asked for at every turn. */
  #read: { readonly from: MenuDocuments; readonly menu: Menu } | null = null;

  constructor(builtIn: Menu, documents: () => MenuDocuments) {
    this.#builtIn = builtIn;
    this.#documents = documents;
  }

  get current(): Menu {
    const documents = this.#documents();
    if (this.#read?.from === documents) return this.#read.menu;
    const [kept] = documents.newest('menu', 1);
    const menu = menuSchema.safeParse(kept).data ?? this.#builtIn;
    this.#read = { from: documents, menu };
    return menu;
  }

  get isImported(): boolean {
    return this.current !== this.#builtIn;
  }

  /** @throws CanvasProblem with what is wrong with the file; the menu before stays */
  import(text: string): Menu {
    const menu = readMenu(text);
    this.#documents().put('menu', ID, menu, '');
    this.#read = null;
    return menu;
  }

  /** Back to the menu that ships with Parley. */
  forget(): void {
    this.#documents().remove(ID);
    this.#read = null;
  }
}

/** @throws CanvasProblem in one sentence */
export function readMenu(text: string): Menu {
  if (Buffer.byteLength(text) > LARGEST_MENU_FILE_BYTES)
    throw new CanvasProblem('The menu is larger than 1 MB; a menu is a list of dishes, not a book.');
  const json = parsed(text);
  const version = z.object({ version: z.number() }).safeParse(json).data?.version ?? MENU_VERSION;
  if (version > MENU_VERSION) throw new CanvasProblem('The menu was made for a newer Parley; update Parley and import it again.');
  const read = menuSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new CanvasProblem(`The file is no menu${where === '' ? '' : ` (at ${where})`}: ${issue?.message ?? 'it cannot be read'}.`);
}

/** The first menu in the folder that ships with Parley. @throws when there is none: the program is damaged */
export function builtInMenu(folder: string): Menu {
  const [first] = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return readMenu(readFileSync(join(folder, first ?? 'drive-in.json'), 'utf8'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CanvasProblem('The file is no menu: it is not JSON.');
  }
}
