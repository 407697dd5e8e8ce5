import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { modelFolder } from '../../models/model-folder.ts';
import { openMoonshine } from '../../models/speech-to-text/moonshine.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import { openSmartTurn } from '../../models/turn-end/smart-turn.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { type Observation, type Observers, observe } from './pauses/observe.ts';
import { fastest, joint, type OperatingPoint, operatingPoint, timer, turnEndAlone } from './pauses/operating-points.ts';
import { pauseClips } from './pauses/pause-set.ts';
import { report, wanted } from './rows.ts';

const root = join(import.meta.dirname, '../..');
const place = { modelFolder: modelFolder(), workerFolder: join(root, 'out/main/workers') };
const steps = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

describe.skipIf(!wanted('pauses'))('when a turn is over', () => {
  let observers: Observers;
  let voice: TextToSpeech;
  beforeAll(async () => {
    observers = {
      voiceActivity: await openSilero(join(root, 'out/main/voice-activity/silero_vad_v5.onnx')),
      recogniser: await openMoonshine(place),
      turnEnd: await openSmartTurn(place),
    };
    voice = await openPiper(place);
  });
  afterAll(() => Promise.all([...Object.values(observers), voice].map((model) => model.close())));

  it('pauses: silence to the decision at 5 % and at 10 % of pauses cut off, by three policies', async () => {
    const seen: Observation[] = [];
    for await (const clip of pauseClips(voice)) {
      const observation = await observe(clip, observers);
      if (observation !== null) seen.push(observation);
    }
    // The waits of the policy were chosen on the clips with even numbers: it is judged on the others.
    const judged = seen.filter((_, index) => index % 2 === 1);
    const at = (name: string, policy: Parameters<typeof operatingPoint>[1]) => operatingPoint(name, policy, judged);
    const timers = steps(160, 3200, 32).map((ms) => at(`${ms} ms`, timer(ms)));
    const voices = [0.3, 0.5, 0.7, 0.9, 0.97].flatMap((threshold) =>
      steps(192, 1216, 64).flatMap((short) =>
        steps(320, 3200, 128).map((long) => at(`${threshold}`, turnEndAlone(threshold, short, long))),
      ),
    );
    const joints = steps(0.4, 3, 0.02).map((patience) => at(`patience ${patience.toFixed(2)}`, joint(patience)));
    const asShipped = at('patience 1', joint(1));
    for (const share of [0.05, 0.1]) tell(share, { timers, voices, joints }, judged);
    report({
      row: 'pauses',
      item: `as shipped, ${(asShipped.falseCutOffs * 100).toFixed(1)} % of pauses cut off`,
      unit: 'ms',
      values: asShipped.latenciesMs,
      naive: fastest(timers, asShipped.falseCutOffs)?.latenciesMs ?? [],
      naiveWay: 'a silence timer that cuts off no more',
    });
  });

  function tell(
    share: number,
    by: Readonly<Record<'timers' | 'voices' | 'joints', readonly OperatingPoint[]>>,
    judged: readonly Observation[],
  ): void {
    const pauses = judged.filter(({ whole }) => !whole).length;
    const naive = fastest(by.timers, share)?.latenciesMs ?? [];
    const rows = [
      ['silence alone (Silero and a timer)', fastest(by.timers, share)],
      ['Smart Turn and two timers', fastest(by.voices, share)],
      ['words, voice and silence together', fastest(by.joints, share)],
    ] as const;
    for (const [name, point] of rows) {
      if (point === null) continue;
      report({
        row: 'pauses',
        item: `${name}, at most ${share * 100} % of pauses cut off (${(point.falseCutOffs * 100).toFixed(1)} %)`,
        unit: 'ms',
        values: point.latenciesMs,
        naive,
        naiveWay: 'silence alone',
        note: `mean ${Math.round(point.meanMs)}; ${point.name}; ${point.latenciesMs.length} whole turns, ${pauses} hesitations with 100 lengths each`,
      });
    }
  }
});
