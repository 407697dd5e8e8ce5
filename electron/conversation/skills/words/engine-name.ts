/** How people call the services and this computer, as recognisers write it down, and what it stands for. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  'on-device': [
    ...['this computer', 'my computer', 'the computer', 'this machine', 'on this computer', 'on device', 'the device', 'local', 'locally'],
    ...['the local engine', 'the local model', 'the local one', 'the local voice', 'the on device engine', 'offline model'],
  ],
  xai: ['grok', 'grock', 'groc', 'grok voice', 'x ai', 'xai', 'x dot ai'],
  'openai-live': ['openai live', 'open ai live', 'gpt live', 'chat gpt live'],
  'openai-realtime': [
    'openai',
    'open ai',
    'gpt',
    'chatgpt',
    'chat gpt',
    'chat gbt',
    'openai realtime',
    'open ai realtime',
    'open ai real time',
  ],
  'gemini-live': ['gemini', 'gemini live', 'google', 'google gemini', 'jiminy'],
};

const BY_WORDS = new Map(Object.entries(SPOKEN).flatMap(([id, names]) => names.map((name) => [name, id] as const)));

/** The engine that is always called so; null for anything else. */
export function knownEngine(words: string): string | null {
  return BY_WORDS.get(plain(words)) ?? null;
}

/** The one of these that is meant: by how everybody calls it, or by its label. */
export function engineNamed<Engine extends { readonly id: string; readonly label: string }>(
  words: string,
  engines: readonly Engine[],
): Engine | null {
  const id = knownEngine(words);
  const wanted = plain(words);
  return (
    engines.find((engine) => engine.id === id || engine.id === wanted || plain(engine.label) === wanted) ??
    engines.find(({ label }) => wanted.length >= 3 && plain(label).startsWith(wanted)) ??
    null
  );
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
