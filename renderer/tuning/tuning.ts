import { create } from 'zustand';
import { TUNING_STEPS, type TuningResult, type TuningState, type TuningStep } from '../../electron/ipc/tuning-schema.ts';
import { ask, askHere } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { settleDevices, tellMicrophone } from '../conversation/devices.ts';

/** 'rest': nothing is measured. 'ready': a step is explained. 'done': everything was, and waits to be kept. */
export type TuningPhase = 'rest' | 'ready' | 'hearing' | 'measuring' | 'done';

interface Tuning {
  readonly state: TuningState | null;
  readonly phase: TuningPhase;
  readonly step: TuningStep;
  readonly results: readonly TuningResult[];
  /** Why the last step has no result. */
  readonly problem: string | null;
  /** What was done last, told once. */
  readonly told: 'kept' | 'undone' | 'isReset' | null;
}

const AT_REST = { phase: 'rest', step: TUNING_STEPS[0], results: [], problem: null } as const;

export const useTuning = create<Tuning>()(() => ({ ...AT_REST, state: null, told: null }));

export async function readTuning(): Promise<void> {
  const state = await ask((client) => client.readTuning(undefined));
  if (state !== undefined) useTuning.setState({ state });
}

export function beginTuning(): void {
  useTuning.setState({ ...AT_REST, phase: 'ready', told: null });
}

/** The microphone is open before the step begins: its first word counts. */
export async function startStep(): Promise<void> {
  const { step } = useTuning.getState();
  await setListening(true);
  const begun = await askHere((client) => client.beginTuning({ step }));
  if ('result' in begun) return useTuning.setState({ phase: 'hearing', problem: null });
  await setListening(false);
  useTuning.setState({ phase: 'ready', problem: sentenceOf(begun.problem) });
}

export async function finishStep(): Promise<void> {
  if (useTuning.getState().phase !== 'hearing') return;
  useTuning.setState({ phase: 'measuring' });
  const measured = await askHere((client) => client.finishTuning(undefined));
  await setListening(false);
  if (useTuning.getState().phase !== 'measuring') return;
  if (!('result' in measured)) return useTuning.setState({ phase: 'ready', problem: sentenceOf(measured.problem) });
  const { results, step } = useTuning.getState();
  useTuning.setState({ results: [...results.filter((result) => result.step !== step), measured.result] });
  goOn();
}

/** To the next step, or to what was found. */
export function goOn(): void {
  const { step, results } = useTuning.getState();
  const next = TUNING_STEPS[TUNING_STEPS.indexOf(step) + 1];
  if (next !== undefined) useTuning.setState({ phase: 'ready', step: next, problem: null });
  else if (results.length > 0) useTuning.setState({ phase: 'done', problem: null });
  else useTuning.setState(AT_REST);
}

/** Nothing of what was measured is kept. */
export async function stopTuning(): Promise<void> {
  if (useTuning.getState().phase === 'rest') return;
  useTuning.setState(AT_REST);
  await setListening(false);
  await ask((client) => client.cancelTuning(undefined));
}

export async function changeTuning(how: 'kept' | 'undone' | 'isReset'): Promise<void> {
  const state = await ask((client) =>
    how === 'kept' ? client.keepTuning(undefined) : how === 'undone' ? client.undoTuning(undefined) : client.resetTuning(undefined),
  );
  if (state !== undefined) useTuning.setState({ ...AT_REST, state, told: how });
}

async function setListening(isTuning: boolean): Promise<void> {
  if (useWindow.getState().isTuning === isTuning) return;
  useWindow.setState({ isTuning });
  tellMicrophone();
  await settleDevices();
}

function sentenceOf(problem: { readonly message: string; readonly whatToDo: string } | null): string | null {
  return problem === null ? null : `${problem.message} ${problem.whatToDo}`;
}
