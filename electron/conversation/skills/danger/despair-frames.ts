import type { Frame } from './frame.ts';

const WORK =
  /\b(?:nothing|not) (?:much |new |a lot |special |anything |at all )*(?:is |was )?going on\b(?! (?:living|like this|any more|anymore))|\b(?:listening to|hearing) (?:me|you|him|her|them|us) go(?:ing)? on\b|\b(?:keep|kept|keeps|been) going over (?:it|that|this|things|what|the)\b|\blive (?:without|with|in|at|here|there|next|near|on|alone)\b|\b(?:job|work|meeting|class|school|course|diet|homework|game|level|project|essay|lecture|sum|book|series|match|club|team|gym|puzzle|show|sugar|trip|ironing|socks|taxes|hair|car|phone|committee|movie|film|english|here in|bike)\b/;

/** Self-harm in plain and in veiled words; looked for before all others, because its means are signs of their own. */
export const despairFrames: readonly Frame[] = [
  {
    kind: 'self-harm',
    of: ['person', 'ownHarm', 'intent'],
    within: 10,
    unless:
      /\b(?:accident|accidentally|shaving|gym|knife slipped|onions|squad|rates?|essay|statistics|mission|prevention|hotline number for|laugh\w*|kitchen|oven|iron|sunburn|stove|cooking|for forgetting|could kill myself for|whole team|career suicide|political|hungry)\b/,
  },
  { kind: 'self-harm', of: ['noLonger', 'living'], within: 9, unless: WORK },
  { kind: 'self-harm', of: ['noWish', 'waking'], within: 8, unless: WORK },
  {
    kind: 'self-harm',
    of: ['person', 'deathWish'],
    within: 10,
    unless:
      /\b(?:meeting|winter|lesson|movie|song|rain|week|week ?end|hiccups|noise|laughing|hair|shirt|jeans|wool|fabric|eggs|lockdown|strike|season|traffic|for today|for now|of (?:boredom|hunger|thirst|embarrassment)|to try|to see|to know|to meet|class|commercial|ads)\b/,
  },
  {
    kind: 'self-harm',
    of: ['painless', 'die'],
    within: 7,
    unless:
      /\b(?:mornings?|evenings?|days?|nights?|weeks?|weekends?|months?|years?|hours?|summers?|holidays?|time) (?:\w+ )?go(?:es)?\b|\b(?:lights?|weeds?|bacteria|process|program|app|ants?|mold|mould|germs|mosquito\w*|hard|flies|plants?|wasps?|time|calories|hair|character|boss|level|chicken|meeting|work|school|to (?:london|paris|town|the airport)|go to|go home|go from|route)\b|\b(?:more|left|still|far|miles?|kilomet\w+|pages?|minutes?|laps?|steps?|chapters?|rows?|levels?|rounds?|stops?|metres?|meters?|yards?|boxes) (?:\w+ )?to go\b|\bgo(?:ing)? (?:a (?:touch|bit|little|shade) )?(?:faster|quicker)\b|\bgoing off (?:\w+ )?(?:first|soonest|fastest|quick\w*)\b|\b(?:days?|weeks?|months?|hours?) (?:have|has|had) (?:i|we|he|she|they|it) (?:\w+ )?to go\b/,
  },
  {
    kind: 'self-harm',
    of: ['unwanted', 'without'],
    within: 12,
    unless: /\b(?:bike|party|car|coat|umbrella|meeting|team|help|glasses|sugar)\b/,
  },
  {
    kind: 'self-harm',
    of: ['self', 'means', 'atHand', 'despair'],
    within: 24,
    unless:
      /\b(?:photos?|pictures?|kayak|boat|tickets?|camera|stops? at|home|commute|late|delayed|prescription|remind|shopping|pharmacy|sandwich|cook\w*|recipe|vegetables|cheese|holiday|beautiful|view|party)\b|\brather \w+ than\b|\bwith \w+ driving\b/,
  },
  {
    kind: 'self-harm',
    of: ['self', 'deadly', 'readied'],
    within: 12,
    unless: /\b(?:pharmacy|remind|shopping|week|morning|vitamins|dog|organi[sz]er|vacation|holiday|bedside)\b/,
  },
  {
    kind: 'self-harm',
    of: ['person', 'goodbye'],
    within: 8,
    unless:
      /\b(?:boss|manager|newsletter|landlord|school|party|colleague|leaving do|last will be|cake|film|song|card|farewell tour|job|retire\w*|lawyer|solicitor)\b/,
  },
];
