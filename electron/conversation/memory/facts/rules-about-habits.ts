import { factKey } from './fact-key.ts';
import { type FactRule, FOR_SURE, factRule, I_AM, LETTERS, OFTEN, TAIL } from './fact-rule.ts';

const NOT_LIKED =
  /^(?:and|or|in|at|on|as|you|your|yours|yourself|it|its|that|this|these|those|to (?:know|think|say|tell|hear|see you|ask|admit|interrupt|bother|believe|imagine|be (?:alone|left))|how|when|what|where|who|whatever|him|her|them|me|myself|the (?:song|first|second|third|last|other|former|latter|next|one|idea|way|sound of (?:it|that)|fact|answer|look|thought)\b|both\b|neither\b|either\b|one\b|everything you|not\b|being (?:asked|told))\b/iu;
const NOT_DAILY = /\b(?:tomorrow|today|tonight|yesterday|now|right now)\b/iu;

/** What the user does, has and likes. In the order in which they are tried. */
export const RULES_ABOUT_HABITS: readonly FactRule[] = [
  factRule(
    'about',
    `i ${OFTEN}play (?:the )?(?<what>(?:electric |acoustic |bass |grand )?(?:piano|guitar|violin|cello|drums|flute|saxophone|trumpet|ukulele|harp|bass|clarinet|organ|accordion|banjo|football|soccer|tennis|chess|basketball|volleyball|golf|hockey|ice hockey|badminton|rugby|cricket|baseball|handball|squash|table tennis|poker|bridge|video games|dungeons and dragons)(?: ${TAIL})?)`,
    ({ what }) =>
      `play ${factKey(what ?? '')
        .split(' ')
        .slice(0, 2)
        .join(' ')}`,
  ),
  factRule('about', `i ${OFTEN}(?:wake up|get up|rise) (?<what>(?:at|around|by|before|early|late|very) ?${TAIL})`, 'wake up', {
    unless: /\b(?:tomorrow|today|yesterday)\b/iu,
  }),
  factRule('about', `i ${OFTEN}(?:go to (?:bed|sleep)) (?<what>(?:at|around|by|before|early|late|very) ?${TAIL})`, 'go to bed', {
    unless: /\b(?:tomorrow|today|tonight|yesterday)\b/iu,
  }),
  factRule(
    'about',
    `i ${OFTEN}(?<what>(?:go (?:running|swimming|jogging|hiking|cycling|climbing|dancing|fishing|skiing)|go to (?:the gym|yoga|church|choir|the market|the pool|therapy|book club)|work out|exercise|run|swim|jog|meditate|do yoga|do pilates|train|volunteer) (?:${TAIL} )?(?:every|on [${LETTERS}]+days?|twice|once|three times|each|daily|in the (?:morning|evening)|before|after|at|with)${TAIL})`,
    ({ what }) =>
      `habit ${factKey(what ?? '')
        .split(' ')
        .slice(0, 3)
        .join(' ')}`,
    { unless: /\b(?:tomorrow|today|tonight|yesterday)\b/iu },
  ),
  factRule(
    'about',
    `i (?:do not|don't|never|no longer) (?<what>(?:drink(?: any)? (?:alcohol|coffee)|drink|smoke|drive|have (?:a car|any (?:kids|children|pets|siblings|allergies)|kids|children|pets|siblings|a (?:tv|television|smartphone))|own a car|eat (?:any )?${TAIL}))`,
    ({ what }) => habitKey(what ?? ''),
    { unless: /\b(?:much|often|today|yet|enough|that|it)$/iu },
  ),
  factRule(
    'about',
    `(?:i|we)(?: have|'ve got| have got) (?<what>(?:no |an? |one |two |three |four |five |six |\\d )(?:[${LETTERS}-]+ ){0,2}(?:kids?|children|child|sons?|daughters?|brothers?|sisters?|siblings?|dogs?|cats?|pets?|twins|horses?|rabbits?|grandchildren|grandsons?|granddaughters?|cars?|bikes?|house|garden|boat|hamsters?|parrots?|chickens|goldfish|tattoos?))(?: (?:and|who|in|living in) ${TAIL})?`,
    ({ what }) => `have ${singular(what ?? '')}`,
  ),
  factRule(
    'preference',
    `my (?<thing>favou?rite [${LETTERS}' ]{2,40}?)(?:'s| is| are| has always been| was always) (?:probably |definitely |still |called )?(?<what>${TAIL})`,
    ({ thing }) => `my ${factKey(thing ?? '')}`,
  ),
  factRule(
    'preference',
    `(?<what>${TAIL}) (?:is|are) my (?:all-time |absolute )?(?<thing>favou?rite [${LETTERS}' ]{2,40}?)`,
    ({ thing }) => `my ${factKey(thing ?? '')}`,
    { unless: /^(?:what|which|who|where|that|this|it|these|those|here|not|he|she|they|you|if|when)\b/iu },
  ),
  factRule(
    'preference',
    `(?:i|we) ${OFTEN}(?:prefer|would rather have|like) (?<what>${TAIL}) (?:over|to|more than|better than|rather than|instead of) (?<other>${TAIL})`,
    ({ what }) => `like ${factKey(what ?? '')}`,
    { unless: NOT_LIKED },
  ),
  factRule(
    'preference',
    `i ${OFTEN}(?:like|love|enjoy|adore|prefer|hate|dislike|detest|loathe|can't stand|cannot stand|cant stand|(?:do not|don't|dont) (?:${OFTEN})(?:like|love|enjoy)) (?<what>${TAIL})`,
    ({ what }) => `like ${factKey(what ?? '')}`,
    { unless: NOT_LIKED },
  ),
  factRule(
    'preference',
    `${I_AM} ${OFTEN}(?:not ${OFTEN})?(?:an? )?(?:(?:big|huge|great|massive|real|lifelong) )*(?:fan of|into|interested in|crazy about|fond of|keen on|obsessed with|afraid of|scared of|terrified of|good at|bad at|terrible at|passionate about|addicted to) (?<what>${TAIL})`,
    ({ what }) => `like ${factKey(what ?? '')}`,
    { unless: NOT_LIKED },
  ),
  factRule(
    'preference',
    `i ${OFTEN}(?:take|drink|have|eat) (?:my |a )?(?<meal>coffee|tea|breakfast|lunch|dinner|steak|eggs|whisky|whiskey) (?<what>(?:with|without|black|at|around|white|medium|rare|well done|sweet|in the|every|scrambled|plain|neat|on the) ?${TAIL}|black|white|plain|neat)`,
    ({ meal }) => `my ${factKey(meal ?? '')}`,
    { unless: /\b(?:tomorrow|today|tonight|yesterday|now)\b/iu },
  ),
  factRule(
    'about',
    `i (?:can't|cannot|can not|cant|mustn't|must not) (?:eat|have|drink|tolerate|digest) (?<what>${TAIL})`,
    ({ what }) => `like ${factKey(what ?? '')}`,
    { confidence: FOR_SURE, unless: /^(?:it|that|this|another|any ?more|more|now|one|everything|anything|you|him|her|them)\b/iu },
  ),
  factRule('about', `${I_AM} (?:the |a )?(?:proud |single )*(?:mother|father|mom|mum|dad|parent) (?<what>of ${TAIL})`, 'have kid'),
  factRule('about', `${I_AM} on (?:a|an|the) (?<what>${TAIL}) diet`, 'my diet'),
  factRule(
    'about',
    `i (?:always |usually )?wear (?<what>glasses|contacts|contact lenses|braces|(?:a )?hearing aids?)`,
    ({ what }) => `wear ${factKey(what ?? '')}`,
  ),
  factRule(
    'about',
    `i(?:'ve| have) been (?:playing|learning|practicing|practising|training for) (?:the )?(?<what>${TAIL})`,
    ({ what }) => `play ${factKey(what ?? '').split(' ')[0] ?? ''}`,
    {
      unless: /^(?:with|around|a lot|it|that|this|games with)\b/iu,
    },
  ),
  factRule('about', `i wear (?:a )?size (?<what>${TAIL})`, 'my size'),
  factRule(
    'about',
    `${I_AM} ${OFTEN}trying to (?<what>(?:lose|gain|quit|get pregnant|get fit|save|eat|drink|sleep|cut down on|give up|learn) ?(?:${TAIL}))`,
    ({ what }) => `goal ${factKey(what ?? '').split(' ')[0] ?? ''}`,
    { unless: NOT_DAILY },
  ),
  factRule(
    'about',
    `i ${OFTEN}(?<what>(?:drink|eat|have|take|read|cook|watch|call|clean|walk|play|practise|practice|bake|visit) ${TAIL} (?:every|each|daily|twice a|once a|on [${LETTERS}]+days)(?:${TAIL})?)`,
    ({ what }) =>
      `habit ${factKey(what ?? '')
        .split(' ')
        .slice(0, 3)
        .join(' ')}`,
    { unless: NOT_DAILY },
  ),
];

function singular(counted: string): string {
  const last = factKey(counted).split(' ').at(-1) ?? '';
  return last === 'children' ? 'kid' : last.replace(/(?<!s)s$/, '');
}

function habitKey(what: string): string {
  const key = factKey(what.replace(/\bany\b/iu, ''));
  if (/^eat |^drink (?!$)/u.test(key)) return `like ${key.replace(/^(?:eat|drink) /u, '')}`;
  return /^(?:have|own) /u.test(key) ? `have ${singular(key)}` : `habit ${key}`;
}
