import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** The voice that comes with Parley, and speaks where a persona's own is not installed. */
export const FIRST_VOICE = { id: 'piper-en-us-joe-medium', file: 'en_US-joe-medium.onnx' } as const;

const LARGEST_NET_BYTES = 300_000_000;
const LARGEST_CONFIG_BYTES = 1_000_000;
/** The `ir_version` that every ONNX file begins with. */
const ONNX_FIRST_BYTE = 0x08;

/** One Piper voice of this computer: `<models>/<id>/<file>` and `<file>.json` beside it. */
export interface VoiceFile {
  readonly id: string;
  /** "Alba (en-GB, medium)" */
  readonly label: string;
  readonly modelFile: string;
}

/** What Parley can speak: one speaker, phonemes of eSpeak, English. */
const configSchema = z.object({
  audio: z.object({ sample_rate: z.number().int().min(8000).max(48_000), quality: z.string().max(40).optional() }),
  espeak: z.object({ voice: z.string().regex(/^en\b/, 'it does not speak English') }),
  num_speakers: z.literal(1, { error: 'it holds several speakers' }).default(1),
  phoneme_type: z.literal('espeak', { error: 'its sounds are not those of eSpeak' }).default('espeak'),
  phoneme_id_map: z
    .record(z.string(), z.array(z.number().int()))
    .refine((map) => ['_', '^', '$', ' '].every((sign) => Object.hasOwn(map, sign)), 'its table of sounds is not complete'),
  dataset: z.string().max(80).optional(),
});

/** A voice file that cannot be taken; `message` is one sentence with the reason. */
export class VoiceFileError extends Error {
  override readonly name = 'VoiceFileError';
}

/** All that are installed, Parley's own first; a folder that holds none is passed over. */
export async function installedVoices(modelFolder: string): Promise<readonly VoiceFile[]> {
  const folders = await readdir(modelFolder, { withFileTypes: true }).catch(() => []);
  const ids = folders.filter((entry) => entry.isDirectory() && /^piper-[a-z0-9-]{1,54}$/.test(entry.name)).map(({ name }) => name);
  const voices = await Promise.all(ids.map((id) => voiceIn(modelFolder, id)));
  const rank = ({ id, label }: VoiceFile) => (id === FIRST_VOICE.id ? '' : label);
  return voices.flatMap((voice) => voice ?? []).toSorted((one, other) => rank(one).localeCompare(rank(other)));
}

async function voiceIn(modelFolder: string, id: string): Promise<VoiceFile | null> {
  try {
    const names = await readdir(join(modelFolder, id));
    const file = names.find((name) => name.endsWith('.onnx') && names.includes(`${name}.json`));
    if (file === undefined) return null;
    const modelFile = join(modelFolder, id, file);
    return { id, label: labelOf(file, await readConfig(`${modelFile}.json`)), modelFile };
  } catch {
    return null;
  }
}

/**
 * Copies a Piper voice of the user's into the models. Whether it speaks is for the caller to try; `drop` takes it away again.
 * @param netFile `en_GB-alba-medium.onnx`; its `.onnx.json` lies beside it
 * @throws VoiceFileError
 */
export async function copyVoice(modelFolder: string, netFile: string): Promise<VoiceFile & { drop(): Promise<void> }> {
  const file = basename(netFile);
  const words = file.replace(/\.onnx$/, '').toLowerCase();
  const slug = words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  const id = `piper-${slug.slice(0, 50)}`;
  if (!file.endsWith('.onnx') || slug === '') throw new VoiceFileError(`${netFile} is no Piper voice: its name does not end in .onnx.`);
  if (id === FIRST_VOICE.id) throw new VoiceFileError(`${file} is the voice that comes with Parley: get it with "models get ${id}".`);
  await requireNet(netFile);
  const config = await readConfig(`${netFile}.json`);
  const folder = join(modelFolder, id);
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const name of [netFile, `${netFile}.json`]) await copyFile(name, join(part, basename(name)));
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
  return { id, label: labelOf(file, config), modelFile: join(folder, file), drop: () => rm(folder, { recursive: true, force: true }) };
}

async function requireNet(netFile: string): Promise<void> {
  const found = await stat(netFile).catch(() => null);
  if (found === null || !found.isFile()) throw new VoiceFileError(`There is no file ${netFile}.`);
  if (found.size > LARGEST_NET_BYTES) throw new VoiceFileError(`${netFile} is larger than any Piper voice.`);
  const handle = await open(netFile);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, 0);
    if (bytesRead === 0 || buffer[0] !== ONNX_FIRST_BYTE) throw new VoiceFileError(`${netFile} is no ONNX net.`);
  } finally {
    await handle.close();
  }
}

async function readConfig(path: string): Promise<z.output<typeof configSchema>> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new VoiceFileError(`The voice's own description ${basename(path)} must lie beside it.`);
  if (found.size > LARGEST_CONFIG_BYTES) throw new VoiceFileError(`${basename(path)} is too large for the description of a voice.`);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new VoiceFileError(`${basename(path)} is not JSON.`);
  }
  const read = configSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new VoiceFileError(`This voice cannot be used: ${issue?.message ?? 'its description is not complete'} (${issue?.path.join('.')}).`);
}

function labelOf(file: string, { dataset, audio, espeak }: z.output<typeof configSchema>): string {
  const name = dataset ?? file.replace(/\.onnx$/, '').split('-')[1] ?? file;
  const quality = audio.quality === undefined ? '' : `, ${audio.quality}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${espeak.voice}${quality})`;
}
