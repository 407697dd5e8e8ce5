import { moodOf } from './mood.ts';

/** Bad news, as far as a stock phrase must know it. */
const BAD =
  /\b(sad|down|lonely|tired|hurts?|awful|terrible|horrible|bad|worse|rough|hard|lost|broke\w*|failed|wrong|late|argu\w*|cr(?:y|ied|ying)|died|dead|sorry|alone|miss)\b/;
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
  [/\b(you feel|sad feeling|be too hard on yourself)\b/i, BAD],
  [/\bparty\b/i, /\b(party|birthday|wedding|celebrat\w*)\b/],
  [/\b(proud of you|success|achievement|well done|congratulations|knew you could)\b/i, /\b(i|we|my|our)\b/],
];

/** False for glee over bad news, pity over good news, a doctor where nobody spoke of the body, and a stock phrase that answers something else. */
export function fitsMood(clause: string, utterance: string): boolean {
  const words = utterance.toLowerCase().replaceAll('’', "'");
  const mood = moodOf(words);
  if (ANSWERS.some(([reply, to]) => reply.test(clause) && !to.test(words))) return false;
  if (mood === 'sad' && CHEERS.test(clause)) return false;
  if (mood === 'glad' && PITIES.test(clause)) return false;
  return !RESCUES.test(clause) && (!DOCTORS.test(clause) || BODY.test(words));
}
