import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = new URL('../setup/audio-rig.sh', import.meta.url).pathname;
const RECORDING_RATE_HZ = 24_000;

/** What the virtual speaker played, with the time at which each piece arrived. */
export interface SpeakerRecording {
  /** Ends it. @returns mono, `sampleRateHz`, -1..1 */
  stop(): { readonly samples: Float32Array; readonly sampleRateHz: number };
  /** Milliseconds (performance.now) of the first piece that was louder than silence; null when there was none. */
  firstSoundMs(): number | null;
  /** Milliseconds (performance.now) of the last piece that was louder than silence; null when there was none. */
  lastSoundMs(): number | null;
}

/** A microphone to speak into and a speaker to listen to, without any device. */
export interface VirtualAudio {
  /** What programs need to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Speaks a recording into the microphone; resolves when it is over. */
  say(path: string): Promise<void>;
  /** Plays a recording on the speaker, as another program does; resolves when it is over. */
  play(path: string): Promise<void>;
  /** @param sink what is listened to; the app's own voice by default */
  record(sink?: 'parley_speaker' | 'parley_mouth'): SpeakerRecording;
  unplugMicrophone(): void;
  plugMicrophone(): void;
  close(): void;
}

/** Why there is no virtual sound here, or null. */
export function whyNoAudio(): string | null {
  const missing = ['pulseaudio', 'paplay', 'parec', 'pactl'].filter((program) => spawnSync('which', [program]).status !== 0);
  return missing.length === 0 ? null : `${missing.join(', ')} is not installed`;
}

export function openVirtualAudio(): VirtualAudio {
  const rig = { ...process.env, PARLEY_RIG: mkdtempSync(join(tmpdir(), 'parley-rig-')) };
  const run = (verb: string) => execFileSync('bash', [SCRIPT, verb], { env: rig, encoding: 'utf8' });
  const environment = Object.fromEntries([...run('up').matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]));
  const env = { ...process.env, ...environment };
  const playOn = (sink: string, path: string) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn('paplay', [`--device=${sink}`, path], { env });
      child.once('error', reject);
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`paplay ended with ${code}: ${path}`))));
    });
  return {
    environment,
    say: (path) => playOn('parley_mouth', path),
    play: (path) => playOn('parley_speaker', path),
    record: (sink = 'parley_speaker') => recordSink(sink, env),
    unplugMicrophone: () => void run('unplug'),
    plugMicrophone: () => void run('plug'),
    close: () => void run('down'),
  };
}

/** Louder than the rounding of silence. */
const AUDIBLE = 0.01;

function recordSink(sink: string, env: NodeJS.ProcessEnv): SpeakerRecording {
  const format = ['--format=s16le', `--rate=${RECORDING_RATE_HZ}`, '--channels=1', '--latency-msec=10'];
  const child = spawn('parec', [`--device=${sink}.monitor`, ...format], { env });
  const pieces: Buffer[] = [];
  let firstSoundMs: number | null = null;
  let lastSoundMs: number | null = null;
  child.stdout.on('data', (piece: Buffer) => {
    pieces.push(piece);
    if (!samplesOf(piece).some((sample) => Math.abs(sample) > AUDIBLE)) return;
    lastSoundMs = performance.now();
    firstSoundMs ??= lastSoundMs;
  });
  return {
    stop: () => {
      child.kill();
      return { samples: samplesOf(Buffer.concat(pieces)), sampleRateHz: RECORDING_RATE_HZ };
    },
    firstSoundMs: () => firstSoundMs,
    lastSoundMs: () => lastSoundMs,
  };
}

function samplesOf(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => bytes.readInt16LE(index * 2) / 32_768);
}
