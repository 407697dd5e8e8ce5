import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { NO_CONTEXT } from '../../electron/conversation/memory/corrections/correction.ts';
import { readCorrection } from '../../electron/conversation/memory/corrections/read-correction.ts';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { resample } from '../../models/audio/resample.ts';
import { modelFolder } from '../../models/model-folder.ts';
import { repairHeard } from '../../models/names/heard-names.ts';
import { localNames, NOT_REHEARSED, type RehearsedName } from '../../models/names/local-names.ts';
import { rehearseName } from '../../models/names/rehearse-name.ts';
import { soundDistance, soundsOfIpa } from '../../models/names/sounds.ts';
import type { EngineName } from '../../models/speech-to-speech/realtime-model.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';
import { voiceIpa } from '../../models/text-to-speech/ipa.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { SPOKEN_NAMES } from '../recordings/spoken-names.ts';
import { type NoiseDb, SPEAKERS, type Speaker, spoken } from '../recordings/spoken-set.ts';
import { quick, report, wanted } from './rows.ts';

const root = join(import.meta.dirname, '../..');
const place = { modelFolder: modelFolder(), workerFolder: join(root, 'out/main/workers') };
const HOUR_MS = 3_600_000;
const hasEspeak = spawnSync('espeak-ng', ['--version']).status === 0;
if (!hasEspeak) console.warn('espeak-ng is not on this machine: its voice is left out of every figure.');
const present = SPEAKERS.filter(({ voice }) => voice === 'piper' || hasEspeak);
const speakers = quick ? present.slice(0, 1) : present;
const CARDS: readonly EngineName[] = SPOKEN_NAMES.map(({ written, ipa }) => ({ written, ipa, heardAs: [], respelling: null }));
/** Names that differ in more of their sounds are not the same: one coarse vowel in four sounds is 0.1, one consonant 0.25. */
const SAME_NAME = 0.2;

let voice: TextToSpeech;
let recogniser: SpeechToText;
let phonemizer: InferenceWorker;

const linesOf = (file: string) =>
  readFileSync(join(root, 'tests/recordings', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** What the on-device connection has learned of the cards when they have been there for some minutes. */
const rehearsed = new Map<string, RehearsedName>();
const rehearsalOf = ({ written }: EngineName) => rehearsed.get(written) ?? NOT_REHEARSED;

/** What the on-device connection makes of speech. */
async function heard(samples: Float32Array, names: readonly EngineName[], rehearsal: typeof rehearsalOf = rehearsalOf) {
  const { text, heardText } = await recogniser.transcribe(samples, { effort: 'final', bias: localNames(names, rehearsal).bias });
  return { text: repairHeard(text, names).text, plain: heardText ?? text };
}

async function rehearseAll() {
  const { signal } = new AbortController();
  for (const card of CARDS) rehearsed.set(card.written, await rehearseName(card, { voice, recogniser, signal }));
}

const percent = (right: number, of: number) => (100 * right) / Math.max(1, of);

function share(
  row: string,
  item: string,
  counts: { readonly right: number; readonly naive: number; readonly trials: number },
  naiveWay: string,
  note = '',
) {
  const { right, naive, trials } = counts;
  report({ row, item, unit: '%', values: [percent(right, trials)], naive: [percent(naive, trials)], naiveWay, note, trials });
}

function misses(title: string, lines: readonly string[]) {
  console.log(`${title}: ${lines.length}${lines.map((line) => `\n  ${line}`).join('')}`);
}

beforeAll(async () => {
  voice = await openPiper(place);
  recogniser = await openMoonshine(place);
  phonemizer = await startInferenceWorker({ file: join(place.workerFolder, 'phonemes.js'), setup: null, role: 'the phonemes' });
  if (wanted('n1') || wanted('n2') || wanted('n5')) await rehearseAll();
}, HOUR_MS);
afterAll(async () => {
  await Promise.all([voice.close(), recogniser.close(), phonemizer.close()]);
});

describe.skipIf(!wanted('n1'))('names heard', () => {
  const isIn = (name: string, text: string) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(text);

  async function measure(
    noiseDb: NoiseDb,
    cardsFor: (speaker: Speaker) => Promise<readonly EngineName[]>,
    item: string,
    rehearsal: typeof rehearsalOf = rehearsalOf,
  ) {
    const counts = { right: 0, naive: 0, trials: 0 };
    const wrong: string[] = [];
    const bySpeaker: string[] = [];
    for (const speaker of speakers) {
      const cards = await cardsFor(speaker);
      let right = 0;
      for (const { written, ipa, sentence } of SPOKEN_NAMES) {
        const text = sentence.replace('@', written);
        const { text: found, plain } = await heard(
          await spoken(voice, { text, pronunciations: { [written]: ipa } }, speaker, noiseDb),
          cards,
          rehearsal,
        );
        if (isIn(written, found)) right++;
        else wrong.push(`${speaker.id}: ${text} | plain: ${plain} | ${found}`);
        if (isIn(written, plain)) counts.naive++;
      }
      counts.right += right;
      counts.trials += SPOKEN_NAMES.length;
      bySpeaker.push(`${speaker.id} ${Math.round(percent(right, SPOKEN_NAMES.length))} %`);
    }
    misses(item, wrong);
    share('n1', item, counts, 'the same recogniser without cards', bySpeaker.join(', '));
  }

  const plainCards = async () => CARDS;

  /** Each card as one correction by the same speaker leaves it: with what "My name is ..." was heard as. */
  async function correctedCards(speaker: Speaker): Promise<EngineName[]> {
    const cards: EngineName[] = [];
    for (const card of CARDS) {
      const said = { text: `My name is ${card.written}.`, pronunciations: { [card.written]: card.ipa ?? '' } };
      const { text } = await recogniser.transcribe(await spoken(voice, said, speaker, null), { effort: 'final' });
      const name = /^my name(?: is|'s) (.+?)[.?!]?$/i.exec(text)?.[1];
      cards.push({ ...card, heardAs: name === undefined ? [] : [name] });
    }
    return cards;
  }

  it.skipIf(quick)(
    'n1: before they were rehearsed',
    () => measure(null, plainCards, 'names written right, no noise, cards not rehearsed yet', () => NOT_REHEARSED),
    HOUR_MS,
  );
  it('n1: written as the card has them', () => measure(null, plainCards, 'names written right, no noise'), HOUR_MS);
  it('n1: at 20 dB', () => measure(20, plainCards, 'names written right, noise at 20 dB'), HOUR_MS);
  it.skipIf(quick)('n1: at 10 dB', () => measure(10, plainCards, 'names written right, noise at 10 dB'), HOUR_MS);
  it.skipIf(quick)(
    'n1: after one correction',
    () => measure(null, correctedCards, 'names written right after one correction, no noise'),
    HOUR_MS,
  );
});

describe.skipIf(!wanted('n2'))('names said', () => {
  const manner = { voice: { voiceId: 'joe', rate: 1, pitch: 1 }, steady: true };
  const isSame = (ipa: string, sounds: string) => soundDistance(soundsOfIpa(ipa), sounds) <= SAME_NAME;

  /** What the recogniser makes of a greeting when it knows the 60 cards. */
  async function heardAgain(name: string, pronunciations: Readonly<Record<string, string>>): Promise<string> {
    const { samples } = await voice.speak(`Nice to meet you, ${name}.`, { ...manner, pronunciations });
    return (await heard(resample(samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ), CARDS)).text;
  }

  it(
    'n2: the sounds sent to the voice, and what the recogniser hears of them',
    async () => {
      const { pronunciations } = localNames(CARDS);
      const written = SPOKEN_NAMES.map((name) => name.written);
      const plain = await phonemizer.call<string[]>('phonemes', written);
      const results: { sent: boolean; plainSent: boolean; again: boolean; plainAgain: boolean; line: string }[] = [];
      for (const [index, { written, ipa }] of SPOKEN_NAMES.entries()) {
        const again = await heardAgain(written, pronunciations);
        results.push({
          sent: isSame(ipa, soundsOfIpa(pronunciations[written] ?? '')),
          plainSent: isSame(ipa, soundsOfIpa(plain[index] ?? '')),
          again: again.includes(written),
          plainAgain: (await heardAgain(written, {})).includes(written),
          line: `${written} (${voiceIpa(ipa)}) | heard: ${again}`,
        });
      }
      const trials = results.length;
      const count = (which: 'sent' | 'plainSent' | 'again' | 'plainAgain') => results.filter((result) => result[which]).length;
      misses(
        'names said',
        results.filter(({ again }) => !again).map(({ line }) => line),
      );
      const sent = { right: count('sent'), naive: count('plainSent'), trials };
      share('n2', 'sounds sent to the voice are those of the card', sent, 'what the phonemizer makes of the written form');
      const again = { right: count('again'), naive: count('plainAgain'), trials };
      const item = '"Nice to meet you, NAME." spoken, and the name picked out of the 60 cards by ear';
      share('n2', item, again, 'without pronunciations', 'a miss may be the recogniser’s');
    },
    HOUR_MS,
  );
});

describe.skipIf(!wanted('n3'))('corrections spoken', () => {
  const before: EngineName = { written: 'Ivan', ipa: null, respelling: null, heardAs: [] };
  const context = { ...NO_CONTEXT, knownNames: ['Ivan'], lastNamed: 'Ivan', assistantNames: ['Nova'] };
  const manners: readonly (readonly [string, NoiseDb])[] = [
    ['piper', null],
    ['piper', 20],
    ['piper-bright-fast', null],
    ['espeak-us', null],
  ];

  /** What is read of one spoken phrasing, beside the plain way: "my name is NAME" and nothing else. */
  async function latch(text: string, name: string, speaker: Speaker, noiseDb: NoiseDb) {
    const { text: found, plain: heardText } = await heard(await spoken(voice, { text, pronunciations: {} }, speaker, noiseDb), [before]);
    const read = readCorrection(found, { ...context, heardText });
    const plain = /\bmy name is (\p{Lu}\p{L}+)/u.exec(found)?.[1];
    const isRight = read !== null && 'written' in read && read.written === name;
    const line = `${speaker.id}: ${text} | ${found} | ${read === null ? 'not latched' : JSON.stringify(read)}`;
    const asked = read?.unsure === true;
    return { latched: read !== null && !asked, asked, isRight, plainLatched: plain !== undefined, plainRight: plain === name, line };
  }

  it(
    'n3: latched',
    async () => {
      const results: Awaited<ReturnType<typeof latch>>[] = [];
      for (const [id, noiseDb] of quick ? manners.slice(0, 1) : manners) {
        const speaker = present.find((each) => each.id === id);
        if (speaker === undefined) continue;
        for (const [text = '', name = ''] of linesOf('spoken-corrections.txt').map((line) => line.split(' => '))) {
          results.push(await latch(text, name, speaker, noiseDb));
        }
      }
      const trials = results.length;
      const count = (which: 'latched' | 'asked' | 'isRight' | 'plainLatched' | 'plainRight') =>
        results.filter((result) => result[which]).length;
      const wrong = results.filter(({ isRight }) => !isRight).map(({ line }) => line);
      misses('corrections not latched, or with another name', wrong);
      const naive = 'only "my name is NAME"';
      share('n3', '40 phrasings spoken, latched at once', { right: count('latched'), naive: count('plainLatched'), trials }, naive);
      const understood = { right: count('latched') + count('asked'), naive: count('plainLatched'), trials };
      share('n3', '40 phrasings spoken, latched or asked back ("Did you say your name is ...?")', understood, naive);
      const rightly = { right: count('isRight'), naive: count('plainRight'), trials };
      share(
        'n3',
        '40 phrasings spoken, latched or asked back with the name written right',
        rightly,
        naive,
        'no card knows it yet: it is written by ear',
      );
    },
    HOUR_MS,
  );
});

describe.skipIf(!wanted('n4'))('what only looks like a correction', () => {
  it(
    'n4: takes nothing',
    async () => {
      const lines = linesOf('spoken-look-alikes.txt').filter((_, index) => !quick || index % 4 === 0);
      const known: EngineName = { written: 'Igor', ipa: 'ˈiːɡɔːɹ', respelling: null, heardAs: [] };
      const wrong: string[] = [];
      let [naive, asked] = [0, 0];
      for (const [index, text] of lines.entries()) {
        const speaker = SPEAKERS[index % 3] as Speaker;
        const noiseDb = ([null, 20, 10] as const)[Math.floor(index / 3) % 3] ?? null;
        const { text: found, plain } = await heard(await spoken(voice, { text, pronunciations: {} }, speaker, noiseDb), [known]);
        const read = readCorrection(found, { ...NO_CONTEXT, heardText: plain, knownNames: ['Igor'], assistantNames: ['Nova'] });
        if (read?.unsure) asked++;
        else if (read !== null) wrong.push(`${speaker.id} ${noiseDb ?? 'no'} noise: ${text} | ${found} | ${JSON.stringify(read)}`);
        if (/\b(?:my name is|call me|i'm|it's) \p{L}+/iu.test(found)) naive++;
      }
      misses('look-alikes taken', wrong);
      report({
        row: 'n4',
        item: 'wrong facts from sentences that only look like corrections',
        unit: 'facts',
        values: [wrong.length],
        naive: [naive],
        naiveWay: 'any word behind "my name is", "call me", "I\'m", "it\'s"',
        note: `a third each without noise, at 20 dB, at 10 dB; asked back, nothing stored: ${asked}`,
        trials: lines.length,
      });
    },
    HOUR_MS,
  );
});

describe.skipIf(!wanted('n5'))('sentences without names', () => {
  it(
    'n5: get none, and cost little more',
    async () => {
      const speech = allRecordings().filter(({ text }) => text !== '');
      const leaning: number[] = [];
      const plain: number[] = [];
      const wrong: string[] = [];
      const { bias } = localNames(CARDS, rehearsalOf);
      const timed = async (samples: Float32Array, times: number[], names: typeof bias) => {
        const startMs = performance.now();
        const transcript = await recogniser.transcribe(samples, { effort: 'final', bias: names });
        times.push(performance.now() - startMs);
        return transcript.text;
      };
      for (const { file, text } of speech) {
        const samples = samplesOf(file);
        await timed(samples, plain, []);
        const found = repairHeard(await timed(samples, leaning, bias), CARDS).text;
        if (CARDS.some(({ written }) => found.includes(written))) wrong.push(`${file}: ${text} | ${found}`);
      }
      misses('false names', wrong);
      report({
        row: 'n5',
        item: 'false names in recordings without any, 60 cards loaded',
        unit: 'names',
        values: [wrong.length],
        trials: speech.length,
      });
      report({
        row: 'n5',
        item: 'final words of a sentence without names, 60 cards loaded',
        unit: 'ms',
        values: leaning,
        naive: plain,
        naiveWay: 'without cards',
      });
    },
    HOUR_MS,
  );
});
