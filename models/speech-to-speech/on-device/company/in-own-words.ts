import type { EnginePersona } from '../../realtime-model.ts';
import { SENTENCE_BREAK } from './thoughts.ts';

/** What anybody would say first; a persona with words of its own says those. */
const ANYBODYS = {
  glad: /^(?:how (?:nice|lovely|wonderful|exciting)(?: to see| it was)?|lovely|well done|that is good to hear|what a nice surprise)[!.]\s*/i,
  sad: /^(?:oh (?:no|dear)|what a pity|that is a pity|how annoying|how tedious|ouch|poor you)[!.]\s*/i,
};
/** Begins with no name. */
const COMMON_START =
  /^(?:You|Your|The|A|An|This|That|It|He|She|They|There|We|My|His|Her|Their|Our|Some|Some\w+|Every|Every\w+|No|Nobody|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|All|Last|First|Just|What|How|Tell|Go|Oh|Thank|Do|Does|Did|Is|Are|Was|Were|Has|Had|Will|Could|Can|Have|Would|Sometimes|Enjoy|Rest|Sleep|Drive|Winter|Money|Good|In|On|At|First|So|If|When|Not|Which|Here|Tears|Nothing|And|Any|As|Be|Both|But|Children|Congratulations|Give|Long|Machines|Of|Off|People|See|Settling|Something|Take|Talk|Time|Well|Who|Words)\b/;
/** A sentence so short is said in one breath with the next. */
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

/** Alone it is curt. */
const ONLY_ASKS_ON = /^Oh\?$/;

/** "All is well here;" ends with a full stop where nothing follows. */
function whole(line: string): string {
  return line.replace(/;$/, '.');
}

/** @param most of sentences; left out = all */
function shortened(line: string, most = Number.POSITIVE_INFINITY): string {
  const all = line.split(SENTENCE_BREAK);
  if (all.length <= most) return line;
  const sentences = all.filter((sentence, at) => at > 0 || !ONLY_ASKS_ON.test(sentence));
  if (sentences.length <= most) return whole(sentences.join(' '));
  const [first = '', second = ''] = sentences;
  // What was said back as a question asks for more by itself.
  if (first.endsWith('?')) return first;
  if (most > 1 || first.split(' ').length > FEW_WORDS) return whole(sentences.slice(0, most).join(' '));
  const isName = /^(?:\p{Lu}\p{L}*['’]?s?\b|I\b)/u.test(second) && !COMMON_START.test(second);
  return `${first.replace(/[.!?]+$/, '')}, ${isName ? second : second.charAt(0).toLowerCase() + second.slice(1)}`;
}
