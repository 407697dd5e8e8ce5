import type { Transcript } from '../../../ipc/transcription-schema.ts';

/** How people say who they are at the beginning of a talk. */
const OWN_NAME = /\b(?:my name is|my name's|i am|i'm|this is|it's|here is) @(?:[,.!?]| speaking| here| and|$)/;

/**
 * Gives speakers the names they say themselves, where a card has them ("Hello, I'm Igor."). Two speakers never get the
 * same name: what both claim belongs to neither. Pure.
 * @param names written forms of the user's cards
 */
export function nameSpeakers(
  { segments, speakers }: Pick<Transcript, 'segments' | 'speakers'>,
  names: readonly string[],
): Transcript['speakers'] {
  const claims = new Map<string, Set<string>>();
  for (const { speaker, text } of segments) {
    if (speaker === null) continue;
    for (const name of names.filter((written) => saysOwnName(text, written)))
      claims.set(name, (claims.get(name) ?? new Set()).add(speaker));
  }
  return speakers.map((speaker) => {
    const own = [...claims].filter(([, by]) => by.size === 1 && by.has(speaker.id)).map(([name]) => name);
    const [name] = own;
    return own.length === 1 && name !== undefined ? { ...speaker, name } : speaker;
  });
}

function saysOwnName(text: string, name: string): boolean {
  return OWN_NAME.test(text.toLowerCase().replaceAll('’', "'").replaceAll(name.toLowerCase(), '@'));
}
