import { factKey } from './fact-key.ts';
import { type FactRule, FOR_SURE, factRule, I_AM, LETTERS, OFTEN, TAIL, WORDS } from './fact-rule.ts';
import { LANGUAGE, NATIONALITY, PROFESSION } from './own-people.ts';
import { DATE } from './spoken-time.ts';

const WHO = `(?:my|our) (?<who>${WORDS})`;
const of =
  (asked: string) =>
  ({ who }: Readonly<Record<string, string | undefined>>) =>
    `${factKey(who ?? '')} ${asked}`;
const AGE = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty)';
const IS = "(?:'s| is| are)";

/** About the people of the user. Their names are cards, not facts. */
export const RULES_ABOUT_OTHERS: readonly FactRule[] = [
  factRule('date', `${WHO}'s birthday${IS} (?:on |in )?(?:the )?(?<what>${DATE}${TAIL}|${DATE})`, of('birthday'), { confidence: FOR_SURE }),
  factRule('date', `${WHO} was born (?:on|in) (?<what>${DATE}${TAIL}|${DATE})`, of('birthday'), { confidence: FOR_SURE }),
  factRule('person', `${WHO} (?:now |still |currently )?(?:lives?|resides?) (?:in|at|on|near|with|next) (?<what>${TAIL})`, of('live in')),
  factRule('person', `${WHO} (?:has |have )?(?:just |recently )?moved to (?<what>${TAIL})`, of('live in')),
  factRule('person', `${WHO} (?:now |still |currently )?works? (?:as|at|for|in) (?<what>${TAIL})`, of('work')),
  factRule('person', `${WHO}${IS} ${OFTEN}(?:an? )?(?:[${LETTERS}-]+ ){0,2}(?<what>${PROFESSION}(?: (?:at|in|for) ${TAIL})?)`, of('work')),
  factRule(
    'person',
    `${WHO}${IS} ${OFTEN}(?<what>(?:\\d{1,3}|[a-z]+(?:[- ][a-z]+)?) (?:years|months|weeks) old|${AGE} and ${AGE}|(?:\\d{1,2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ][a-z]+)?|(?:thir|four|fif|six|seven|eigh|nine)teen|three|four|five|six|seven|eight|nine|ten|eleven|twelve))`,
    of('age'),
  ),
  factRule('person', `${WHO}${IS} (?:severely |very |slightly |badly )?(?:allergic|intolerant) to (?<what>${TAIL})`, of('allergic'), {
    confidence: FOR_SURE,
  }),
  factRule(
    'person',
    `${WHO}${IS} ${OFTEN}(?:an? )?(?<what>vegetarian|vegan|diabetic|left[- ]handed|pregnant|deaf|blind|retired|married(?: ${TAIL})?|divorced|engaged|golden retriever|labrador|poodle|beagle|german shepherd|border collie|terrier|tabby)`,
    ({ who, what }) => `${factKey(who ?? '')} is ${factKey(what ?? '').split(' ')[0] ?? ''}`,
  ),
  factRule('person', `${WHO}${IS} (?:originally )?from (?<what>${TAIL})`, of('come from'), {
    unless: /^(?:a|the|my|work|here|hell|time)\b/iu,
  }),
  factRule('person', `${WHO}${IS} ${OFTEN}(?<what>${NATIONALITY})`, of('nationality')),
  factRule(
    'person',
    `${WHO} ${OFTEN}(?:likes?|loves?|enjoys?|prefers?|hates?|dislikes?|(?:does not|doesn't|do not|don't) (?:like|eat|drink)) (?<what>${TAIL})`,
    ({ who, what }) => `${factKey(who ?? '')} like ${factKey(what ?? '')}`,
    { unless: /^(?:me|you|it|that|this|him|her|them|to (?:say|think|know|tell))\b/iu },
  ),
  factRule(
    'person',
    `${WHO}(?:'s|s') (?<thing>favou?rite [${LETTERS}' ]{2,30}?|phone number|number|address|e-?mail|job|car|anniversary|wedding|shoe size|hobby|school|company|graduation|due date|bedtime)${IS} (?<what>${TAIL})`,
    ({ who, thing }) => `${factKey(who ?? '')} ${factKey(thing ?? '')}`,
  ),
  factRule(
    'person',
    `${WHO} ${OFTEN}(?<what>(?:plays (?:the )?(?:[${LETTERS}]+)|studies (?:[${LETTERS}]+)|goes to (?:[${LETTERS}.]+ )*(?:school|university|college|kindergarten|daycare)|speaks ${LANGUAGE}|teaches [${LETTERS}]+|drives an? [${LETTERS}]+|owns an? [${LETTERS}]+)(?: ${TAIL})?)`,
    ({ who, what }) => `${factKey(who ?? '')} ${factKey(what ?? '').split(' ')[0] ?? ''}`,
    { unless: /\b(?:hard|a lot|with me|tricks|dead)\b/iu },
  ),
  factRule(
    'person',
    `${WHO} (?:has|have) (?<what>(?:an? |two |three |\\d )(?:[${LETTERS}-]+ ){0,2}(?:kids?|children|sons?|daughters?|dogs?|cats?|twins|babies|brothers?|sisters?))`,
    ({ who, what }) =>
      `${factKey(who ?? '')} has ${
        factKey(what ?? '')
          .split(' ')
          .at(-1) ?? ''
      }`,
  ),
];

const EVENT =
  '(?:appointment|meeting|exam|test|interview|flight|party|wedding|date|concert|presentation|deadline|game|match|lesson|class|surgery|operation|check-?up|dinner|lunch|call|rehearsal|recital|audition|race|marathon|trip|conference|shift|driving test|court date|reservation|booking)';
const SOON = /\b(?:a |one |two )?(?:minutes?|seconds?|moments?|sec|bit)\b/iu;

/** What the user is going to do; each stands beside the others. */
export const RULES_ABOUT_PLANS: readonly FactRule[] = [
  factRule(
    'plan',
    `(?:i|we)(?: have|'ve got| have got| got) (?:an? |my |our |another |the )?(?<what>(?:[${LETTERS}'-]+ ){0,3}${EVENT} ${TAIL})`,
    null,
    { unless: SOON, timed: true },
  ),
  factRule(
    'plan',
    `(?:my|our) (?<event>(?:[${LETTERS}'-]+ ){0,2}${EVENT}(?: (?:to|with|at|in|for|from) (?:[${LETTERS}'.-]+ ?){1,4}?)?)(?:'s| is) (?<what>${TAIL})`,
    ({ event }) => `my ${factKey(event ?? '')}`,
    { timed: true },
  ),
  factRule(
    'plan',
    `(?:${I_AM}|we're|we are) (?:going|travelling|traveling|flying|driving|moving|off|heading|cycling|sailing) (?:back |on holiday |on vacation )?to (?<what>${TAIL})`,
    null,
    { unless: SOON, timed: true },
  ),
  factRule(
    'plan',
    `(?:${I_AM}|we're|we are) (?:(?:planning|going|hoping) to|gonna) (?<what>(?:visit|run|travel|fly|drive|move|start|marry|buy|sell|graduate|retire|study|climb|hike|take|see|meet|have|host|celebrate|paint|build|learn|adopt|spend|go|quit|open|join|finish|renovate|get) ?${TAIL})`,
    null,
    { unless: SOON, timed: true },
  ),
  factRule(
    'plan',
    `(?:${I_AM}|we're|we are) (?<what>(?:getting married|having (?:a baby|surgery|an operation|guests|people over|a party|dinner)|meeting [${LETTERS}]+(?: [${LETTERS}]+)?|seeing (?:the |my |a )?[${LETTERS}]+|starting (?:a |my )?(?:new job|school|university|course|diet)|leaving for ${TAIL}|running (?:a |the )?(?:[${LETTERS} ]+)?(?:marathon|race)|taking (?:a |my )?(?:exam|test|course|day off|week off)|visiting ${TAIL}|expecting (?:a baby|our (?:first|second|third) child)|picking up ${TAIL}|babysitting ${TAIL}|hosting ${TAIL}) ${TAIL})`,
    null,
    { unless: SOON, timed: true },
  ),
  factRule('plan', `(?:i|we) (?:start|begin|finish|leave|fly|graduate|retire|move|travel) (?<what>${TAIL})`, null, {
    timed: true,
    unless: /\b(?:every|usually|always)\b|\bminutes?\b/iu,
  }),
  factRule(
    'plan',
    `(?:i|we) (?:have to|need to|must|should|'ve got to|have got to) (?<what>(?:pick up|pay|call|renew|finish|submit|send|return|buy|book|hand in|see|meet|be at|file|water|take|bring|visit|collect|clean|attend|prepare|write|fix) ${TAIL})`,
    null,
    { unless: SOON, timed: true },
  ),
  factRule('plan', `${I_AM} turning (?<what>[${LETTERS}\\d-]+ ${TAIL})`, null, { timed: true }),
  factRule(
    'plan',
    `${WHO}${IS} (?<what>(?:coming|visiting|arriving|flying|leaving|moving|getting married|graduating|starting|staying|having) ${TAIL})`,
    null,
    { unless: SOON, timed: true },
  ),
];
