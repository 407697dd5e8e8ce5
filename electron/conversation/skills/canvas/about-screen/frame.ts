import type { ScreenTalk } from './screen-talk.ts';

/**
 * What is asked of the screen, as the skill that does it and its arguments.
 * `canvas.remove` takes `which`, `canvas.change` `row`, `value` and `column`, and so on: see those skills.
 */
export interface ScreenRequest {
  readonly skill: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** Reads one kind of request; null when none of it is there. */
export type ScreenReader = (talk: ScreenTalk) => ScreenRequest | null;

/** Words that frames share; their names stand in capitals within a pattern. */
const PARTS: Readonly<Record<string, string>> = {
  /** Rows, one or several. */
  ROWS: '(?<rows><\\d+>(?: (?:and|or)(?: (?:the|my|our|also))* <\\d+>)*)(?: (?:one|row|thing|line|entry))?',
  DET: '(?:(?:the|that|those|these|this|our|my|any|some|more|all|a|an) )*',
  /** A number in words or figures. */
  NUMBER:
    '(?:(?:a(?= (?:hundred|thousand|million|half))|half|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|point|\\d[\\d.,]*|(?<=\\b(?:hundred|thousand|million) )and(?= \\w))(?: |$|(?=\\b)))+(?<! )',
  /** What was mentioned before. */
  POINTING:
    '(?:it|that|them|those|these|this|him|her|(?:that|this|the|those|these|his|her|its|their) (?:one|row|line|entry|item|thing|person|bit|part|two|three)s?|both(?: of (?:them|those|these))?)(?: (?:one|row|all|both|two))?',
  /** Where a request may begin: alone, after what joins clauses, after who is asked to do it. */
  BEGIN:
    '(?:^|\\b(?:forgot|forgotten|forgot (?:one|something|it)|something|wait|hang on|hold on|remembered|at it|another thing|more thing|start again|start afresh|start over|sorry|so|please|and|just|then|you|us|better|ahead|now|actually|oh|okay|ok|no|but|quickly|kindly|maybe|well|you can|you could|you should|you may|you may as well|you might as well|we can|we could|we should|we might as well|want you to|like you to|need you to|also|forget to|more|all) )',
  /** Where a request whose words leave no doubt may begin: not after who does it himself, nor after "not". */
  ANYWHERE: '(?<!\\b(?:i|we|they|he|she|to|who|not|never|has|have|had|always|often|would|did|the|a|my) )\\b',
  THERE: '(?:there|it|that|this|here|(?:the|my|our|that|this)(?: \\w+){0,2} (?:list|table|plan|screen|page))\\b',
  /** Where a value, or what is added, may end. */
  END: '(?=(?: (?:instead|rather|now|please|because|since|as|they|it|he|she|we|i|you|that|if|could|would|can|will|so|for me|thanks|thank|then|at the moment|from now on|too|also|actually|after|while|before|when|until|though|but|by the way|next time|this time|today|tomorrow|cheers|would you|will you|anymore|any more))|$)',
};

/** A pattern over `ScreenTalk.text`, with names of parts in capitals. */
export function frame(pattern: string): RegExp {
  // A mark is no word: what stands before it must be a blank.
  const opened = pattern
    .replaceAll(/\\b(?=ROWS|<\(|<\\)/g, '(?<!\\S)')
    .replaceAll(/ROWS|NUMBER|DET|POINTING|BEGIN|ANYWHERE|THERE|END/g, (name) => PARTS[name] ?? '');
  return new RegExp(opened, 'd');
}

/** The first frame that fits, with what stood at its names. */
export function firstFit(frames: readonly RegExp[], { text }: ScreenTalk): Fit | null {
  for (const pattern of frames) {
    const fit = pattern.exec(text);
    if (fit !== null) return { groups: fit.groups ?? {}, places: fit.indices?.groups ?? {}, from: fit.index };
  }
  return null;
}

export interface Fit {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly places: Readonly<Record<string, readonly [number, number] | undefined>>;
  /** Where in the text it begins. */
  readonly from: number;
}

/** What stood at a name of the frame, as it was written. */
export function writtenAt({ written }: ScreenTalk, { places }: Fit, name: string): string | null {
  const place = places[name];
  return place === undefined ? null : written(place[0], place[1]);
}

/** What rows in marks are called: "<0> and the <2>" -> "Milk and Eggs". */
export function namesOfRows({ canvas }: ScreenTalk, marks: string): string {
  const names = [...marks.matchAll(/<(\d+)>/g)].flatMap(([, row]) => canvas?.rows[Number(row)]?.cells[0] ?? []);
  return [...new Set(names)].join(' and ');
}

/** "Before Rome", "after Oslo", "between Oslo and Rome": a place beside rows, as the skills that move and add take it. */
export function besideRows(
  talk: ScreenTalk,
  { before, after }: { readonly before?: string | undefined; readonly after?: string | undefined },
): string {
  const named = (row: string | undefined) => (row === undefined ? '' : namesOfRows(talk, `<${row}>`));
  if (before !== undefined && after !== undefined) return `between ${named(after)} and ${named(before)}`;
  return before === undefined ? `after ${named(after)}` : `before ${named(before)}`;
}

/** The rows mentioned last before a place in the text: what "it" points to, and what "them" does. */
export function rowsBefore({ text }: ScreenTalk, place: number, isSeveral = false): string | null {
  const before = text.slice(0, place);
  const several = [...before.matchAll(/<\d+>(?: (?:and|or)(?: (?:the|my|our|also|some))* <\d+>)+/g)].at(-1)?.[0];
  if (isSeveral && several !== undefined) return several;
  return [...before.matchAll(/<\d+>/g)].at(-1)?.[0] ?? null;
}
