import { useEffect, useState } from 'react';
import type { NameCardDraft } from '../../electron/ipc/memory-schema.ts';
import { ask } from '../conversation/connection.ts';

export interface NameSound {
  /** What the voice is given; null = the written form as it stands. */
  readonly ipa: string | null;
  /** Why the respelling or the IPA cannot be said, one sentence. */
  readonly problem: string | null;
}

const PLAIN: NameSound = { ipa: null, problem: null };
const ASK_AFTER_MS = 200;

/** How the voice will say it, while it is being written. */
export function useNameSound({ respelling, ipa }: Pick<NameCardDraft, 'respelling' | 'ipa'>): NameSound {
  const [sound, setSound] = useState<NameSound>(PLAIN);
  useEffect(() => {
    if (respelling === null && ipa === null) {
      setSound(PLAIN);
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const read = await ask((client) => client.readNameSound({ respelling, ipa }));
      if (isCurrent && read !== undefined) setSound(read);
    }, ASK_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [respelling, ipa]);
  return sound;
}
