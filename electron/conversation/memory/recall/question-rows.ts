import { factKey } from '../facts/fact-key.ts';
import { WORDS } from '../facts/fact-rule.ts';
import { PROFESSION } from '../facts/own-people.ts';
import type { Asked } from './asked-question.ts';

type Groups = Readonly<Record<string, string | undefined>>;
type Reading = (groups: Groups) => Partial<Asked>;

const IS = "(?:'s|s| is| are| was| were)";
/** Whose it is; looked up behind the pattern, once for all rows. */
const WHOSE = `(?<who>${WORDS})`;
const EATING = '(?:like|love|enjoy|prefer|hate|dislike|eat|drink)';

/** The user's own things that several slots answer. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  job: ['my job', 'work as', 'work at', 'work in', 'own business'],
  profession: ['my profession', 'my job', 'work as'],
  occupation: ['my occupation', 'my job', 'work as'],
  employer: ['my employer', 'my company', 'work at'],
  company: ['my company', 'work at', 'own business'],
  address: ['my address', 'my home address', 'live in'],
  'home address': ['my home address', 'my address', 'live in'],
  city: ['live in'],
  hometown: ['my hometown', 'grew up', 'come from'],
  nationality: ['my nationality', 'nationality', 'come from'],
  'room number': ['my room number', 'my hotel room', 'my hotel room number', 'my room'],
  room: ['my room', 'my hotel room', 'my room number'],
  age: ['age', 'my birthday'],
  height: ['my height', 'height'],
  weight: ['my weight', 'weight'],
  'shoe size': ['my shoe size', 'my size'],
  'date of birth': ['my birthday'],
  'wedding anniversary': ['my wedding anniversary', 'my anniversary', 'got married'],
  anniversary: ['my anniversary', 'my wedding anniversary', 'got married'],
  allergy: ['my allergy', 'allergic *'],
  allergies: ['my allergies', 'allergic *'],
  hobbies: ['my hobbies', 'my hobby'],
  hobby: ['my hobby', 'my hobbies'],
  'mother tongue': ['my mother tongue', 'my native language', 'my first language', 'speak'],
  'native language': ['my native language', 'my mother tongue', 'my first language', 'speak'],
  'marital status': ['marital status'],
  major: ['my major', 'study'],
  diet: ['my diet', 'am *'],
  'phone number': ['my phone number', 'my mobile number', 'my cell number', 'my number'],
  number: ['my phone number', 'my number'],
  email: ['my email', 'my e-mail', 'my email address'],
  goal: ['my goal', 'goal *'],
};

const WORK = ['work as', 'work at', 'work in', 'own business', 'my job', 'work how'];
const HOME = ['live in', 'live in a', 'live near', 'my address', 'live with'];

/** In the order in which they are tried. Patterns are over a question in lower case without politeness. */
export const QUESTION_ROWS: readonly (readonly [RegExp, Reading])[] = [
  row(`(?:what|who)${IS} my (?:first |own |full )?name|who am i|what am i called`, () => ({ name: true })),
  row(
    `(?:what${IS} my ${WHOSE}(?:'s|s|s') name|(?:who|what)${IS} my ${WHOSE.replace('who', 'other')}|what${IS} the name of my (?<third>${WORDS}))`,
    ({ who, other, third }) => ({ name: true, person: who ?? other ?? third ?? null }),
  ),
  row(
    `when (?:is|was|are) (?:my ${WHOSE}(?:'s|s|s') birthday|my (?<other>${WORDS}) born)|what${IS} my (?<third>${WORDS})(?:'s|s|s') (?:birthday|date of birth)`,
    ({ who, other, third }) => ({ person: who ?? other ?? third ?? null, slots: ['birthday'] }),
  ),
  row(
    `where (?:does|do) my ${WHOSE} (?:live|reside|stay)|where${IS} my (?<other>${WORDS}) (?:living|based)|what city does my (?<third>${WORDS}) live in`,
    ({ who, other, third }) => ({ person: who ?? other ?? third ?? null, slots: ['live in'] }),
  ),
  row(
    `(?:where (?:does|do) my ${WHOSE} work|what (?:does|do) my (?<other>${WORDS}) do(?: for (?:a living|work))?|what${IS} my (?<third>${WORDS})(?:'s|s|s') (?:job|profession))`,
    ({ who, other, third }) => ({ person: who ?? other ?? third ?? null, slots: ['work', 'job'] }),
  ),
  row(`how old${IS} my ${WHOSE}|what${IS} my (?<other>${WORDS})(?:'s|s|s') age`, ({ who, other }) => ({
    person: who ?? other ?? null,
    slots: ['age', 'birthday'],
  })),
  row(`where${IS} my ${WHOSE} from|what nationality is my (?<other>${WORDS})`, ({ who, other }) => ({
    person: who ?? other ?? null,
    slots: ['come from', 'nationality'],
  })),
  row(`(?:is|are) my ${WHOSE} allergic(?: to (?<about>.+))?|what${IS} my (?<other>${WORDS}) allergic to`, ({ who, other, about }) => ({
    person: who ?? other ?? null,
    slots: ['allergic'],
    about: about ?? '',
  })),
  row(`(?:does|do) my ${WHOSE} ${EATING} (?<about>.+)`, ({ who, about }) => ({
    person: who ?? null,
    slots: ['like *'],
    about: about ?? '',
  })),
  row(`what (?:does|do) my ${WHOSE} (?:like|love|enjoy)(?: to (?:eat|drink|do))?`, ({ who }) => ({
    person: who ?? null,
    slots: ['like *'],
    liking: true,
  })),
  row(`what (?:does|do) my ${WHOSE} (?:hate|dislike)`, ({ who }) => ({ person: who ?? null, slots: ['like *'], liking: false })),
  row(`(?:what|when|which|where)${IS} my ${WHOSE}(?:'s|s|s') (?<thing>.+)`, ({ who, thing }) => ({
    person: who ?? null,
    slots: [factKey(thing ?? '')],
  })),
  row(
    'where (?:do|did) i (?:live|stay|reside)(?: now| these days)?|where am i living|(?:what|which) (?:street|city|town|country) (?:do i live|am i living) (?:in|on)|where is my (?:home|house|place|flat|apartment)',
    () => ({ slots: HOME }),
  ),
  row('who do i live with|do i live alone', () => ({ slots: ['live with'] })),
  row('where (?:am i|do i come) from|where was i born|what country am i from|what (?:is my )?nationality(?: am i)?', () => ({
    slots: ['come from', 'nationality', 'grew up'],
  })),
  row('where did i grow up', () => ({ slots: ['grew up', 'come from'] })),
  row('where do i work|what (?:do i|i) do(?: for (?:a living|work))?|what kind of work do i do|who do i work for', () => ({ slots: WORK })),
  row(`(?:do|did) i work (?:as|at|for|in) (?<about>.+)|am i an? (?<other>${PROFESSION})`, ({ about, other }) => ({
    slots: WORK,
    about: about ?? other ?? '',
  })),
  row('what do i study|what am i studying|where do i (?:study|go to school|go to university|go to college)', () => ({
    slots: ['study', 'go to school', 'my school', 'my university', 'my major'],
  })),
  row('(?:what|which|how many) languages? (?:do|can) i speak|(?:do|can) i speak (?<about>.+)', ({ about }) => ({
    slots: ['speak', 'learn *', 'my native language', 'my mother tongue'],
    about: about ?? '',
  })),
  row('what (?:language )?am i learning', () => ({ slots: ['learn *'] })),
  row('(?:when|what day) (?:is|was) my (?:birthday|date of birth)|when was i born|what year was i born', () => ({
    slots: ['my birthday'],
  })),
  row('how old am i', () => ({ slots: ['age', 'my birthday'] })),
  row('how tall am i', () => ({ slots: ['height', 'my height'] })),
  row('(?:how much|what) do i weigh', () => ({ slots: ['weight', 'my weight'] })),
  row(
    '(?:what|which) (?:shoe )?size(?: shoes?)? (?:do i (?:wear|take|need|have)|am i|did i (?:say|tell you) i (?:was|am|take|took|wear))',
    () => ({ slots: ['my shoe size', 'my size'] }),
  ),
  row('am i (?:allergic|intolerant) to (?<about>.+)', ({ about }) => ({ slots: ['allergic *', 'like *'], about: about ?? '' })),
  row(
    'what (?:[a-z]+ )?am i (?:allergic|intolerant) to|do i have (?:any |an )?(?:allergies|allergy)|am i allergic to (?:anything|something)',
    () => ({
      slots: ['allergic *', 'my allergy', 'my allergies'],
    }),
  ),
  row('am i (?<about>married|single|divorced|engaged|widowed)|who am i (?:married|engaged) to', () => ({
    slots: ['marital status', 'got married'],
  })),
  row('when did (?:i|we) get married|how long have (?:i|we) been married', () => ({
    slots: ['got married', 'my anniversary', 'my wedding anniversary'],
  })),
  row(
    'am i (?:an? )?(?<about>vegetarian|vegan|pescatarian|diabetic|celiac|coeliac|lactose[- ]intolerant|left[- ]handed|right[- ]handed|colou?r[- ]?blind|pregnant|morning person|night owl|early bird|only child|twin|introvert|extrovert)',
    ({ about }) => ({ slots: ['am *'], about: about ?? '' }),
  ),
  row(
    '(?:do i have|have i got|how many) (?:any |an? )?(?<about>kids?|children|child|sons?|daughters?|brothers?|sisters?|siblings?|dogs?|cats?|pets?|twins|horses?|rabbits?|cars?|bikes?)(?: do i have)?',
    ({ about }) => ({ slots: ['have *'], about: about ?? '' }),
  ),
  row('do i have (?<about>asthma|diabetes|epilepsy|migraines?|hay fever|arthritis|insomnia|adhd|celiac disease)', ({ about }) => ({
    slots: ['have *'],
    about: about ?? '',
  })),
  row('do i (?<about>smoke|drive)|do i drink(?: (?<other>alcohol))?', ({ about, other }) => ({
    slots: ['habit *', 'like *'],
    about: about ?? other ?? 'drink',
  })),
  row('when do i (?:get up|wake up)|what time do i (?:get up|wake up)', () => ({ slots: ['wake up'] })),
  row('when do i go to (?:bed|sleep)|what time do i go to (?:bed|sleep)', () => ({ slots: ['go to bed'] })),
  row('(?:what|which|what kind of) car do i (?:drive|have|own)|what do i drive', () => ({ slots: ['my car'] })),
  row('where (?:did i (?:park|leave)|have i parked)(?: my car| the car| it)?|where is (?:my|the) car(?: parked)?', () => ({
    slots: ['my car parked'],
  })),
  row('(?:what|which) (?:instruments?|sports?) do i play|do i play (?<about>.+)|what do i play', ({ about }) => ({
    slots: ['play *', 'learn *'],
    about: (about ?? '').replace(/^(?:the|an?) /u, ''),
  })),
  row('how do i (?:take|like|drink|eat|have) my (?<thing>[a-z ]+)', ({ thing }) => ({ slots: [`my ${factKey(thing ?? '')}`] })),
  row(
    'what do i (?:like|love|enjoy)(?: to (?:do|eat|drink))?(?: most)?|what kind of (?<about>[a-z]+) do i (?:like|love|enjoy)',
    ({ about }) => ({
      slots: about === undefined ? ['like *'] : [`my favorite ${factKey(about)}`],
      liking: about === undefined ? true : null,
    }),
  ),
  row("what do(?:n't| not)? i (?:hate|dislike|like)|what am i afraid of", () => ({ slots: ['like *'], liking: false })),
  row(`(?:do|did|don't) i (?:really |still |even |actually )?${EATING} (?<about>.+)`, ({ about }) => ({
    slots: ['like *'],
    about: about ?? '',
  })),
  row('(?:am i (?:a fan of|into|interested in|afraid of|scared of)|can i (?:eat|have|drink)) (?<about>.+)', ({ about }) => ({
    slots: ['like *', 'allergic *'],
    about: about ?? '',
  })),
  row('(?:what|which) (?<thing>[a-z]+) (?:is|are) my favou?rite', ({ thing }) => ({ slots: [`my favorite ${factKey(thing ?? '')}`] })),
  row('where (?:did i (?:put|leave|hide)|do i keep) (?:my|our|the) (?<thing>.+)', ({ thing }) => things(thing)),
  row(`(?:what|when|where|which|who|how)(?: time| day)?${IS} (?:my|our) (?<thing>.+)`, ({ thing }) => things(thing)),
  row('when do i have (?:my|the) (?<thing>.+)', ({ thing }) => things(thing)),
  row('(?:when|what time) (?:does|do|did) (?:my|our) (?<thing>.+?) (?:start|begin|leave|depart|end|take off)', ({ thing }) =>
    things(thing),
  ),
  row(`(?:what|when|where|which|who|how)(?: time| day)?${IS} (?<thing>the .+)`, ({ thing }) => ({ slots: [`note ${thing ?? ''}`] })),
];

function things(thing: string | undefined): Partial<Asked> {
  const key = factKey(thing ?? '');
  const also = ALSO[(thing ?? '').trim()] ?? ALSO[key] ?? [];
  return { slots: [...also, `my ${key}`, `note my ${thing ?? ''}`, `note the ${thing ?? ''}`, `plan ${key}`] };
}

function row(pattern: string, reading: Reading): readonly [RegExp, Reading] {
  return [new RegExp(`^(?:${pattern})$`), reading];
}
