import type { EnginePersona } from '../../realtime-model.ts';

/** What anybody would say first; a persona with words of its own says those. */
const ANYBODYS = {
  glad: /^(?:how (?:nice|lovely|wonderful|exciting)(?: to see| it was)?|lovely|well done|that is good to hear|what a nice surprise)[!.]\s*/i,
  sad: /^(?:oh (?:no|dear)|what a pity|that is a pity|how annoying|how tedious|ouch|poor you)[!.]\s*/i,
};
/** A sentence so short only makes room for the next. */
const FEW_WORDS = 4;

/** The line as this persona says it: begun with its own reaction, and no longer than it speaks. */
export function inOwnWords(line: string, persona: EnginePersona, earlierReplies: readonly string[]): string {
  return shortened(reacting(line.replaceAll('{name}', persona.name), persona, earlierReplies), persona.mostSentences);
}

function reacting(line: string, { courtesies }: EnginePersona, earlierReplies: readonly string[]): string {
  for (const mood of ['glad', 'sad'] as const) {
    const own = courtesies?.[mood] ?? [];
    const rest = line.replace(ANYBODYS[mood], '');
    if (rest === line || own.length === 0) continue;
    const used = (reaction: string) => earlierReplies.findLastIndex((reply) => reply.startsWith(reaction));
    const reaction = own.reduce((best, next) => (used(next) < used(best) ? next : best));
    return `${reaction} ${rest}`.trim();
  }
  return line;
}

/** @param most of sentences; left out = all */
function shortened(line: string, most = Number.POSITIVE_INFINITY): string {
  const sentences = line.split(/(?<=[.!?]) /);
  if (sentences.length <= most) return line;
  const [first = ''] = sentences;
  const from = most === 1 && first.split(' ').length <= FEW_WORDS ? 1 : 0;
  return sentences.slice(from, from + most).join(' ');
}
