import type { Fact } from '../../../ipc/memory-schema.ts';
import { isRelativeTime } from './spoken-time.ts';

const CHANGES: Readonly<Record<string, string>> = {
  i: 'you',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  im: 'you are',
  "i'm": 'you are',
  "i've": 'you have',
  "i'll": 'you will',
  "i'd": 'you would',
  we: 'you',
  "we're": 'you are',
  "we've": 'you have',
  "we'll": 'you will',
  our: 'your',
  ours: 'yours',
  us: 'you',
  ourselves: 'yourselves',
};
/** Only behind "I" and "we": elsewhere the verb has another subject. */
const VERBS: Readonly<Record<string, string>> = { am: 'are', was: 'were', "wasn't": "weren't" };
const SUBJECTS = new Set(['i', 'we']);
const TO_THE_ASSISTANT = /\b(?:you|your|yours|yourself)\b/iu;

/** The user's words said back to the user: "I live with my wife" -> "you live with your wife". All other letters stay. */
export function secondPerson(words: string): string {
  let subject = false;
  return words.replaceAll('’', "'").replaceAll(/[\p{L}']+/gu, (word, at: number, whole: string) => {
    const plain = word.toLowerCase();
    const verb = subject ? VERBS[plain] : undefined;
    // "I also am": a word between keeps the subject.
    subject = SUBJECTS.has(plain) || (subject && /^(?:also|still|really|never|always)$/.test(plain));
    // "the US" is a country.
    if (word === 'US' && /\bthe $/i.test(whole.slice(0, at))) return word;
    return verb ?? (Object.hasOwn(CHANGES, plain) ? (CHANGES[plain] ?? word) : word);
  });
}

/**
 * A sentence of its own: "You live with your wife." Words that speak to the assistant cannot be turned round word by word;
 * they are said as they are.
 */
export function secondPersonSentence(words: string): string {
  const plain = words.replace(/[\s.!]+$/, '').trim();
  if (TO_THE_ASSISTANT.test(plain)) return `You said: ${plain}.`;
  const said = secondPerson(plain);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/**
 * A fact said back. "Tomorrow" meant another day when it was said, so it comes with its date then: "On November 24 you said:
 * your flight is tomorrow."
 */
export function saidBack(fact: Pick<Fact, 'words' | 'at'>, today: { readonly now: Date; readonly timeZone: string }): string {
  const day = (date: Date) => date.toLocaleDateString('en-US', { month: 'long', day: 'numeric', timeZone: today.timeZone });
  const said = new Date(fact.at);
  if (!isRelativeTime(fact.words) || day(said) === day(today.now)) return secondPersonSentence(fact.words);
  const sentence = secondPersonSentence(fact.words).replace(/^You said: /, '');
  return `On ${day(said)} you said: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
