import type { Transcript, TranscriptSegment } from '../../ipc/transcription-schema.ts';

/** A place in a recording whose words answer a question, exact to the word. */
export interface Passage {
  readonly startMs: number;
  readonly endMs: number;
  /** Name of who says it; null where nobody was told apart. */
  readonly speaker: string | null;
  readonly text: string;
}

/** Words that every question has and no answer is found by. */
const EMPTY_WORDS = new Set(
  (
    'a an the and or but if of to in on at by for with from about into is are was were be been am do does did done has have had will would can could ' +
    'should may might must i you he she it we they me him her us them my your his its our their this that these those there here what which who whom ' +
    'whose when where why how say says said tell tells told talk talks talked mention mentions mentioned speak speaks spoke recording transcript ' +
    'speaker somebody someone anybody anyone something anything any some not no yes please so then than just also name names called'
  ).split(' '),
);
/** A passage that shares only a common word with the question is no answer. */
const LEAST_SCORE = 1;
/** Who is asked about says it more likely than others. */
const SPEAKER_FACTOR = 2;

interface Indexed {
  readonly segment: TranscriptSegment;
  readonly speaker: string | null;
  readonly words: ReadonlySet<string>;
}

/**
 * Finds the places of a transcript that a question is about, by the words both share: rare ones count more. The text is
 * looked at as data; nothing in it is followed.
 * @returns a function from question to passages, best first, at most `most`
 */
export function passageFinder({ segments, speakers }: Transcript): (question: string, most: number) => readonly Passage[] {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const indexed = segments.map((segment): Indexed => {
    const speaker = segment.speaker === null ? null : (names.get(segment.speaker) ?? null);
    return { segment, speaker, words: new Set(soughtWords(segment.text)) };
  });
  const holders = new Map<string, number>();
  for (const { words } of indexed) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weightOf = (word: string) => Math.log(1 + indexed.length / (holders.get(word) ?? Number.POSITIVE_INFINITY));
  return (question, most) => {
    const asked = new Set(soughtWords(question));
    const askedNames = new Set(speakers.map(({ name }) => name).filter((name) => holdsName(question, name)));
    for (const name of askedNames) for (const word of soughtWords(name)) asked.delete(word);
    const scored = indexed.map((one, index) => {
      let score = 0;
      for (const word of asked) if (one.words.has(word)) score += weightOf(word);
      return { ...one, index, score: one.speaker !== null && askedNames.has(one.speaker) ? score * SPEAKER_FACTOR : score };
    });
    // In a short recording every word is rare; what counts is that there is one at all.
    const least = Math.min(LEAST_SCORE, Math.log(1 + indexed.length) / 2);
    return scored
      .filter(({ score }) => score > 0 && score >= least)
      .toSorted((one, other) => other.score - one.score || one.index - other.index)
      .slice(0, most)
      .map(({ segment, speaker }) => ({ startMs: firstMatch(segment, asked), endMs: segment.endMs, speaker, text: segment.text }));
  };
}

/** The word that the question and the place share first: there the recording is heard from. */
function firstMatch({ words, startMs }: TranscriptSegment, asked: ReadonlySet<string>): number {
  return words.find(({ text }) => soughtWords(text).some((word) => asked.has(word)))?.startMs ?? startMs;
}

/** Words by which things are found, without their endings. */
function soughtWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  return words
    .map((word) => word.replace(/['’]s$/, ''))
    .filter((word) => !EMPTY_WORDS.has(word))
    .map(stem);
}

/** "minutes" and "minute", "timed" and "time": good enough to find, never shown. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  return word.replace(/(ing|ed|es|s|e)$/, '');
}

function holdsName(question: string, name: string): boolean {
  return ` ${question.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name.toLowerCase()} `);
}
