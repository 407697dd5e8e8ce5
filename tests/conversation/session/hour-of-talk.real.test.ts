import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { joinedSamples } from '../../../models/audio/joined-samples.ts';
import { isMissing } from '../../models/real-places.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';
import { silence } from '../../recordings/sound-making.ts';
import { openTalk } from './open-talk.ts';

const SOAK = process.env['PARLEY_SOAK'] !== undefined;
/** Real time. The short form lets replies be over at once and shows only that nothing is left open. */
const TALK_MS = SOAK ? 3_600_000 : 12_000;
/** Models, caches and the history of a conversation fill up before this. */
const WARM_UP_SHARE = 1 / 6;
const LOOK_MS = SOAK ? 60_000 : 0;
const MOST_GROWTH_MB = 20;
const QUESTIONS = ['what-time-is-it', 'hello-how-are-you', 'twelve-times-seven', 'capital-of-france', 'what-can-you-do', 'miles'];
/** Between a request for a story and the word that ends it. */
const INTO_STORY_MS = 4000;

/** What the process holds when nobody speaks. */
interface Look {
  readonly atMs: number;
  /** Of the whole process, the models' threads included. */
  readonly residentMb: number;
  readonly heapMb: number;
  readonly outsideHeapMb: number;
  readonly open: number;
  /** Timers, sockets, ports, files: how many of each keep the loop. */
  readonly resources: Readonly<Record<string, number>>;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function look(atMs: number, scope: Scope): Look {
  collectGarbage();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  const mb = (bytes: number) => bytes / 1e6;
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  return { atMs, residentMb: mb(rss), heapMb: mb(heapUsed), outsideHeapMb: mb(external + arrayBuffers), open: scope.openCount, resources };
}

/** The questions in turn, told apart by voice and pace; every tenth time a story that is interrupted. */
function* talk(): Generator<Float32Array> {
  const asked = allRecordings().filter(({ file }) => QUESTIONS.some((name) => file.startsWith(name)) && !/noisy|quiet/.test(file));
  for (let index = 0; ; index++) {
    if (index % 10 === 9)
      yield joinedSamples([samplesOf('tell-me-a-story.wav'), silence(INTO_STORY_MS), samplesOf('stop.wav'), silence(1000)]);
    else yield samplesOf(asked[index % asked.length]?.file ?? 'stop.wav');
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Talks for so long, and looks whenever it is time to. */
async function talkFor(scope: Scope): Promise<{ looks: Look[]; asked: number; answered: number }> {
  const { conversation, speaker } = await openTalk(scope, { keepsPlayed: false });
  const looks: Look[] = [];
  const startMs = performance.now();
  let [asked, answered] = [0, 0];
  for (const question of talk()) {
    asked += 1;
    speaker.rush = false;
    const isAnswered = await conversation.ask(question, () => {
      speaker.rush = !SOAK;
    });
    if (isAnswered) answered += 1;
    const atMs = performance.now() - startMs;
    if (atMs - (looks.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY) < LOOK_MS) continue;
    looks.push(look(atMs, scope));
    if (SOAK) console.log(JSON.stringify({ ...looks.at(-1), asked, answered, turns: conversation.turns.length }));
    if (atMs >= TALK_MS && looks.length >= 4) break;
  }
  return { looks, asked, answered };
}

/** Work that ends by itself may be under way at one look; what leaks is there at all. */
function expectNothingLeft(first: readonly Look[], last: readonly Look[]): void {
  const count = ({ resources }: Look, kind: string) => resources[kind] ?? 0;
  for (const kind of new Set(last.flatMap(({ resources }) => Object.keys(resources)))) {
    const most = Math.max(...first.map((each) => count(each, kind)));
    expect(Math.min(...last.map((each) => count(each, kind))), `${kind} left open`).toBeLessThanOrEqual(most);
  }
  expect(Math.min(...last.map(({ open }) => open))).toBeLessThanOrEqual(Math.max(...first.map(({ open }) => open)));
}

describe.skipIf(isMissing('speech-to-text', 'text-to-speech', 'language', 'turn-end'))('a long talk', () => {
  it(
    `of ${TALK_MS / 60_000} minutes at its own pace grows by no more than ${MOST_GROWTH_MB} MB and leaves nothing open`,
    async () => {
      const scope = new Scope('talk');
      const { looks, asked, answered } = await talkFor(scope);
      await scope.close();
      expect(scope.openCount).toBe(0);
      const warm = looks.slice(Math.ceil(looks.length * WARM_UP_SHARE));
      const part = Math.max(2, Math.floor(warm.length / 5));
      const [first, last] = [warm.slice(0, part), warm.slice(-part)];
      expectNothingLeft(first, last);
      const growthMb = mean(last.map(({ residentMb }) => residentMb)) - mean(first.map(({ residentMb }) => residentMb));
      console.log(`${asked} asked, ${answered} answered; grown by ${growthMb.toFixed(1)} MB after warm-up`);
      expect(answered).toBeGreaterThan(asked * (SOAK ? 0.85 : 0.5));
      // A few turns say nothing about memory: caches are still filling.
      if (SOAK) expect(growthMb).toBeLessThanOrEqual(MOST_GROWTH_MB);
    },
    TALK_MS * 1.2 + 300_000,
  );
});
