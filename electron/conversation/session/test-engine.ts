import { environmentProxy } from '../../../models/speech-to-speech/hosted/environment-proxy.ts';
import type { EngineFailure, EngineSetup, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { EngineTest } from '../../ipc/engine-schema.ts';
import { probeHost } from '../staying-alive/probe-host.ts';
import { asEngineFailure } from './engine-problems.ts';
import type { EngineRoom } from './engine-room.ts';

/** Longer than the slowest host needs to begin a session. */
const LONGEST_OPENING_MS = 20_000;

type Step = EngineTest['steps'][number];

/**
 * The connection doctor: goes the way to an engine layer by layer and says where it ends. No speech, no words of the user's
 * and no history leave for it, and a session that ends before its first turn costs nothing.
 */
export async function testEngine(of: {
  readonly id: string;
  readonly room: Pick<EngineRoom, 'model' | 'addressOf'>;
  /** Whose persona is told; its history and facts are left out. */
  readonly setup: EngineSetup;
}): Promise<EngineTest> {
  const steps: Step[] = [];
  const model = setUp(of, steps);
  if (model === null) return { steps, ok: false };
  steps.push(...(await testModel(model, of.room.addressOf(of.id), of.setup)));
  return { steps, ok: steps.every(({ ok }) => ok) };
}

/** Stops at the first layer that does not hold. @param address null = this computer */
export async function testModel(model: RealtimeModel, address: URL | null, setup: EngineSetup): Promise<Step[]> {
  const steps: Step[] = [];
  if (address !== null && !isBehindProxy(address)) {
    for await (const step of probeHost(address)) {
      steps.push(step);
      if (!step.ok) return steps;
    }
  }
  return [...steps, await openLine(model, { ...setup, facts: [], names: [], history: [] })];
}

function setUp({ id, room }: { readonly id: string; readonly room: Pick<EngineRoom, 'model'> }, steps: Step[]): RealtimeModel | null {
  try {
    const model = room.model(id);
    steps.push({ layer: 'setup', ok: true, found: `${model.label} is set up`, tookMs: 0 });
    return model;
  } catch (failure) {
    steps.push({ layer: 'setup', ok: false, found: sentenceOf(asEngineFailure(failure)), tookMs: 0 });
    return null;
  }
}

/** There only the proxy can be seen from here; what is behind it the engine's own opening tells. */
function isBehindProxy(address: URL): boolean {
  return environmentProxy(address.href, process.env) !== null;
}

async function openLine(model: RealtimeModel, setup: EngineSetup): Promise<Step> {
  const startedAtMs = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAtMs);
  try {
    const connection = await model.connect(setup, AbortSignal.timeout(LONGEST_OPENING_MS));
    const ready = tookMs();
    await connection.close();
    return { layer: 'protocol', ok: true, found: `${model.label} began a session`, tookMs: ready };
  } catch (failure) {
    const known = asEngineFailure(failure);
    return { layer: known.layer ?? 'protocol', ok: false, found: sentenceOf(known), tookMs: tookMs() };
  }
}

function sentenceOf({ message, whatToDo }: EngineFailure): string {
  return `${message} ${whatToDo}`.trim();
}
