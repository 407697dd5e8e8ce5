import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { resample } from '../../models/audio/resample.ts';
import { readWav } from '../../models/audio/wav.ts';

const RATE_HZ = 24_000;
const FRAME_MS = 20;
/** A reply that has not begun by then does not come. */
const LONGEST_REPLY_MS = 20_000;
/** Between the end of a reply and the next question. */
const REST_MS = 1000;

const SESSION = {
  type: 'realtime',
  instructions: 'You are a friendly voice assistant. Answer in one or two short sentences.',
  output_modalities: ['audio'],
  audio: {
    input: { format: { type: 'audio/pcm', rate: RATE_HZ }, turn_detection: { type: 'server_vad', silence_duration_ms: 300 } },
    output: { format: { type: 'audio/pcm', rate: RATE_HZ } },
  },
};

export interface PeerTurns {
  /** From the last sample of speech to the first of the reply, for every question that was answered. */
  readonly replies: readonly number[];
  /** Replies that began before the question was over. */
  readonly falseStarts: number;
}

/**
 * Asks an independent realtime server over its socket, in real time, one question after the other.
 * @param folders.scripts holds its `start.sh` and `stop.sh` @param folders.home its models and `wavs/`
 * @throws Error when it does not come up
 */
export async function askRealtimePeer(
  folders: { readonly scripts: string; readonly home: string },
  questions: readonly string[],
): Promise<PeerTurns> {
  const script = (name: string) => ran(join(folders.scripts, name), { ...process.env, PEER_HOME: folders.home });
  const address = /ws:\/\/\S+/.exec(await script('start.sh'))?.[0];
  try {
    if (address === undefined) throw new Error('the realtime server did not come up');
    const socket = new WebSocket(address, 'realtime');
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    socket.send(JSON.stringify({ type: 'session.update', session: SESSION }));
    const times: number[] = [];
    // The first question warms it up.
    for (const question of [questions[0] ?? '', ...questions]) {
      const { samples, sampleRateHz } = readWav(readFileSync(join(folders.home, `wavs/${question}.wav`)));
      times.push(await replyMs(socket, resample(samples, sampleRateHz, RATE_HZ)));
    }
    socket.close();
    const measured = times.slice(1).filter((ms) => !Number.isNaN(ms));
    return { replies: measured.filter((ms) => ms >= 0), falseStarts: measured.filter((ms) => ms < 0).length };
  } finally {
    await script('stop.sh');
  }
}

/** Speaks the question, then silence, until the reply is over. @returns NaN when none came */
function replyMs(socket: WebSocket, samples: Float32Array): Promise<number> {
  const frameSamples = (RATE_HZ * FRAME_MS) / 1000;
  const startMs = performance.now();
  const endMs = startMs + (samples.length * 1000) / RATE_HZ;
  return new Promise((resolve) => {
    let sent = 0;
    let firstMs = Number.NaN;
    let overMs = Number.POSITIVE_INFINITY;
    const hear = (data: WebSocket.RawData) => {
      const { type } = JSON.parse(String(data)) as { readonly type: string };
      if (type === 'response.output_audio.delta' && Number.isNaN(firstMs)) firstMs = performance.now();
      if (type === 'response.done') overMs = performance.now();
    };
    socket.on('message', hear);
    const clock = setInterval(() => {
      const nowMs = performance.now();
      while (startMs + (sent / RATE_HZ) * 1000 <= nowMs) {
        const frame = new Int16Array(frameSamples);
        for (let index = 0; index < frameSamples; index++) frame[index] = (samples[sent + index] ?? 0) * 32_767;
        socket.send(JSON.stringify({ type: 'input_audio_buffer.append', audio: Buffer.from(frame.buffer).toString('base64') }));
        sent += frameSamples;
      }
      const isOver = overMs + REST_MS < nowMs && nowMs > endMs + REST_MS;
      if (!isOver && nowMs < endMs + LONGEST_REPLY_MS) return;
      clearInterval(clock);
      socket.off('message', hear);
      resolve(firstMs - endMs);
    }, FRAME_MS / 2);
  });
}

function ran(program: string, environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', [program], { stdio: ['ignore', 'pipe', 'ignore'], env: environment });
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += String(data);
    });
    child.once('error', reject);
    child.once('exit', () => resolve(said));
  });
}
