/** What the wasm of Signalsmith Stretch 1.3.2 exports, as far as it is used here. */
interface StretchWasm {
  readonly HEAP8: Int8Array;
  readonly exports?: { readonly memory: WebAssembly.Memory };
  _presetDefault(channels: number, sampleRateHz: number): void;
  _setTransposeFactor(factor: number, tonalityLimit: number): void;
  _setFormantFactor(factor: number, compensatePitch: number): void;
  _setFormantBase(frequency: number): void;
  _inputLatency(): number;
  _outputLatency(): number;
  /** @returns where one input of `samples` floats lies in the memory; the output follows it */
  _setBuffers(channels: number, samples: number): number;
  _reset(): void;
  _process(inputSamples: number, outputSamples: number): void;
}

interface StretchProcessor {
  readonly wasmModule: StretchWasm;
}

/** Above it harmonics are kept where they are: sibilants stay sibilants. */
const TONALITY_LIMIT_HZ = 8000;
const BYTES_PER_SAMPLE = 4;

export interface PitchShifter {
  /**
   * Moves the pitch of a stream by a factor and leaves the formants: another voice from the same throat. Length and timing
   * stay. 5-19 ms per second of speech on one core (measured: 0.5-1.9 % of real time; 12 ms to load). One stream at a time.
   */
  run(sampleRateHz: number, factor: number): RunningPitch;
}

export interface RunningPitch {
  /** @returns what can be told so far: the shifter looks 60-120 ms ahead */
  push(samples: Float32Array): Float32Array;
  /** The rest. */
  end(): Float32Array;
}

/**
 * Signalsmith Stretch (MIT). The package serves the Web Audio API: in an AudioWorklet it registers a processor that holds
 * the wasm. Here the two globals it looks for are lent to it while it loads, and its wasm is driven with pieces of a clause.
 */
export async function openPitchShifter(): Promise<PitchShifter> {
  const wasm = await loadWasm();
  const memory = () => (wasm.exports ? wasm.exports.memory.buffer : wasm.HEAP8.buffer);
  const process = (samples: Float32Array): Float32Array => {
    if (samples.length === 0) return samples;
    const input = wasm._setBuffers(1, samples.length);
    new Float32Array(memory(), input, samples.length).set(samples);
    wasm._process(samples.length, samples.length);
    // The memory may have moved while it grew.
    return new Float32Array(memory(), input + samples.length * BYTES_PER_SAMPLE, samples.length).slice();
  };
  const run = (sampleRateHz: number, factor: number): RunningPitch => {
    wasm._presetDefault(1, sampleRateHz);
    wasm._setTransposeFactor(factor, TONALITY_LIMIT_HZ / sampleRateHz);
    wasm._setFormantFactor(1, 1);
    // 0 = it finds the fundamental itself.
    wasm._setFormantBase(0);
    wasm._reset();
    const latency = wasm._inputLatency() + wasm._outputLatency();
    let early = latency;
    const push = (samples: Float32Array) => {
      const shifted = process(samples).subarray(Math.min(early, samples.length));
      early -= samples.length - shifted.length;
      return shifted;
    };
    return { push, end: () => push(new Float32Array(latency)) };
  };
  return { run };
}

async function loadWasm(): Promise<StretchWasm> {
  const scope = globalThis as unknown as Record<string, unknown>;
  const lent = ['AudioWorkletProcessor', 'registerProcessor', 'sampleRate', 'currentTime'] as const;
  const before = lent.map((name) => Object.getOwnPropertyDescriptor(scope, name));
  let made: (new (options: object) => StretchProcessor) | null = null;
  let ready = (): void => undefined;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  class Processor {
    readonly port = { onmessage: null, postMessage: ([kind]: readonly unknown[]) => kind === 'ready' && ready() };
  }
  const registerProcessor = (_: string, processor: new (options: object) => StretchProcessor) => {
    made = processor;
  };
  Object.assign(scope, { AudioWorkletProcessor: Processor, registerProcessor, sampleRate: 24_000, currentTime: 0 });
  try {
    await import('signalsmith-stretch');
    if (made === null) throw new Error('The pitch shifter has no processor.');
    const processor: StretchProcessor = new (made as new (options: object) => StretchProcessor)({
      ...{ numberOfInputs: 1, numberOfOutputs: 1, outputChannelCount: [1] },
    });
    await isReady;
    return processor.wasmModule;
  } finally {
    lent.forEach((name, index) => {
      const was = before[index];
      if (was === undefined) delete scope[name];
      else Object.defineProperty(scope, name, was);
    });
  }
}
