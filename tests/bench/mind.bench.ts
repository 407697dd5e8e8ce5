import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { builtInSkills } from '../../electron/conversation/skills/built-in-skills.ts';
import { shownWords } from '../../electron/conversation/skills/canvas/shown-words.ts';
import { practiseChoosing } from '../../electron/conversation/skills/practise-choosing.ts';
import { toolDefinitions } from '../../electron/conversation/skills/serve-skills.ts';
import type { LanguageModel } from '../../models/language/language-model.ts';
import { openLlama } from '../../models/language/llama.ts';
import { secondHearing } from '../../models/speech-to-speech/on-device/second-hearing.ts';
import type { ReadMeaning } from '../../models/speech-to-speech/on-device/skill-choice.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import { realPlaces } from '../models/real-places.ts';
import { LATER_PARTS, REQUEST_PARTS, type RequestPart, type SpokenRequest, spokenRequests } from '../recordings/spoken-requests.ts';
import { NATURAL_SPEAKERS, SPEAKERS, type Speaker, spoken } from '../recordings/spoken-set.ts';
import { type Answered, openConversation, skillsByMeaning } from './answer-request.ts';
import { type Verdict, verdictOf } from './judge-request.ts';
import { quick, report, wanted } from './rows.ts';

/** Longer than telling that words are a request: the audio was read again. */
const SECOND_HEARING_MS = 60;
const HOUR_MS = 3_600_000;
/** `PARLEY_REQUESTS=twelfth`: one author's alone. */
const onlyPart = process.env['PARLEY_REQUESTS'];
const SKILLS = new Set('clock timer math units chance spelling memory persona speech help know'.split(' '));
const CANVAS = new Set('list table order'.split(' '));

let voice: TextToSpeech;
let recogniser: SpeechToText;
let language: LanguageModel;
let readMeaning: ReadMeaning | undefined;
beforeAll(async () => {
  readMeaning = await skillsByMeaning();
  // As the product does once it has started.
  for (const _ of practiseChoosing(toolDefinitions(builtInSkills)));
  [voice, recogniser, language] = await Promise.all([openPiper(realPlaces), openMoonshine(realPlaces), openLlama(realPlaces)]);
}, HOUR_MS);
afterAll(() => Promise.all([voice.close(), recogniser.close(), language.close()]));

const ENDINGS: Readonly<Record<RequestPart, string>> = {
  'mended by': ', two thirds to mend by',
  'held out': ', held-out third',
  fresh: ', sixty fresh ones',
  told: ', sixty by a second author',
  everyday: ', a hundred and fifty by a fifth author',
  unseen: ', a hundred and fifty by a sixth author',
  seventh: ', a hundred and fifty by a seventh author',
  eighth: ', a hundred and fifty by an eighth author',
  ninth: ', a hundred and fifty by a ninth author',
  tenth: ', a hundred and fifty by a tenth author',
  eleventh: ', a hundred and fifty by an eleventh author',
  twelfth: ', a hundred and fifty by a twelfth author',
  thirteenth: ', a hundred and fifty by a thirteenth author',
  fourteenth: ', a hundred and fifty by a fourteenth author',
  fifteenth: ', a hundred and fifty by a fifteenth author',
  sixteenth: ', a hundred and fifty by a sixteenth author',
  seventeenth: ', a hundred and fifty by a seventeenth author',
  eighteenth: ', a hundred and fifty by an eighteenth author',
  nineteenth: ', a hundred and fifty by a nineteenth author',
  twentieth: ', a hundred and fifty by a twentieth author',
  twentyfirst: ', a hundred and fifty by a twenty-first author',
  twentysecond: ', a hundred and fifty by a twenty-second author',
  twentythird: ', a hundred and fifty by a twenty-third author',
  twentyfourth: ', a hundred and fifty by a twenty-fourth author',
  twentyfifth: ', a hundred and fifty by a twenty-fifth author',
  twentysixth: ', a hundred and fifty by a twenty-sixth author',
  twentyseventh: ', a hundred and fifty by a twenty-seventh author',
  twentyeighth: ', a hundred and fifty by a twenty-eighth author',
};

interface Outcome extends SpokenRequest {
  readonly speaker: string;
  readonly heard: string;
  readonly answered: Answered;
  readonly verdict: Verdict;
  /** What becomes of the likeliest words, without a second hearing. */
  readonly first: Verdict;
  /** What becomes of the same words typed. */
  readonly typed: Verdict;
  /** Of the second hearing; next to nothing where the likeliest words were a request. */
  readonly secondMs: number;
}

/** Long enough that the first token, which waits for the prompt, counts little. */
const TOKENS = 48;
const PROMPT = 'The user says: I have just come home from a long walk. The assistant answers:';

describe.skipIf(!wanted('m9'))('the adapter', () => {
  it(
    'm9: costs little for each token',
    async () => {
      const base = await openLlama({ ...realPlaces, adapterFile: join(realPlaces.modelFolder, 'no-adapter.gguf') });
      const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
      for (let trial = 0; trial < (quick ? 3 : 9); trial += 1) {
        times.without.push(await msPerPiece(base));
        times.with.push(await msPerPiece(language));
      }
      await base.close();
      report({
        ...{ row: 'm9', item: 'each piece the small model writes, with its adapter', unit: 'ms', values: times.with, naive: times.without },
        ...{ naiveWay: 'without an adapter, in turns', note: 'goal: at most a quarter more' },
      });
    },
    HOUR_MS,
  );
});

async function msPerPiece(model: LanguageModel): Promise<number> {
  const times: number[] = [];
  for await (const _ of model.generate(PROMPT, { maxTokens: TOKENS, stop: [] })) times.push(performance.now());
  return ((times.at(-1) ?? 0) - (times[0] ?? 0)) / Math.max(1, times.length - 1);
}

describe.skipIf(!wanted('m3'))('requests in everyday words', () => {
  it(
    'm3: are spoken, heard and answered as they should be',
    async () => {
      const outcomes: Outcome[] = [];
      for (const { request, speaker } of requestsSpoken()) outcomes.push(await outcomeOf(request, speaker));
      const figures = reportRows(outcomes);
      if (!quick) writeFileSync(pageFile(), page(outcomes, figures));
    },
    HOUR_MS,
  );
});

/** One author's set by itself is no page of the project. */
function pageFile(): string {
  return onlyPart === undefined ? join(import.meta.dirname, 'mind.md') : join(tmpdir(), `parley-mind-${onlyPart}.md`);
}

function requestsSpoken(): readonly { readonly request: SpokenRequest; readonly speaker: Speaker }[] {
  return spokenRequests().flatMap((request, at) => {
    const isLeftOut = (quick && at % 5 !== 0) || (onlyPart !== undefined && request.part !== onlyPart);
    return isLeftOut ? [] : speakersOf(request, at).map((speaker) => ({ request, speaker }));
  });
}

/** One of four, by turns; requests of the later authors are said again by somebody with a natural voice. */
function speakersOf({ part }: SpokenRequest, at: number): readonly Speaker[] {
  const isLater = LATER_PARTS.some((later) => later === part);
  return [SPEAKERS[at % SPEAKERS.length], isLater ? NATURAL_SPEAKERS[at % NATURAL_SPEAKERS.length] : undefined].filter(
    (speaker) => speaker !== undefined,
  );
}

async function outcomeOf(request: SpokenRequest, speaker: Speaker): Promise<Outcome> {
  const sound = await spoken(voice, { text: request.said, pronunciations: {} }, speaker, null);
  const conversation = await openedFor(request);
  const likeliest = await recogniser.transcribe(sound, { effort: 'final', shown: shownWords(conversation.shelf.current) });
  const began = performance.now();
  const { text: heard } = await secondHearing(likeliest, {
    askedIn: conversation.asks,
    readings: async () => (await recogniser.otherReadings?.(sound, {})) ?? [],
  });
  const secondMs = performance.now() - began;
  const judged = async (words: string, { say, shelf }: Opened) => {
    const answered = await say(words);
    return { answered, verdict: verdictOf(request.expected, answered, shelf.current) };
  };
  const { answered, verdict } = await judged(heard, conversation);
  const first = heard === likeliest.text ? verdict : (await judged(likeliest.text, await openedFor(request))).verdict;
  const typed = heard === request.said ? verdict : (await judged(request.said, await openedFor(request))).verdict;
  return { ...request, speaker: speaker.id, heard, answered, verdict, first, typed, secondMs };
}

type Opened = Awaited<ReturnType<typeof openConversation>>;

/** A conversation in which everything was said that comes before the request. */
async function openedFor(request: SpokenRequest): Promise<Opened> {
  const conversation = await openConversation(language, request, readMeaning);
  for (const before of request.given) await conversation.say(before);
  return conversation;
}

function reportRows(outcomes: readonly Outcome[]): readonly string[] {
  const told: string[] = [];
  const isRight = ({ verdict }: Outcome) => verdict === 'right';
  const share = (row: string, item: string, of: readonly Outcome[], right: (outcome: Outcome) => boolean, note = '') => {
    if (of.length === 0) return;
    const values = [(100 * of.filter(right).length) / of.length];
    told.push(`${row} ${item}: ${of.filter(right).length} of ${of.length}`);
    const likeliest = [(100 * of.filter(({ first }) => first === 'right').length) / of.length];
    const beside = right === isRight ? { naive: likeliest, naiveWay: 'the likeliest words alone, without a second hearing' } : {};
    report({ row, item, unit: '%', values, trials: of.length, note, ...beside });
  };
  const isByPeople = ({ speaker }: Outcome) => NATURAL_SPEAKERS.some(({ id }) => id === speaker);
  const natural = outcomes.filter(isByPeople);
  for (const name of LATER_PARTS) {
    const of = (groups: ReadonlySet<string>) => natural.filter((outcome) => outcome.part === name && groups.has(outcome.group));
    const ending = `${ENDINGS[name]}, natural voices`;
    share('m3', `right action or sentence, skills${ending}`, of(SKILLS), isRight);
    share('m3', `right action, canvas and orders${ending}`, of(CANVAS), isRight);
    share('m4', `right first step for danger${ending}`, of(new Set(['danger'])), isRight);
    share('m5', `declined honestly${ending}`, of(new Set(['live'])), isRight);
    share('m6', `facts told from data${ending}`, of(new Set(['fact'])), isRight);
  }
  for (const name of REQUEST_PARTS) {
    const part = outcomes.filter((outcome) => outcome.part === name && !isByPeople(outcome));
    const ending = ENDINGS[name];
    const group = (groups: ReadonlySet<string>) => part.filter((outcome) => groups.has(outcome.group));
    share('m3', `right action or sentence, skills${ending}`, group(SKILLS), isRight);
    share('m3', `right action or sentence, skills, typed${ending}`, group(SKILLS), ({ typed }) => typed === 'right');
    for (const voice of ['piper', 'espeak'])
      share(
        'm3',
        `right action, skills, canvas and orders, ${voice === 'piper' ? 'the three voices of piper' : 'the formant voice'}${ending}`,
        part.filter(({ group: of, speaker }) => (SKILLS.has(of) || CANVAS.has(of)) && speaker.startsWith(voice)),
        isRight,
      );
    share('m3', `right action, canvas and orders${ending}`, group(CANVAS), isRight);
    share('m3', `right action, canvas and orders, typed${ending}`, group(CANVAS), ({ typed }) => typed === 'right');
    share('m4', `right first step for danger${ending}`, group(new Set(['danger'])), isRight);
    share('m4', `look-alikes left alone${ending}`, group(new Set(['look-alike'])), isRight);
    share('m5', `declined honestly${ending}`, group(new Set(['live', 'private', 'future', 'act'])), isRight);
    share('m6', `facts told from data${ending}`, group(new Set(['fact'])), isRight);
    share('m6', `facts told wrongly${ending}`, group(new Set(['fact'])), ({ verdict }) => verdict === 'wrong');
    share(
      'm7',
      `small talk that answers instead of refusing${ending}`,
      group(new Set(['talk'])),
      isRight,
      'pleasantness is read in mind.md',
    );
  }
  report({
    row: 'm8',
    item: 'choosing the skill, from words to choice',
    unit: 'ms',
    values: outcomes.map(({ answered }) => answered.routingMs),
    goal: { p95: 10 },
  });
  report({
    row: 'm8',
    item: 'hearing a second time what was no request',
    unit: 'ms',
    values: outcomes.filter(({ secondMs }) => secondMs > SECOND_HEARING_MS).map(({ secondMs }) => secondMs),
    note: 'wall time, other readings of the audio included; while the turn may still go on',
  });
  return told;
}

function page(outcomes: readonly Outcome[], figures: readonly string[]): string {
  const cell = (text: string) => text.replaceAll('|', '/').replaceAll('\n', ' ');
  const rows = outcomes.map(({ group, part, speaker, said, heard, answered, verdict, typed }) =>
    [
      group,
      part === 'mended by' ? '' : part,
      speaker,
      said,
      heard,
      answered.skill ?? (answered.refused ? 'refusal' : 'model'),
      answered.sentence,
      verdict,
      typed,
    ]
      .map(cell)
      .join(' | '),
  );
  return [
    `# What became of ${spokenRequests().length.toLocaleString('en')} spoken requests`,
    '',
    "Written by `npm run bench -- mind`: who said what, what was heard, what answered, and the verdict (of the spoken, and of the same words typed). Synthetic voices: three manners of the program's own, a formant voice, and for the eighth to the nineteenth author's requests also four voices of Kokoro, which sound like people. Each author but the first knew neither phrases nor rules; every set is mended by since, and what each had at first sight is told in RESULTS.md.",
    '',
    ...figures.map((figure) => `- ${figure}`),
    '',
    '| group | part | speaker | said | heard | answered by | answer | verdict | typed |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}
