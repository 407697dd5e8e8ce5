import type { Topic } from '../topic.ts';

/** How one feels in one's skin. Never a diagnosis, never a remedy: only somebody who hears it. */
export const BODY: readonly Topic[] = [
  {
    name: 'sleep',
    said: /\b(alarm (?:went|didn't|clock)|my alarm|dozed off|fell asleep|fall asleep|nodded off|can't sleep|couldn't sleep|didn't sleep|barely slept|hardly slept|(?:not|no|haven't) (?:\w+ )?(?:sleep|slept)|awake|insomnia|toss\w* and turn\w*|up all night|(?:night|late) shifts?|slept (?:badly|terribly|like|through|so)|overslept|alarm clock|nap|napped|jet ?lag\w*|night owl|early bird|wide awake|woke(?:n)? up|wake up|bedtime)\b/,
    glad: ["A good sleep changes the whole day, doesn't it?", 'That is worth a lot.'],
    sad: ['Nights like that are long. Is something on your mind?', 'I hope the coming night is kinder to you.'],
    plain: ['Sleep does as it pleases, sometimes. How do you feel now?', 'I hope the coming night is a good one.'],
  },
  {
    name: 'dreams',
    said: /\b(dream(?:ed|t|s|ing)?|had (?:a|another) nightmare|nightmares)\b(?! (?:job|house|come|came))|\bin my sleep\b/,
    sad: ['That must have been unpleasant to wake up from.', 'Only a dream, luckily. The day is yours.'],
    plain: ['What a dream! What do you think it was about?', 'Dreams have their own logic. I liked hearing that one.'],
  },
  {
    name: 'tired',
    said: /\b(tired|exhaust\w*|knackered|shattered|worn out|wiped out|weary|drained|dead on my feet|on my feet|sleepy|yawn\w*|no energy|running on (?:empty|fumes|coffee)|long (?:day|week|shift|night)|double shift|(?:ten|twelve|fourteen|sixteen)-? ?hour (?:day|shift)|run down|done in|dead beat)\b/,
    mood: 'sad',
    sad: ['That sounds like a long stretch. Can you rest a little now?', 'You have earned a sit-down. What would do you good?'],
  },
  {
    name: 'aches',
    said: /\b(my (?:\w+ )?(?:back|knees?|hips?|neck|shoulders?|foot|legs?|wrist|ankle|tooth|teeth|head|stomach|tummy|throat|joints|ear|ears|eyes?|elbow)|toothache|headache|migraine|backache|hay ?fever|allerg\w+|sore|aches?|aching|blisters?|limp\w*|stiff|sprained|twisted|pulled a muscle|bruise\w*)\b/,
    glad: ['I am glad that it is better. How does it feel now?', 'Good to hear. Take it gently.'],
    sad: ['That sounds uncomfortable. How long have you had it?', 'I hope it eases soon. Go gently with yourself.'],
    plain: ['How are you feeling with it today?', 'I hope it eases soon. Go gently with yourself.'],
  },
  {
    name: 'a cold',
    said: /\b(a cold|the flu|flu|cough\w*|sneez\w*|runny nose|blocked nose|stuffy|under the weather|coming down with|caught something|feverish|not (?:feeling )?(?:too |very |so )?(?:well|good)|feeling (?:rough|ill|sick|poorly)|covid|bug going round|lost my voice|sniffl\w*)\b/,
    mood: 'sad',
    sad: ['Poor you. Have you got something warm to drink?', 'I hope you are better soon. Wrap up and take it slowly.'],
  },
  {
    name: 'hospital and dentist',
    said: /\b(dentist|hospital|clinic|doctor'?s?|surgery|operation|scan|blood test|check-?up|physio\w*|appointment|plaster cast|stitches|x-? ?ray|results|glasses|hearing aids?|hearing|optician|specs|braces)\b/,
    ahead: ['I hope it all goes well. How do you feel about it?', 'You are allowed to be uneasy. I hope it goes well.'],
    glad: ['That is a relief to hear! I am glad with you.', 'Good news. Long may it last.'],
    sad: ['That is never fun. How are you feeling about it?', "I'm sorry. I hope it gets better soon."],
    plain: ['And how do you feel about it?', 'I hope it all goes well.'],
  },
  {
    name: 'smoking and drinking',
    said: /\b(smok(?:ing|ed|e)|cigarettes?|vap(?:e|ing)|swearing|resolutions?|gave up (?:smoking|drinking|drink|booze)|quit(?:ting)? (?:smoking|drinking)|sober|dry january|hangover|hungover)\b/,
    glad: ['That takes real strength, well done. What helps you the most?', 'Every single day counts. You can be proud.'],
    sad: ['That is hard, and you are trying.', 'One day at a time. Tomorrow is a new one.'],
    plain: ['That takes real strength. What helps you the most?', 'Every single day counts.'],
  },
  {
    name: 'diet',
    said: /\b(diet\w*|eat(?:ing)? (?:less|more|healthy|healthier|better)|less sugar|losing weight|lost (?:\w+ ){1,3}(?:pounds|kilos|stone)|put on (?:weight|\w+ pounds)|vegan|vegetarian|fasting|cravings?|calories|scales)\b/,
    glad: ['Well done! How do you feel for it?', 'That takes patience, and you have it.'],
    sad: ['That is hard work. What do you miss most?', 'Be kind to yourself. Small steps count as well.'],
    plain: ['How is it going so far?', 'Small steps count as well.'],
  },
  {
    name: 'hair and looks',
    said: /\b(hair ?(?:cut|dresser\w*)?|haircut|fringe|bangs|beard|moustache|mustache|shav(?:ed|ing)|dyed|barber|make-?up|nails|tattoo|piercing|wrinkles?|gr[ae]y hairs?|going bald)\b/,
    glad: ['I bet that it suits you!', 'A new look is a fresh start.'],
    sad: ['Oh dear. Give it a few days, one often gets to like it.', 'The good thing about hair is that it grows.'],
    plain: ['And how do you like it yourself?', 'If you like it, it is right.'],
  },
];
