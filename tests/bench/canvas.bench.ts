import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { modelFolder } from '../../models/model-folder.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import { SPOKEN_ORDERS } from '../conversation/skills/order/spoken-orders.ts';
import { talkAtScreen } from '../conversation/skills/talk-at-screen.ts';
import { SPOKEN_CANVASES } from '../recordings/spoken-canvases.ts';
import { SPEAKERS, spoken } from '../recordings/spoken-set.ts';
import { quick, report, wanted } from './rows.ts';

const place = { modelFolder: modelFolder(), workerFolder: join(import.meta.dirname, '../../out/main/workers') };
const HOUR_MS = 3_600_000;
const speakers = SPEAKERS.filter(({ voice }) => voice === 'piper').slice(0, quick ? 1 : 2);

let voice: TextToSpeech;
let recogniser: SpeechToText;
beforeAll(async () => {
  voice = await openPiper(place);
  recogniser = await openMoonshine(place);
});
afterAll(async () => {
  await Promise.all([voice.close(), recogniser.close()]);
});

/**
 * Every sentence is spoken on the screen that the typed sentences before it left, and must leave what the typed one
 * leaves. Capitals do not count: nobody hears them.
 */
async function measure(row: string, item: string, dialogues: readonly (readonly string[])[], takesOrders: boolean): Promise<void> {
  const wrong: string[] = [];
  let trials = 0;
  for (const speaker of speakers) {
    for (const dialogue of dialogues) {
      for (const [at, sentence] of dialogue.entries()) {
        const { text } = await recogniser.transcribe(await spoken(voice, { text: sentence, pronunciations: {} }, speaker, null), {
          effort: 'final',
        });
        const [typed, heard] = [
          await left([...dialogue.slice(0, at), sentence], takesOrders),
          await left([...dialogue.slice(0, at), text], takesOrders),
        ];
        trials += 1;
        if (typed !== heard) wrong.push(`${speaker.id}: ${sentence} | ${text} | ${typed} | ${heard}`);
      }
    }
  }
  console.log(`${item}, wrong: ${wrong.length}${wrong.map((line) => `\n  ${line}`).join('')}`);
  report({ row, item, unit: '%', values: [(100 * (trials - wrong.length)) / trials], note: 'judged by the same words typed', trials });
}

async function left(sentences: readonly string[], takesOrders: boolean): Promise<string> {
  const { say, shelf } = talkAtScreen({ takesOrders });
  for (const sentence of sentences) await say(sentence);
  const { current } = shelf;
  const cells =
    current === null
      ? null
      : [current.columns.map(({ name }) => name), ...current.rows.map((row) => row.cells), [JSON.stringify(current.filter)]];
  return JSON.stringify(cells)?.toLowerCase() ?? 'nothing';
}

describe.skipIf(!wanted('m1'))('tables and lists by voice', () => {
  it(
    'm1: spoken sentences leave the right table',
    () => measure('m1', 'spoken sentences that leave the right table or list', SPOKEN_CANVASES, false),
    HOUR_MS,
  );
});

describe.skipIf(!wanted('m2'))('orders by voice', () => {
  const dialogues = SPOKEN_ORDERS.map(({ said }) => said);
  it(
    'm2: spoken sentences leave the right order',
    () => measure('m2', 'spoken sentences that leave the right order', dialogues, true),
    HOUR_MS,
  );
});
