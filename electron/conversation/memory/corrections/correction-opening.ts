/** What the openings of a statement told before its words proper. */
export interface Opening {
  /** The statement without its openings. */
  readonly rest: string;
  /** "No", "wrong", "that's not my name": something before was not right. */
  readonly denied: boolean;
  /** "Sorry": perhaps something was not right. */
  readonly sorry: boolean;
  /** "You're saying it wrong". */
  readonly saidWrong: boolean;
  /** "Hi", "hello": an introduction may follow. */
  readonly greeted: boolean;
}

const DENIALS = `no|know|nope|nah|wrong|wrong name|not quite|not exactly|close|almost|not right|incorrect|actually|that's wrong|that is wrong|that's not right|
  that is not right|that isn't right|that's incorrect|that's not it|that's not my name|that is not my name|that isn't my name|that's not me|
  that's the wrong name|not my name|you got it wrong|you got my name wrong|you've got my name wrong|you have my name wrong|you got that wrong|
  you've got it wrong|you have it wrong|you misheard|you misheard me|you misheard my name|you misheard that|you heard wrong|you heard me wrong|
  you heard that wrong|you heard my name wrong|you misunderstood|you misunderstood me|you're wrong|you are wrong|you keep getting it wrong|
  you keep getting my name wrong|you spelled it wrong|you wrote it wrong|you wrote my name wrong|you spelled my name wrong|i said|i told you|
  i already told you|i already said|i just said|i just told you|like i said|as i said|i meant|i mean|i meant to say|i wanted to say|please correct that|please correct it|correction|let me correct that|let me correct you|
  let me correct it|one correction|a correction|to be precise|it should be|that should be|it should say|that should say|should be|it's supposed to be|
  it was supposed to be|that was supposed to be|make that|wait|hold on`;
const SAID_WRONG = `you're saying it wrong|you are saying it wrong|you say it wrong|you said it wrong|you're saying my name wrong|
  you are saying my name wrong|you say my name wrong|you said my name wrong|you're pronouncing it wrong|you are pronouncing it wrong|you pronounce it wrong|
  you pronounced it wrong|you're pronouncing my name wrong|you are pronouncing my name wrong|you pronounce my name wrong|you pronounced my name wrong|
  you mispronounced it|you mispronounced my name|you keep mispronouncing it|you keep mispronouncing my name|you're mispronouncing it|
  you're mispronouncing my name|you are mispronouncing my name|you are mispronouncing it|you keep saying it wrong|you keep saying my name wrong|
  that's not how you say it|that's not how it's said|that's not how you pronounce it|that's not how it's pronounced|you don't say it like that|
  that's not how my name is pronounced|that's not how you say my name|that's not how you pronounce my name|wrong pronunciation|it's pronounced wrong`;
const GREETINGS = `hi|hello|hey|hi there|hello there|hey there|good morning|good afternoon|good evening|nice to meet you|nice to meet you too|
  pleased to meet you|hi again|hiya|greetings|let me introduce myself|allow me to introduce myself|may i introduce myself|i'd like to introduce myself|how do you do`;
const SORRY = `sorry|i'm sorry|i am sorry|my apologies|excuse me|pardon|pardon me|oops`;
const POLITE = `ok|okay|well|so|oh|please|listen|look|and|but|yes|yeah|yep|right|by the way|for the record|fyi|
  just so you know|just to let you know|for your information|remember|remember that|please note|note|note that|now|then|thanks|thank you|as i told you|hang on|ah|aha|
  from now on|in future|in the future|in fact|you know|just to be clear|to be clear|i think you should know|honestly|for the last time|again|once again|no worries|
  don't worry|it's okay|that's okay|sure|great|alright|um|man|come on|seriously|too|really`;

/** Longest first, so that "no" does not cut "not"; each ends before a blank or a comma. */
const pattern = (phrases: string, end = String.raw`(?=$|[\s,?])[\s,]*`) =>
  new RegExp(
    `^(?:${phrases
      .split('|')
      .map((phrase) => phrase.trim())
      .sort((left, right) => right.length - left.length)
      .join('|')})${end}`,
    'iu',
  );
const KINDS = [
  // "You're saying it wrong on purpose" tells no name.
  { kind: 'saidWrong', pattern: pattern(SAID_WRONG, String.raw`(?:, ?| (?=it's |it is |its ))`) },
  { kind: 'denied', pattern: pattern(DENIALS) },
  { kind: 'sorry', pattern: pattern(SORRY) },
  { kind: 'greeted', pattern: pattern(GREETINGS) },
  { kind: 'polite', pattern: pattern(POLITE) },
] as const;
const MOST_OPENINGS = 12;

/** Takes the openings off a statement, in whatever order they come. @param names of the assistant, as called in the turn */
export function openingOf(statement: string, names: readonly string[]): Opening {
  let rest = statement;
  const found = { saidWrong: false, denied: false, greeted: false, sorry: false, polite: false };
  for (let taken = 0; taken < MOST_OPENINGS; taken++) {
    const kind = KINDS.find(({ pattern }) => startsWith(rest, pattern));
    if (kind !== undefined) {
      found[kind.kind] = true;
      rest = rest.replace(kind.pattern, '');
      continue;
    }
    const called = names.find((name) => callOf(name).test(rest));
    if (called === undefined) break;
    rest = rest.replace(callOf(called), '');
  }
  return { rest, denied: found.denied, saidWrong: found.saidWrong, greeted: found.greeted, sorry: found.sorry };
}

function startsWith(text: string, pattern: RegExp): boolean {
  const match = pattern.exec(text);
  return match !== null && match[0].length < text.length;
}

/** "Nova, call me Kate", "Nova call me Kate"; not "Nova is my name". */
function callOf(name: string): RegExp {
  const escaped = name.trim().replaceAll(/[^\p{L}\p{N} ]/gu, '.');
  return new RegExp(
    `^${escaped === '' ? '(?!)' : escaped}(?:\\s*,\\s*| (?=(?:i'm|i am|my|call|please|it's|its|no|not|you|that's|this) ))`,
    'iu',
  );
}
