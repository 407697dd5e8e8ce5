import type { EngineName } from '../speech-to-speech/realtime-model.ts';

/** Names for a hosted endpoint; which of these a dialect takes is the codec's business. */
export interface HostedNames {
  /** For fields such as keyterms or keywords. */
  readonly keyterms: readonly string[];
  /** For a transcription prompt: "Names: Igor, Saoirse." Empty without names. */
  readonly transcriptionPrompt: string;
  /** Written form -> how it is said, where the endpoint has such a map. */
  readonly pronunciationMap: Readonly<Record<string, string>>;
  /** For the instructions, where it has none. Empty when nothing is special. */
  readonly instructions: string;
}

/** Servers cut long lists; the most important names come first. */
const MOST_KEYTERMS = 100;

/** Compiles names for hosted engines. @param names the most important first */
export function hostedNames(names: readonly EngineName[]): HostedNames {
  const keyterms = [...new Set(names.map(({ written }) => oneLine(written)))].filter((name) => name !== '').slice(0, MOST_KEYTERMS);
  const said = new Map<string, string>();
  for (const { written, respelling, ipa } of names) {
    const name = oneLine(written);
    const how = oneLine(respelling ?? ipa ?? '');
    if (name !== '' && how !== '' && !said.has(name)) said.set(name, how);
  }
  return {
    keyterms,
    transcriptionPrompt: keyterms.length === 0 ? '' : `Names: ${keyterms.join(', ')}.`,
    pronunciationMap: Object.fromEntries(said),
    instructions: [...said].map(([name, how]) => `Say "${name}" like "${how}".`).join(' '),
  };
}

/** A line break or a quotation mark in a name could pass for an instruction. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/["“”„«»]/gu, '')
    .trim();
}
