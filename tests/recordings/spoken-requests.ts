import { readFileSync } from 'node:fs';

/** One request in everyday words, and what must come of it. */
export interface SpokenRequest {
  readonly group: string;
  /** Typed before it, so that there is something to speak about. */
  readonly given: readonly string[];
  /** Somebody takes orders from the menu that ships with Parley. */
  readonly takesOrders: boolean;
  readonly said: string;
  readonly expected: Expected;
  readonly part: RequestPart;
}

/** By authors who knew nothing; these are spoken by people's voices as well. */
export const LATER_PARTS = [
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twentyfirst',
  'twentysecond',
  'twentythird',
  'twentyfourth',
  'twentyfifth',
  'twentysixth',
  'twentyseventh',
  'twentyeighth',
] as const;

/**
 * `held out`: every third of a group, looked at only after the others were mended. `fresh`: 60 more in other words, written
 * before the second mending; their wordings are known to the phrases since. `told`: 60 by a second author who knew neither
 * phrases nor rules, most with a reason around the request; the frames of the screen were made with them known. `everyday`: 150 by a
 * fifth author who knew none of it; mended by since. `unseen`: 150 by a sixth; mended by since. `seventh`: 150 by a seventh;
 * mended by since. `eighth` to `twentyeighth`: 150 each by twenty-one more authors; all but the last were mended by
 * after they had been measured unseen.
 */
export const REQUEST_PARTS = ['mended by', 'held out', 'fresh', 'told', 'everyday', 'unseen', 'seventh', ...LATER_PARTS] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

export type Expected =
  | { readonly form: 'skill'; readonly skills: readonly string[]; readonly sentence: RegExp | null }
  | { readonly form: 'canvas'; readonly shows: RegExp }
  | { readonly form: 'danger'; readonly kinds: readonly string[] }
  | { readonly form: 'fact'; readonly sentence: RegExp }
  | { readonly form: 'talk' | 'decline' | 'not-danger' };

/** 300 requests, written by one author before the phrases of most skills were looked at, then the fresh ones. */
export function spokenRequests(): readonly SpokenRequest[] {
  return [
    ...requestsIn('spoken-requests.txt', (nth) => (nth % 3 === 2 ? 'held out' : 'mended by')),
    ...freshRequests(),
    ...requestsIn('spoken-requests-told.txt', () => 'told'),
    ...requestsIn('spoken-requests-everyday.txt', () => 'everyday'),
    ...requestsIn('spoken-requests-unseen.txt', () => 'unseen'),
    ...requestsIn('spoken-requests-seventh.txt', () => 'seventh'),
    ...LATER_PARTS.flatMap((part) => requestsIn(`spoken-requests-${part}.txt`, () => part)),
  ];
}

function freshRequests(): readonly SpokenRequest[] {
  return requestsIn('spoken-requests-fresh.txt', () => 'fresh');
}

/** Lines of `group | given | expected | said`. */
function requestsIn(file: string, partOf: (nth: number) => RequestPart): readonly SpokenRequest[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const request = requestOf(line);
    const nth = counts.get(request.group) ?? 0;
    counts.set(request.group, nth + 1);
    return { ...request, part: partOf(nth) };
  });
}

/** One line of such a file. */
export function requestOf(line: string): Omit<SpokenRequest, 'part'> {
  const [group = '', given = '', expected = '', said = ''] = line.split(' | ');
  const takesOrders = given.startsWith('order');
  const before = given === '-' || given === 'order' ? [] : given.replace(/^order ; /, '').split(' / ');
  return { group, given: before, takesOrders, said, expected: expectedOf(expected) };
}

function expectedOf(text: string): Expected {
  const [what = '', sign] = text.split(' ~ ');
  const pattern = sign === undefined ? null : new RegExp(sign, 'i');
  if (what === 'talk' || what === 'decline' || what === 'not-danger') return { form: what };
  if (what === 'canvas') return { form: 'canvas', shows: pattern ?? /./ };
  if (what === 'fact') return { form: 'fact', sentence: pattern ?? /./ };
  if (what.startsWith('danger:')) return { form: 'danger', kinds: what.slice('danger:'.length).split(',') };
  return { form: 'skill', skills: what.replace('skill:', '').split(','), sentence: pattern };
}
