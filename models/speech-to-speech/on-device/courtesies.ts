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
    /^(?:ok |okay |well )?(?:good ?night|night night|night|nighty night|sleep well|sweet dreams|i am going to bed|i'm going to bed)(?: (?:now|then|all|mate|pal|buddy|love|dear|old \w+|everyone|everybody))*$/,
  ],
];

/** Who leaves says so at the end, whatever was told before: "I can hear one of them shouting. I'd better go, bye for now." */
const LEAVES: readonly (readonly [keyof PersonaCourtesies, RegExp])[] = [
  [
    'goodNight',
    /^(?:(?:yeah|yes|well|anyway|right|ok|okay|so|and|but|oh|honestly) )*(?:i (?:think|guess|suppose|reckon) )?(?:i'?(?:'ll|'m|'d| should| must| will| am| need to| have to| had| ought to| might| better|'m going to| am going to)|time|off) (?:(?!not |never |gone |been |went )\w+ ){0,7}?(?:to bed|some shut eye|(?:some|my) (?:sleep|rest)|turn in|hit the (?:hay|sack)|call it a night|(?:try to |try and )?(?:get to |go to )?sleep)(?: now| then| early| soon| i think)?$|\b(?:good ?night|night night)(?: then| now)?$/,
  ],
  [
    'goodbye',
    /^(?:(?:yeah|well|anyway|right|ok|okay|so|and|but|oh) )*i(?:'d|'ve| had| have)? (?:should |must |need to |ought to |better |got to |gotta |have to )(?:really |be |get )?(?:go|off|dash|run|going|on|shoot|back to it|let you go)(?: now| then| and .*| before .*)?$|\b(?:bye|bye bye|bye for now|goodbye|see you (?:later|soon|tomorrow)|(?:talk|chat|speak) (?:to you )?(?:later|soon|tomorrow)|catch you later|cheerio|ta ra)(?: now| then)?$/,
  ],
];
const MOST_LEAVING = 16;
/** Others say goodbye, too: told of, it takes no leave. */
const OF_OTHERS = /\b(?:she|he|they|said|says|saying|never)\b/;

/** The last thing said, where it takes leave and is no question. */
function leaving(utterance: string, name: string): keyof PersonaCourtesies | undefined {
  const last =
    utterance
      .trim()
      .split(/(?<=[.!?]) +/)
      .at(-1) ?? '';
  const words = plain(last, name);
  if (last.endsWith('?') || OF_OTHERS.test(words) || words.split(' ').length > MOST_LEAVING) return undefined;
  return LEAVES.find(([, said]) => said.test(words))?.[0];
}

/**
 * What the persona answers to a plain courtesy in its own words; null when it has none, or more was said than that. No model
 * is asked: it is the commonest thing said to an assistant, and the small model loses its character there.
 */
export function courtesyOf({ name, courtesies }: EnginePersona, utterance: string, earlierReplies: readonly string[]): string | null {
  const words = plain(utterance, name);
  const kind = SAID.find(([, said]) => said.test(words))?.[0] ?? leaving(utterance, name);
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
