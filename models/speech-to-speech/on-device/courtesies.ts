import type { EnginePersona, PersonaCourtesies } from '../realtime-model.ts';

const WHOM = '(?: there| again| everybody| everyone| you| my friend)?';

/** What is said to be polite, whole, and which courtesy answers it. */
const SAID: readonly (readonly [keyof PersonaCourtesies, RegExp])[] = [
  ['hello', new RegExp(`^(?:hi|hello|hey|hiya|howdy|hi hi|hello hello)${WHOM}$`)],
  [
    'howAreYou',
    new RegExp(
      `^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))${WHOM} )?(?:and |so )?(?:how are you|how are you (?:doing|feeling)|how are things|how is it going|how do you do|how have you been|are you well)(?: today| tonight| this (?:morning|evening)| now)?$`,
    ),
  ],
  [
    'thanks',
    /^(?:ok |okay |great |perfect |lovely |oh )?(?:thanks|thank you|many thanks|cheers|much appreciated)(?: a lot| so much| very much| a million| again)?(?: for (?:that|your help|the help|everything|helping|telling me))?$/,
  ],
  [
    'goodbye',
    /^(?:ok |okay |well |right )?(?:bye|bye bye|goodbye|good bye|see you|see you (?:later|soon|tomorrow|around)|talk to you (?:later|soon)|farewell|until next time|take care)(?: now| then| for now)?$/,
  ],
  [
    'goodNight',
    /^(?:ok |okay |well )?(?:good ?night|night night|sleep well|sweet dreams|i am going to bed|i'm going to bed)(?: now| then)?$/,
  ],
];

/**
 * What the persona answers to a plain courtesy in its own words; null when it has none, or more was said than that. No model
 * is asked: it is the commonest thing said to an assistant, and the small model loses its character there.
 */
export function courtesyOf({ name, courtesies }: EnginePersona, utterance: string, earlierReplies: readonly string[]): string | null {
  const words = plain(utterance, name);
  const [kind] = SAID.find(([, said]) => said.test(words)) ?? [];
  const lines = kind === undefined ? [] : (courtesies?.[kind] ?? []);
  if (lines.length === 0) return null;
  const last = earlierReplies.findLast((reply) => lines.includes(reply));
  return lines[(last === undefined ? 0 : lines.indexOf(last) + 1) % lines.length] ?? null;
}

/** Lower case, no punctuation, without the persona's name: "Thanks, Winston!" is a courtesy. */
function plain(utterance: string, name: string): string {
  const own = new Set(name.toLowerCase().match(/[\p{L}\p{N}']+/gu));
  return utterance
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\bhow's\b/g, 'how is')
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !own.has(word))
    .join(' ');
}
