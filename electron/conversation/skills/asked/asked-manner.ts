import { askingIn } from '../entity-request.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { WITHIN_SCORES } from '../within-scores.ts';
import { spokenText, spokenWords } from '../words/spoken-words.ts';

/** How one speaks is told in short words: longer talk is about somebody else. */
const MOST_WORDS = 24;
const BIT = '(?:a (?:bit|little|touch|tad|notch|shade|little bit|notch or two|bit more)|one notch|some|slightly|somewhat)';
const VOICE = '(?:(?:your |the )?(?:voice|volume|sound)|yourself|it)';
/** What was, and what somebody else does, is no wish. */
const OF_ANOTHER =
  /\b(?:he|she|they|him|her|them|his|their|was|were|said|says|told|asked|always|teacher|neighbou?r says|tv|telly|television|radio|music|heating|oven|thermostat|brightness|price\w*|went)\b/;

export type Manner = 'louder' | 'quieter' | 'slower' | 'faster' | 'repeat';

const WISHES: Readonly<Record<Manner, readonly RegExp[]>> = {
  louder: [
    /\b(?:you will|you) (?:have to|need to|must|had better) (?:shout|yell|speak right up)\b/,
    /\b(?:have to|need to|must|should|could|can|please|got to) (?:you )?(?:be|get|speak|talk) (?:\w+ )?louder\b/,
    new RegExp(
      `\\b(?:go|come|speak|talk|turn|put|bring|push|take|crank) ${VOICE}? ?up(?: ${BIT})?(?: or two)?(?: please| would you| will you| for me)?$`,
    ),
    new RegExp(
      `\\b(?:turn|put|bring|push|crank|take) (?:up )?${VOICE}(?: up)? ${BIT}(?: up)?\\b.*\\bup\\b|\\b(?:turn|put|push|crank) up ${VOICE}`,
    ),
    /\b(?:turn|put|bring|push|crank|pump) (?:yourself|your voice|the volume|your volume) up\b/,
    /\b(?:can not|can hardly|can barely|could not|do not) hear (?:you|a word (?:of it|you say)|what you)\b.*\b(?:up|louder|volume|stronger)\b/,
    /\b(?:bit|little|touch|notch|much|lot|any) (?:louder|more volume)\b(?! (?:than|and louder))/,
  ],
  quieter: [
    /\b(?:no need|there is no need|you (?:do not|need not) (?:need to|have to)?) ?(?:to )?(?:shout|yell|bellow)\b/,
    /\b(?:have to|need to|must|should|could|can|please|got to) (?:you )?(?:be|get|speak|talk) (?:\w+ )?(?:quieter|softer)\b/,
    new RegExp(
      `\\b(?:come|go|turn|put|bring|take|tone|dial|keep) ${VOICE}? ?down(?: ${BIT})?(?: with (?:your|the) (?:voice|volume))?(?: please| would you| will you| for me)?$`,
    ),
    new RegExp(
      `\\b(?:turn|put|bring|take|tone|dial) (?:down )?${VOICE}(?: down)? ${BIT}(?: down)?\\b.*\\bdown\\b|\\b(?:turn|tone|dial) down (?:your |the )(?:voice|volume|sound)`,
    ),
    /\b(?:bit|little|touch|notch|much|lot|any) (?:quieter|softer|less loud)\b(?! (?:than|and quieter))/,
  ],
  slower: [
    /\bslow (?:it |yourself )?down(?: a (?:bit|little|touch|tad))?(?: please| for me| will you| would you)*$/,
    /\b(?:take your time|can not (?:follow|keep up))\b.*\b(?:can not (?:follow|keep up)|take your time)\b/,
    /\b(?:bit|little|touch|notch|much|lot|any) (?:slower|more slowly|less fast)\b(?! (?:than|and slower))/,
    /\b(?:speak|talk|go|read) (?:\w+ ){0,2}(?:slower|more slowly|less quickly)\b(?! than)/,
  ],
  faster: [
    /^(?:\w+ ){0,8}speed (?:it |yourself )?up(?: a (?:bit|little|touch|tad))?(?: please| for me| will you| would you)*$/,
    /\b(?:bit|little|touch|notch|much|lot|any) (?:faster|quicker|more quickly)\b(?! (?:than|and faster))/,
    /\b(?:speak|talk|go|read) (?:\w+ ){0,2}(?:faster|quicker|more quickly)\b(?! than)/,
  ],
  repeat: [
    /^(?:sorry |oh |no |wait )*i (?:did not|could not|missed) (?:quite )?(?:get|catch|hear|understand|)? ?(?:that|the|your) last (?:bit|part|word|sentence|thing)$/,
    /\bmaking (?:a |such a |an awful )?(?:racket|noise|din)\b.*\bwhat did you (?:just )?say\b/,
    /\b(?:run|go|take) (?:that|it|me) (?:by|past|through|over)(?: me| it| that)?(?: all)? (?:again|once more|one more time)(?: please| would you| will you)*$/,
    /\bwhat was (?:it|that|the last (?:bit|part|thing|word)) (?:that )?you (?:just )?(?:said|told me|were saying)\b/,
    /\bi (?:did not|could not|have not|never) (?:quite |really )?(?:catch|get|hear|understand|follow) (?:that|it|you|what you said|the last|that last|the end|a word of that)(?: \w+){0,2}? ?(?:give it to me|say it|tell me|run that|go over (?:that|it)|what was it|once more|again|repeat|from the top)\b/,
    /(?<!\b(?:i|would|to|not|never|they|you|and|people) )\b(?:say|give|tell|read) (?:it|that|me that|it to me|that to me) (?:all )?(?:again|once more|one more time|another time)(?: please| for me| would you| will you| slowly)*$/,
    /\b(?:drifted off|was not listening|was miles away|the (?:kettle|dog|door|baby|phone) was)\b.*\b(?:what (?:was that|did you say|was it)|say (?:it|that) again|again)\b/,
    /\b(?:repeat|go over|run through) (?:that|it|what you (?:just )?said|(?:the|that) last (?:bit|part|one|thing))\b(?: again| once more| one more time| for me| please| would you| will you)*$/,
  ],
};

/** Of whoever speaks here and who listens. */
const OF_US =
  /\b(?:what (?:was|did) (?:it|that|the last (?:bit|part|thing|word))|you (?:just )?(?:said|told me)|what you (?:just )?said|i was|(?:kettle|dog|door|baby|phone) was)\b/g;
/** "The pan is too hot, turn it down" is of no voice. */
const OF_VOICE =
  /\b(?:you|your|yourself|voice|volume|sound|hear|loud\w*|quiet\w*|talk\w*|speak\w*|repeat|say|missed|lost|run it|catch|understand|follow|english|would help|shout\w*|slow|speed|follow|last (?:bit|part|word|sentence|thing))\b/;

/** Words about the voice with a wish in them: "can't hear you over the extractor fan, go up a notch or two". */
export function mannerAsked(utterance: string, manner: Manner): PhraseScore | null {
  const words = spokenWords(utterance);
  const text = words.map((word) => word.text).join(' ');
  if (words.length > MOST_WORDS || OF_ANOTHER.test(text.replaceAll(OF_US, ' '))) return null;
  return OF_VOICE.test(text) && WISHES[manner].some((wish) => wish.test(text)) ? { arguments: {}, score: WITHIN_SCORES.asked } : null;
}

const NAME = String.raw`(\p{Lu}\p{Ll}[\p{L}'-]*)`;
const SOMEBODY = [
  new RegExp(
    String.raw`\b(?:have|get|use|hear from|bring back|speak (?:with|to)|talk (?:with|to)|chat (?:with|to)|switch (?:over )?to|go (?:back )?to|be with|swap (?:over )?to|put (?:me )?(?:on to|through to))\s+${NAME}(?:\s+(?:back|instead|from now on|please|again|now|for a (?:bit|while|change)|then|on|for (?:me|us|th(?:is|at)(?: one)?|it|(?:the|my|our) \p{L}+)|will you|would you))*[.!?]*$`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:chance of|about|mind)\s+${NAME}\s+(?:coming|taking|to (?:come|take)|back)(?:\s+(?:back|over|on|again|please|now))*[.!?]*$`,
    'u',
  ),
];
const WISHED =
  /\b(?:possible|any (?:way|chance)|can (?:i|we)|could (?:i|we)|may (?:i|we)|glad|happy|like|love|prefer|rather|sooner|how about|what about|fancy|mind if|time to|want|need|please|swap|switch)\b/i;
const KIN =
  /^(?:Mum|Mom|Mummy|Mommy|Dad|Daddy|Mother|Father|Gran|Granny|Grandma|Grandpa|Grandad|Nan|Nana|Aunt|Auntie|Uncle|Doctor|God|Santa|Jesus|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|English|French|German|Spanish|Italian)$/;
const TOLD = /\b(?:he|she|they|said|says|told|asked|was|were|used to|every|phone|visit|see|party|dinner|lunch|tea)\b/i;

/** "Would it be possible to have Winston from now on": a name with a capital at the end of a wish. */
export function personaAsked(utterance: string): PhraseScore | null {
  if (askingIn(utterance) === null && !WISHED.test(utterance)) return null;
  const name = SOMEBODY.map((place) => place.exec(utterance)?.[1]).find((one) => one !== undefined && !KIN.test(one));
  return name === undefined || !WISHED.test(utterance) || TOLD.test(utterance) ? null : { arguments: { name }, score: WITHIN_SCORES.asked };
}

const ABILITIES =
  /\bwhat (?:else |other things |more |all )(?:can|could|do|are|may|might|will|would) (?:i |we |you )(?:\w+ ){0,3}(?:ask|do|help|say|able|good|know|use|get|offer|handle|manage)\b/;
const TRICKS =
  /\bwhat (?:other |else |more )?(?:tricks|skills|talents|abilities|features|party tricks) (?:have you(?: got)?|do you (?:have|know)|can you do|are you hiding)\b/;
/** "My nephew set you up for me and I've no idea what I can ask you". */
const UNKNOWN_ABILITIES =
  /\b(?:no (?:idea|clue)|not (?:a clue|the faintest|sure|certain|know|really know)|have not (?:a clue|the faintest)|never know|wonder\w*|clueless|in the dark) (?:\w+ ){0,2}?what (?:(?:sort|kind) of (?:things?|stuff) )?(?:i (?:can|could|may|am (?:able|allowed|supposed) to|should) (?:even |really |actually )?(?:ask|say to|do with|use)(?: of)?(?: you)?(?: for)?|you (?:can|could|are (?:able|capable)|do|know)(?: (?:of|to do|do|help with|help me with|for me|even|all))*)$/;
const BESIDES = /\b(?:besides|apart from|other than|aside from|as well as|except|beyond|on top of)\b/;

/** "What else can I ask you besides timers and lists." */
export function abilitiesAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (UNKNOWN_ABILITIES.test(spokenText(utterance))) return { arguments: {}, score: WITHIN_SCORES.asked };
  if (asking === null) return null;
  if (TRICKS.test(asking.asked)) return { arguments: {}, score: WITHIN_SCORES.asked };
  if (!ABILITIES.test(asking.asked)) return null;
  const isOfYou =
    /\byou\b/.test(asking.asked) &&
    (BESIDES.test(asking.text) || /\b(?:ask|do|help|good for|able to)(?: (?:you|for me|with|then|do))*$/.test(asking.asked));
  return isOfYou ? { arguments: {}, score: WITHIN_SCORES.asked } : null;
}
