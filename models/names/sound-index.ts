import { addSound, costsOfNothing, soundsOfWords } from './sounds.ts';

/** A name, and how unlike what was heard it sounds. */
interface NearName {
  readonly name: string;
  readonly sounds: string;
  readonly distance: number;
}

interface Branch {
  /** Sounds of the longest name on it, from the root. */
  longest: number;
  readonly sounds: number[];
  /** What follows each of the sounds. */
  readonly branches: Branch[];
  readonly names: { readonly name: string; readonly sounds: string }[];
}

interface Search {
  readonly heard: string;
  readonly farthest: number;
  readonly mostApart: number;
  /** Of the edit distance: one for each sound of a name, and one for none. */
  readonly rows: readonly Float64Array[];
  readonly found: NearName[];
}

/**
 * Names as a tree of their sounds: what begins alike is compared with what was heard once, and what begins too unlike is not
 * compared to its end. Finds the same as `soundDistance` with each of them.
 */
export class SoundIndex {
  readonly #root = newBranch();

  add(name: string): void {
    const sounds = soundsOfWords(name);
    let branch = this.#root;
    for (let at = 0; at < sounds.length; at += 1) {
      branch = branchFor(branch, sounds.charCodeAt(at));
      branch.longest = Math.max(branch.longest, sounds.length);
    }
    branch.names.push({ name, sounds });
  }

  /**
   * @param heard sounds
   * @param farthest distance at most, below 1
   * @param mostApart how many sounds more or fewer a name may have
   */
  near(heard: string, farthest: number, mostApart: number): readonly NearName[] {
    if (heard === '') return [];
    const first = costsOfNothing(heard);
    const rows = [first, ...Array.from({ length: heard.length + mostApart }, () => new Float64Array(first.length))];
    const search = { heard, farthest, mostApart, rows, found: [] };
    follow(this.#root, 0, search);
    return search.found;
  }
}

function newBranch(): Branch {
  return { longest: 0, sounds: [], branches: [], names: [] };
}

function branchFor({ sounds, branches }: Branch, sound: number): Branch {
  const known = branches[sounds.indexOf(sound)];
  if (known !== undefined) return known;
  const branch = newBranch();
  sounds.push(sound);
  branches.push(branch);
  return branch;
}

function follow({ sounds, branches }: Branch, length: number, search: Search): void {
  const { heard, farthest, mostApart, rows } = search;
  const [row, next] = [rows[length], rows[length + 1]];
  if (row === undefined || next === undefined) return;
  for (const [at, branch] of branches.entries()) {
    if (branch.longest < heard.length - mostApart) continue;
    const least = addSound(sounds[at] ?? 0, heard, row, next);
    if (least / Math.max(heard.length, Math.min(branch.longest, heard.length + mostApart)) > farthest) continue;
    gather(branch, length + 1, search);
    follow(branch, length + 1, search);
  }
}

function gather({ names }: Branch, length: number, { heard, farthest, mostApart, rows, found }: Search): void {
  if (names.length === 0 || heard.length - length > mostApart) return;
  const distance = (rows[length]?.[heard.length] ?? 0) / Math.max(heard.length, length);
  if (distance > farthest) return;
  for (const { name, sounds } of names) found.push({ name, sounds, distance });
}
