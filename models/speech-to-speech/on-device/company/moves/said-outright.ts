import { CURIOUS } from '../to-me/invitations.ts';
import { type Move, moveNamed } from './move-of.ts';

/** Lines for what the net tells no kind of. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'good-mood': ['I can hear it. Long may it last!', 'Lovely. A mood like that needs no reason.', "Then I'm in a good one, too."],
  'news-coming': [...CURIOUS, 'Oh? What happened?'],
  'rather-not': [
    "That's quite all right. We needn't.",
    'Then we leave it there. What would do you good now?',
    "Of course. I'm here all the same.",
  ],
  'feels-better': ["I'm glad to hear it.", "Good. That's what I'm here for.", "I'm so glad."],
  'got-it-wrong': [
    "I'm sorry about that. How was it, then?",
    "Did I? I'm sorry. Tell me how it is.",
    "Then I'm sorry. I'll try to do better.",
  ],
  'feast-wished': ['And the same to you, thank you!', 'Thank you, and a good one to you.'],
  'bores-me': ['Not at all. I like listening to you.', "I don't find so. I'm glad of your company."],
  secret: ['Of course. It stays on this computer.', "I can. What you tell me doesn't leave this computer."],
  promise: ['Ha! I would not dream of it.', 'I promise. Not a word.', 'It stays between us.'],
  introduced: ["Hello! It's good to meet you. How are you?", 'Hello there, and welcome. How is your day going?'],
  hush: ['All right, quietly then.', "I'll keep it down.", 'Softly, then. I am listening.'],
  'results-in': ['And? What do they say?', 'I hope they are good. What do they say?', 'And how do they look?'],
};

/**
 * Said in so many words: that is believed before what all the words mean together ("I'm in a great mood and I don't even know why" is near
 * many sad sentences).
 */
const OUTRIGHT: readonly (readonly [said: RegExp, name: string])[] = [
  [
    /\bi(?:'d| would) rather not (?:talk|speak|say|think|go into)\b(?!.*\bto (?:him|her|them|my|the)\b)|^(?:(?:oh|well|no|please|anyway|look|but) )*(?:(?:leave|drop|forget|stop) it )?(?:(?:can|could) we|let's|let us) (?:not talk about|talk about (?:something|anything) else|change the subject|leave it)\b|^(?:(?:well|no|please|anyway|look|but) )*i (?:don't|do not) (?:want to|wanna|feel like) (?:talk|talking|think|thinking|speak|speaking) about (?:it|that|this)(?: any ?more| now| tonight| today| right now)?(?: (?:please|if (?:that's|that is|it's) (?:ok|okay|all right|alright|fine)))?$/,
    'rather-not',
  ],
  [
    /^(?:(?:there|well|oh|right|yeah|yes|actually|honestly|thanks|thank you|so) )*(?:i(?:'m| am)? feel(?:ing)? (?:a bit |a little |much |so much |a lot |already )*better(?: already| now| for (?:it|that|saying it|talking))*|(?:that|it|talking(?: about it| to you)?|saying it(?: out loud)?)(?:'s| is| has|'s been| has been)? (?:really |actually |already )?(?:helps?|helped|helping)(?: some| a (?:bit|little|lot)| actually| already| me)*)(?: thanks| thank you)?$/,
    'feels-better',
  ],
  [
    /^(?:(?:well|no|actually|hey|but) )*you (?:got|had|told me) (?:it |that |him |her )?(?:all )?wrong\b|^(?:(?:well|no|actually|hey|but) )*you(?: were|'re| are) wrong\b/,
    'got-it-wrong',
  ],
  [
    /^(?:oh |well |and |a )*(?:happy|merry) (?:new year|christmas|xmas|easter|diwali|hanukkah|eid|thanksgiving|holidays|halloween)\b(?!.*\b(?:was|were|(?:he|she|they|everybody|nobody) said)\b)/,
    'feast-wished',
  ],
  [
    /^(?:(?:so|and|hey|oi|oh|well|tell me|be honest) )*(?:you'd tell me|would you tell me|would you say|do you think|am i|do i|was i|i'm not)\b.*\b(?:talk(?:ing)? too much|boring(?: you)?|a bore|annoying you|bothering you|(?:rabbit|witter|ramb?l|ramble|drone|go|going|rattl)(?:ing|l?e)? on(?: too much| a bit)?|rambling|moan(?:ing)? too much)(?: wouldn't you| am i)?$/,
    'bores-me',
  ],
  [
    /^(?:please |oh |hey |and |now |just |but )*don't (?:you )?(?:dare|you start|tell (?:on me|anyone|anybody|him|her|them|my)|let on|repeat (?:that|it)|breathe a word|make me out|grass|snitch|rat)\b|\bdon't (?:you )?(?:tell|let) (?:him|her|them|anyone|anybody|on)(?: that| i said(?: so| that)?| about it| know)?$/,
    'promise',
  ],
  [
    /^(?:(?:hello|hi|hey|hiya|g'day|evening|morning|afternoon)(?: (?:there|mate|love|again))? )(?:(?:it's|this is|i'm|i am) (?!me\b|only\b|just\b|so\b|a\b|an\b|the\b|not\b|been\b|my\b|in\b|at\b|on\b|off\b|back\b|home\b|too\b|\w+ing\b)\p{L}+|\p{L}+ here)\b/u,
    'introduced',
  ],
  [
    /^(?:so |and |but |oh |hey )*(?:can|could|will) (?:you|i trust you to) keep (?:a|this) secret\b|\b(?:are you )?(?:any )?good at keeping secrets\b/,
    'secret',
  ],
  [/^(?:(?:all right|alright|okay|ok|right|well|anyway|oh|so)(?: then)? )+(?:good ?night|night night)(?: \p{L}+){0,2}$/u, 'good-night'],
  [/^(?:please )?i (?:just )?want to go home\b(?! (?:early|now|after|and|to bed))/, 'homesick'],
  [/^s+h+\b|^(?:hush|quiet now|keep it down|whisper)\b.*\b(?:asleep|sleeping|baby)\b/, 'hush'],
  [
    /^(?:well |so |oh |hey |hi |and |guess what )*(?:(?:it's|it is|today's|today is|tomorrow's|tomorrow is) my (?:\w+ )?birthday|my birthday(?:'s| is) (?:today|tomorrow)|happy birthday to me)\b(?!.*\b(?:nobody|no one|alone|forgot|forgotten|but|without|hate|dread\w*|cancelled|own)\b)/,
    'birthday',
  ],
  [
    /\bi(?:'m| am)(?: in)? (?:such )?an? (?:really |very |so |surprisingly )*(?:great|good|wonderful|fantastic|brilliant|excellent|lovely|cracking) mood\b/,
    'good-mood',
  ],
  [
    /^(?:well |so |oh |hey |and )*you (?:won't|will not|wouldn't|'ll never|will never) (?:believe|guess) (?:what|who|where|how)\b(?:\W+[\w']+){1,7}$/,
    'news-coming',
  ],
  [
    /^(?:(?:well|so|oh|hey|and|okay) )*guess (?:what|who|where|how)(?:'s|'ve| is| has| just| i| we| he| she)?\b(?!.*\bwhat to do\b)/,
    'news-coming',
  ],
  [/\bthank (?:christ|god|goodness|heavens?|the lord)(?: for that)?$/, 'relief'],
  [
    /^(?:well |so |oh |and )*(?:i(?:'ve| have)? (?:just )?(?:got|had)|(?:he|she|they)(?:'s|'ve| has| have)? (?:just )?(?:got|had)) (?:my|the|his|her|their) (?:\w+ )?(?:test |blood |scan |exam |biopsy )?results (?:back )?(?:today|this morning|yesterday|back|just now)?$/,
    'results-in',
  ],
];

/** @param words lower case, without marks @returns how a listener should take them, where they say it themselves */
export function saidOutright(words: string): Move | null {
  const name = OUTRIGHT.find(([said]) => said.test(words))?.[1];
  if (name === undefined) return null;
  const lines = LINES[name];
  return lines === undefined ? moveNamed(name) : { name, lines, isToMe: false };
}
