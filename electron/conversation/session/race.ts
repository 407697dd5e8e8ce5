import type { EngineEvent, EngineSetup, RealtimeConnection, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../ipc/audio-frame.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { EngineLine, type LineTraffic } from './engine-line.ts';
import { asEngineFailure } from './engine-problems.ts';

/** Longer than the slowest engine needs for one answer. */
const LONGEST_TURN_MS = 30_000;
/** The models of this computer may have to be loaded first. */
const LONGEST_OPENING_MS = 60_000;

/** How one engine did with the recording. */
export interface RaceResult {
  readonly engineId: string;
  readonly label: string;
  /** From the end of the recording to the first sample of the reply; null = none came. */
  readonly firstSoundMs: number | null;
  readonly heard: string;
  readonly said: string;
  /** The reply, mono, at SPEAKING_SAMPLE_RATE_HZ. */
  readonly samples: Float32Array;
  readonly traffic: LineTraffic | null;
  /** Why it did not finish, in one sentence. */
  readonly problem: string | null;
}

export interface RaceOptions {
  readonly scope: Scope;
  readonly nowMs: () => number;
  /** Persona and skills as everybody gets them. No facts, no history: what is raced is one sentence. */
  readonly setup: EngineSetup;
  /** Mono, HEARING_SAMPLE_RATE_HZ. */
  readonly recording: Float32Array;
}

/** Gives the same recording to one engine, at the pace of speech, and waits for its whole answer. Skills take no effect. */
export async function runRace(model: RealtimeModel, options: RaceOptions): Promise<RaceResult> {
  const { scope, nowMs } = options;
  const setup = { ...options.setup, facts: [], names: [], history: [] };
  const runner = new Runner(model, setup, nowMs);
  try {
    const connection = await model.connect(setup, AbortSignal.any([scope.signal, AbortSignal.timeout(LONGEST_OPENING_MS)]));
    await runner.run(connection, options.recording, scope);
    return runner.result(null);
  } catch (failure) {
    const { message, whatToDo } = asEngineFailure(failure);
    return runner.result(`${message} ${whatToDo}`.trim());
  }
}

class Runner {
  readonly #model: RealtimeModel;
  readonly #setup: EngineSetup;
  readonly #nowMs: () => number;
  readonly #audio: Float32Array[] = [];
  #line: EngineLine | null = null;
  #traffic: LineTraffic | null = null;
  #endedAtMs = 0;
  #firstSoundMs: number | null = null;
  #heard = '';
  #said = '';
  #done: (failure: EngineFailure | null) => void = () => undefined;

  constructor(model: RealtimeModel, setup: EngineSetup, nowMs: () => number) {
    this.#model = model;
    this.#setup = setup;
    this.#nowMs = nowMs;
  }

  async run(connection: RealtimeConnection, recording: Float32Array, scope: Scope): Promise<void> {
    const finished = new Promise<EngineFailure | null>((resolve) => {
      this.#done = resolve;
    });
    const line = new EngineLine({
      ...{ number: 1, model: this.#model, connection, setup: this.#setup, nowMs: this.#nowMs(), missesTurns: false },
    });
    this.#line = line;
    line.listen((event) => void this.#take(event));
    const stop = scope.timeout(() => this.#done(tooSlow(this.#model)), LONGEST_TURN_MS + durationMs(recording));
    try {
      await this.#speak(line.connection, recording, scope);
      const failure = await finished;
      if (failure !== null) throw failure;
    } finally {
      void stop();
      this.#traffic = line.traffic(this.#nowMs());
      await line.close();
    }
  }

  result(problem: string | null): RaceResult {
    return {
      engineId: this.#model.id,
      label: this.#model.label,
      firstSoundMs: this.#firstSoundMs,
      heard: this.#heard.trim(),
      said: this.#said.trim(),
      samples: joined(this.#audio),
      traffic: this.#traffic,
      problem,
    };
  }

  async #speak(connection: RealtimeConnection, recording: Float32Array, scope: Scope): Promise<void> {
    const startMs = this.#nowMs();
    for (const [index, frame] of framesOf(recording, startMs).entries()) {
      const waitMs = startMs + (index + 1) * HEARING_FRAME_MS - this.#nowMs();
      if (waitMs > 0) await scope.sleep(waitMs);
      connection.appendAudio(frame);
    }
    this.#endedAtMs = this.#nowMs();
    connection.anticipate();
    connection.commit();
  }

  async #take(event: EngineEvent): Promise<void> {
    const connection = this.#line?.connection;
    if (event.type === 'user-transcript' && event.final) {
      this.#heard = event.text;
      if (event.text.trim() === '') this.#done(nothingHeard(this.#model));
      else connection?.respond();
    } else if (event.type === 'reply-audio') {
      this.#firstSoundMs ??= Math.round(this.#nowMs() - this.#endedAtMs);
      this.#audio.push(event.samples);
    } else if (event.type === 'reply-words') this.#said += event.words.map(({ text }) => text).join('');
    else if (event.type === 'tool-called') await this.#answerTool(event);
    else if (event.type === 'response-ended' && event.end !== 'called-tools') this.#done(null);
    else if (event.type === 'failed' || event.type === 'disconnected') this.#done(event.failure);
  }

  /** What the skill would say, without doing it. */
  async #answerTool({ callId, name, arguments: args }: Extract<EngineEvent, { type: 'tool-called' }>): Promise<void> {
    const tool = this.#setup.tools.find((one) => one.name === name);
    const sentence = (await tool?.preview?.(args, this.#heard)) ?? 'That would be done now.';
    this.#line?.connection.appendItem({ kind: 'tool-result', callId, output: JSON.stringify({ sentence }), sentence });
    this.#line?.connection.respond();
  }
}

function framesOf(recording: Float32Array, startMs: number): AudioFrame[] {
  return Array.from({ length: Math.ceil(recording.length / HEARING_FRAME_SAMPLES) }, (_, index) => {
    const samples = new Float32Array(HEARING_FRAME_SAMPLES);
    samples.set(recording.subarray(index * HEARING_FRAME_SAMPLES, (index + 1) * HEARING_FRAME_SAMPLES));
    return { samples, endMs: startMs + (index + 1) * HEARING_FRAME_MS, speechProbability: 1 };
  });
}

function durationMs(recording: Float32Array): number {
  return (recording.length / HEARING_FRAME_SAMPLES) * HEARING_FRAME_MS;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tooSlow({ label }: RealtimeModel): EngineFailure {
  return new EngineFailure('network', `${label} did not finish its answer in time.`, { retryable: true, whatToDo: '' });
}

function nothingHeard({ label }: RealtimeModel): EngineFailure {
  return new EngineFailure('bad-input', `${label} heard no words in the recording.`, { retryable: true, whatToDo: 'Record it again.' });
}
