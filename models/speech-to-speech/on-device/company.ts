/** How somebody who tells something feels about it, as far as single words show. */
export type Mood = 'glad' | 'sad' | 'plain';

const SAD =
  /\b(sad|down|lonely|alone|tired|exhausted|sick|ill|hurts?|sore|pain|stiff|cold coming|angry|mad|annoy\w*|awful|terrible|horrible|bad|worse|worst|rough|hard|crazy|stress\w*|nervous|worried|worry|afraid|scared|anxious|lost|lose|miss|missed|broke|broken|burn(?:ed|t)|ruined|spilled|forgot\w*|failed|fail|wrong|late|argument|fight|argued|cried|crying|cry|died|dead|sorry|ugh|can't sleep|didn't sleep|too much|sick of|noisy|stuck|freezing|rude|empty|loud|headache|fed up|spilled|left my|boring|nothing to do|nobody|not talking|moving away|quiet here)\b/;
const GLAD =
  /\b(glad|happy|proud|love|loved|lovely|great|good|nice|wonderful|beautiful|amazing|awesome|fantastic|excited|delicious|fun|funny|laugh\w*|won|win|promoted|passed|finally|birthday|married|engaged|puppy|kitten|kittens|vacation|holiday|weekend|party|baby|new job|got the job|best|enjoy\w*|finished|first time|found|friday|sunshine|sunny|smiled|flowers|adopted|well in|an a in|wonderful|sunset)\b/;
const NOT_GLAD =
  /\b(not|never|no longer|isn't|wasn't|aren't|don't|didn't|can't) (?:\w+ ){0,2}(happy|good|great|nice|fun|well|enjoy\w*|like|love)\b/;
/** Glee over bad news, and pity over good news, are worse than saying little. */
const CHEERS =
  /\b(delight\w*|congratulations|happy for you|wonderful|fantastic|how nice|how lovely|great news|sounds (?:fun|great|lovely|exciting|wonderful|delicious)|have fun|well done|nice work|enjoy)\b/i;
const PITIES = /\b(i'm sorry|sorry to hear|sounds (?:hard|frustrating|annoying|tough|serious)|oh no|what a pity|that's a shame)\b/i;
/** Help for the body is for code to give, and only where the body was spoken of. */
const RESCUES = /\b(emergency|emergencies|ambulance|hospital|nine one one|police|hotline)\b/i;
const DOCTORS = /\b(doctors?|physician|nurse|pharmac\w+|medicine|pills?)\b/i;
const BODY =
  /\b(hurts?|sore|pain\w*|ache\w*|stiff|sick|ill|cold|flu|fever|cough\w*|sneez\w*|dizzy|head|back|throat|stomach|doctor|swollen|rash|injur\w*|sleep)\b/;

/** Stock phrases of the small model, each with what must have been said for it to be an answer. */
const ANSWERS: readonly (readonly [reply: RegExp, to: RegExp])[] = [
  [
    /\b(tiring|weary|feet up|do rest)\b/i,
    /\b(tired|long|all day|sleep|midnight|early|busy|clean\w*|exhaust\w*|feet|walk\w*|ran|run|weary)\b/,
  ],
  [/\b(travel safely|safe trip|not keep you)\b/i, /\b(off|going|leaving|trip|travel\w*|driv\w*|way|bye|journey|flight|train)\b/],
  [/\b(more simply|do better|be simple|that skill|very kind|you're welcome|need me)\b/i, /\b(you|your|thanks|thank|bye|see)\b/],
  [/\btake it slow\b/i, BODY],
  [/\b(you feel|sad feeling|be too hard on yourself)\b/i, SAD],
  [/\bparty\b/i, /\b(party|birthday|wedding|celebrat\w*)\b/],
  [/\b(proud of you|success|achievement|well done|congratulations|knew you could)\b/i, /\b(i|we|my|our)\b/],
];

/** Said when the small model found nothing that may be said: company, and no word that claims anything. */
const LINES: Readonly<Record<Mood | 'asked', readonly string[]>> = {
  sad: ["I'm sorry to hear that. I'm listening, if you want to tell me more.", 'That sounds hard. I am here if you want to talk.'],
  glad: ['How nice! Tell me more.', "That's good to hear."],
  plain: ['I see. Tell me more.', "Thank you for telling me. I'm listening."],
  asked: ["I'm only a small program, so there isn't much to tell about me. How about you?", "I'm a program, and I'm glad of your company."],
};

export function moodOf(utterance: string): Mood {
  const words = utterance.toLowerCase().replaceAll('’', "'");
  if (SAD.test(words) || NOT_GLAD.test(words)) return 'sad';
  return GLAD.test(words) ? 'glad' : 'plain';
}

/** False for glee over bad news, pity over good news, a doctor where nobody spoke of the body, and a stock phrase that answers something else. */
export function fitsMood(clause: string, utterance: string): boolean {
  const mood = moodOf(utterance);
  const words = utterance.toLowerCase().replaceAll('’', "'");
  if (ANSWERS.some(([reply, to]) => reply.test(clause) && !to.test(words))) return false;
  if (mood === 'sad' && CHEERS.test(clause)) return false;
  if (mood === 'glad' && PITIES.test(clause)) return false;
  return !RESCUES.test(clause) && (!DOCTORS.test(clause) || BODY.test(words));
}

/** One sentence of company; never the one before. */
export function companyLine(utterance: string, earlierReplies: readonly string[]): string {
  const lines = LINES[/\?|\byou(?:r|'re)?\b/i.test(utterance) ? 'asked' : moodOf(utterance)];
  const last = earlierReplies.at(-1);
  return lines.find((line) => line !== last) ?? lines[0] ?? '';
}
