import { fillers } from './fillers.ts';
import type { Random } from './random.ts';

/** A fact line, what is said, and the reply that uses it. Slots are filled alike in all three. */
const WITH_FACTS: readonly (readonly [string, string, string])[] = [
  ["The user's name is {name}.", 'hello', 'Hello, {name}. Good to hear you.'],
  ["The user's name is {name}.", 'hi there', 'Hi {name}! How are you?'],
  ["The user's name is {name}.", 'good morning', 'Good morning, {name}.'],
  ["The user's name is {name}.", 'good night', 'Good night, {name}. Sleep well.'],
  ["The user's name is {name}.", "i'm back", 'Welcome back, {name}.'],
  ["The user's name is {name}.", 'goodbye', 'Goodbye, {name}. Until soon.'],
  ["The user's name is {name}.", 'thank you', "You're welcome, {name}."],
  ["The user's name is {name}.", "it's me", 'Hello, {name}. Nice to hear your voice.'],
  ['The user has a dog named {name}.', 'i have to walk the dog', 'Say hello to {name} from me.'],
  ['The user has a dog named {name}.', 'the dog is barking', 'What is {name} up to?'],
  ['The user has a cat named {name}.', 'the cat is asleep on my lap', 'Then do not move. {name} comes before everything.'],
  ['The user has a cat named {name}.', 'my cat knocked a glass over', 'Oh {name}! Cats will be cats.'],
  ['The user lives in {place}.', "i'm home at last", 'Good to be back in {place}, I imagine.'],
  ['The user lives in {place}.', 'it is raining here', 'Then {place} is wet today. Stay dry.'],
  ['The user likes {thing}.', "i'm hungry", 'How about something with {thing}?'],
  ['The user plays the {nonsense}.', 'i practiced today', 'Good. The {nonsense} rewards patience.'],
  ["The user's sister is called {name}.", 'my sister is coming today', 'How nice. Greet {name} from me.'],
  ["The user's brother is called {name}.", 'i talked to my brother', 'How is {name}?'],
  ['The user works in {place}.', "i'm leaving for work", 'Have a good day in {place}.'],
];
/** Facts that stand there and have nothing to do with what is said. */
const BESIDE: readonly string[] = [
  'The user likes {thing}.',
  'The user lives in {place}.',
  'The user works in {place}.',
  "The user's boss is called {surname}.",
  'The user is allergic to {thing}.',
  'The user has a cat named {name}.',
  "The user's name is {name}.",
];

export function factExchange(random: Random): { readonly facts: string; readonly said: string; readonly reply: string } {
  const [fact, said, reply] = random.pick(WITH_FACTS);
  const fill = fillers(random);
  const bound = new Map<string, string>();
  const filled = (line: string) =>
    line.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
      const value = bound.get(slot) ?? fill(slot);
      bound.set(slot, value);
      return value;
    });
  const own = filled(fact);
  const beside = random.chance(0.4) ? factsBeside(random).replace(own, '') : '';
  return { facts: `${own} ${beside}`.trim(), said, reply: filled(reply) };
}

export function factsBeside(random: Random): string {
  const fill = fillers(random);
  return random
    .shuffled(BESIDE)
    .slice(0, random.whole(1, 3))
    .map((line) => line.replaceAll(/\{(\w+)\}/g, (_, slot: string) => fill(slot)))
    .join(' ');
}
