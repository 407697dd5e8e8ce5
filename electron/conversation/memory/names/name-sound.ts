import { ipaProblem, voiceIpa } from '../../../../models/text-to-speech/ipa.ts';
import { respellingToIpa } from '../../../../models/text-to-speech/respelling.ts';
import type { NameCard } from '../../../ipc/memory-schema.ts';

export interface NameSound {
  /** What the voice of this computer is given; null = it reads the written form as it stands. */
  readonly ipa: string | null;
  /** Why it cannot be said so, one sentence; null when it can. */
  readonly problem: string | null;
}

const NO_RESPELLING = 'Write it in up to six words of Latin letters and hyphens, such as “EE-gor”.';

/** How a card will be said, as the voice's names are compiled: IPA before respelling. For the person who is writing it. */
export function nameSound({ respelling, ipa }: Pick<NameCard, 'respelling' | 'ipa'>): NameSound {
  if (ipa !== null) {
    const problem = ipaProblem(ipa);
    return problem === null ? { ipa: voiceIpa(ipa), problem } : { ipa: null, problem };
  }
  if (respelling === null) return { ipa: null, problem: null };
  const read = respellingToIpa(respelling);
  return read === null || !/\p{L}/u.test(read) ? { ipa: null, problem: NO_RESPELLING } : { ipa: voiceIpa(read), problem: null };
}
