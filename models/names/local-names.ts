import type { EngineName } from '../speech-to-speech/realtime-model.ts';
import type { SoundFrames } from '../speech-to-text/sound-likeness.ts';
import type { BiasedName } from '../speech-to-text/speech-to-text.ts';
import { voiceIpa } from '../text-to-speech/ipa.ts';
import { respellingToIpa } from '../text-to-speech/respelling.ts';
import { spellingsOf } from './spellings.ts';

/** Names for the recogniser and the voice of this computer. */
export interface LocalNames {
  readonly bias: readonly BiasedName[];
  /** Written form -> IPA, straight to the voice. */
  readonly pronunciations: Readonly<Record<string, string>>;
  /** Written form -> plain respelling, for a voice that is elsewhere and reads text only. */
  readonly respellings: Readonly<Record<string, string>>;
}

/** What the recogniser made of a name when the voice said it. */
export interface RehearsedName {
  /** How it wrote it, the most frequent first. */
  readonly forms: readonly string[];
  /** How it sounded to it. */
  readonly examples: readonly SoundFrames[];
}

export const NOT_REHEARSED: RehearsedName = { forms: [], examples: [] };

/** Each name is compared with every place of a sentence (0.03 ms a name and place), and tempts a little. */
const MOST_BIASED = 200;
const MOST_SPELLINGS = 8;

/**
 * Compiles names for the on-device engine.
 * @param names the most important first
 * @param rehearsed what the recogniser made of a name when the voice said it
 */
export function localNames(names: readonly EngineName[], rehearsed: (name: EngineName) => RehearsedName = () => NOT_REHEARSED): LocalNames {
  const known = new Set<string>();
  const unique = names.filter(({ written }) => written.trim() !== '' && !known.has(written) && known.add(written));
  const said = unique.flatMap((name) => {
    const ipa = name.ipa ?? (name.respelling === null ? null : respellingToIpa(name.respelling));
    const voiced = ipa === null ? '' : voiceIpa(ipa);
    return voiced === '' ? [] : [[name.written, voiced] as const];
  });
  return {
    bias: unique.slice(0, MOST_BIASED).map((name) => ({
      written: name.written,
      // Learned forms first: that is what this voice really makes of it.
      spellings: [...new Set([...name.heardAs.toReversed(), ...spellingsOf(name), ...rehearsed(name).forms])].slice(0, MOST_SPELLINGS),
      examples: rehearsed(name).examples,
    })),
    // From entries, not by assignment: a name may be "__proto__".
    pronunciations: Object.fromEntries(said),
    respellings: Object.fromEntries(unique.flatMap(({ written, respelling }) => (respelling === null ? [] : [[written, respelling]]))),
  };
}
