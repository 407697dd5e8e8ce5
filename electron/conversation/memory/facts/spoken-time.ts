const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const SEASON = '(?:spring|summer|autumn|fall|winter)';
const FEAST =
  "(?:christmas(?: eve| day)?|easter|halloween|thanksgiving|new year(?:'s)?(?: eve| day)?|ramadan|diwali|hanukkah|valentine's day)";
const ORDINAL =
  '(?:twenty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
const NUMBER = '(?:a few|a couple of|\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a|an)';

/** When something will be, as a pattern: "tomorrow", "next week", "on Friday at three", "in two months". */
export const WHEN = `(?:tomorrow|tonight|today|(?:this|next|the coming) (?:${DAY}|${MONTH}|${SEASON}|week(?:end)?|month|year|morning|afternoon|evening|${FEAST})|(?:on|by|in|at|before|after|for|until|from|over|around|during)? ?(?:the )?(?:${DAY}|${MONTH}|${SEASON}|${FEAST}|weekend|\\d{1,2}(?:st|nd|rd|th)\\b)|(?:on|by|before|after|until) the ${ORDINAL}|in ${NUMBER} (?:days?|weeks?|months?|years?|hours?)|at (?:\\d{1,2}(?::\\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|half past))`;

/** A date as one tells it: "May 5th", "the fifth of May", "1984", "5/12/1990". */
export const DATE = `(?:the )?(?:${MONTH}|\\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twenty|twentieth|thirtieth|thirty|nineteen|two thousand|${SEASON}|${FEAST})`;

const RELATIVE = new RegExp(
  `\\b(?:tomorrow|tonight|today|yesterday|(?:this|next|last|the coming) (?:${DAY}|${MONTH}|${SEASON}|week(?:end)?|month|year|morning|afternoon|evening)|in ${NUMBER} (?:days?|weeks?|months?|hours?)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b`,
  'iu',
);

/** True when the words mean another day on another day: "my flight is tomorrow". */
export function isRelativeTime(words: string): boolean {
  return RELATIVE.test(words);
}
