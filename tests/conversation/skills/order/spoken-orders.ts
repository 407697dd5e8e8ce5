/** Forty orders as people speak them: what is said, one sentence after the other, and what must be on the order in the end. */
export interface SpokenOrder {
  readonly said: readonly string[];
  readonly lines: readonly string[];
  readonly total: string;
}

export const SPOKEN_ORDERS: readonly SpokenOrder[] = [
  {
    said: ["I'd like two large cokes and a cheeseburger without onions.", "That's all."],
    lines: ['two large colas', 'a cheeseburger, no onions'],
    total: '$10.07',
  },
  { said: ['A burger and fries, please.', 'Large.', "That's it."], lines: ['a hamburger', 'large fries'], total: '$7.98' },
  { said: ['Can I get a small coffee?', 'Actually, make that a large.', "That's it, thanks."], lines: ['a large coffee'], total: '$2.39' },
  {
    said: ['A cheeseburger, a large fries and a medium lemonade.', 'Cancel the fries.', 'That will be all.'],
    lines: ['a cheeseburger', 'a medium lemonade'],
    total: '$7.58',
  },
  {
    said: ['One veggie burger.', 'The same but no pickles.', "That's everything."],
    lines: ['a veggie burger', 'a veggie burger, no pickles'],
    total: '$11.58',
  },
  { said: ['Three hot dogs with extra mustard.', 'Make it two.', "I'm done."], lines: ['two hot dogs, extra mustard'], total: '$7.98' },
  { said: ['A large coke.', 'Make that a diet coke.', "That's all."], lines: ['a large diet cola'], total: '$2.29' },
  {
    said: ['A chicken sandwich and a small orange juice.', 'No mayo on the sandwich.', "That's all."],
    lines: ['a chicken sandwich, no mayo', 'a small orange juice'],
    total: '$7.98',
  },
  {
    said: ['Give me a ten piece chicken nuggets with barbecue sauce.', 'And a small coke.', 'Nothing else.'],
    lines: ['ten piece chicken nuggets, extra barbecue sauce', 'a small cola'],
    total: '$7.28',
  },
  {
    said: ['A chocolate shake.', 'Small, please.', 'Same but large.', "That's it."],
    lines: ['a small chocolate shake', 'a large chocolate shake'],
    total: '$7.98',
  },
  {
    said: ['Two burgers with extra cheese.', 'Another one.', "That's all."],
    lines: ['two hamburgers, extra cheese', 'a hamburger, extra cheese'],
    total: '$16.77',
  },
  {
    said: ['Small fries and a water.', 'Change the water to a large lemonade.', "That's all."],
    lines: ['small fries', 'a large lemonade'],
    total: '$4.48',
  },
  { said: ['A cheeseburger with bacon.', 'Actually no bacon.', "That's all."], lines: ['a cheeseburger'], total: '$5.49' },
  {
    said: ['Two small coffees with milk.', 'Remove one of the coffees.', "That's all."],
    lines: ['a small coffee, extra milk'],
    total: '$1.79',
  },
  {
    said: ['A burger, fries and a coke.', 'Make both large.', "That's all."],
    lines: ['a hamburger', 'large fries', 'a large cola'],
    total: '$10.27',
  },
  {
    said: ['A salad with extra chicken and no croutons.', "That'll be all."],
    lines: ['a salad, extra chicken, no croutons'],
    total: '$6.49',
  },
  { said: ['Four apple pies.', 'Cancel everything.', 'One ice cream cone.', "That's it."], lines: ['an ice cream cone'], total: '$1.99' },
  {
    said: ['Hi, can I have a hot dog, no onions, and a medium iced tea?', "That's all for me."],
    lines: ['a hot dog, no onions', 'a medium iced tea'],
    total: '$5.88',
  },
  {
    said: ['Large onion rings.', 'Oh, and a burger.', 'Hold the pickles.', "That's all."],
    lines: ['large onion rings', 'a hamburger, no pickles'],
    total: '$8.48',
  },
  {
    said: ['Two cheeseburgers and two small cokes.', 'Make the cokes medium.', "That's all."],
    lines: ['two cheeseburgers', 'two medium colas'],
    total: '$14.76',
  },
  { said: ['A large coke, a small coke.', 'Cancel the small one.', "That's all."], lines: ['a large cola'], total: '$2.29' },
  {
    said: ['A vanilla milkshake, large.', 'A chocolate one instead.', 'Actually a large chocolate shake instead.', "That's all."],
    lines: ['a large chocolate shake'],
    total: '$4.49',
  },
  { said: ['I want a cheeseburger.', 'No, make that a chicken sandwich.', "That's it."], lines: ['a chicken sandwich'], total: '$5.99' },
  { said: ['A hamburger without ketchup or mustard.', "That's all."], lines: ['a hamburger, no ketchup, no mustard'], total: '$4.99' },
  { said: ['Twelve ice cream cones.', "That's all."], lines: ['twelve ice cream cones'], total: '$23.88' },
  { said: ['A medium coke with no ice.', 'Two of those.', "That's all."], lines: ['a medium cola, no ice'], total: '$1.89' },
  { said: ['Fries.', 'Medium please.', "That's it."], lines: ['medium fries'], total: '$2.49' },
  { said: ['A burger.', 'A burger.', "That's all."], lines: ['two hamburgers'], total: '$9.98' },
  {
    said: ['A small orange juice and an apple pie.', 'Take that back.', 'A small orange juice.', "That's all."],
    lines: ['a small orange juice'],
    total: '$1.99',
  },
  {
    said: ["We'd like three cheeseburgers, two without pickles.", "That's all."],
    lines: ['three cheeseburgers, no pickles'],
    total: '$16.47',
  },
  {
    said: ['A large lemonade and a small fries.', 'Scratch the lemonade.', 'A large water.', "That's all."],
    lines: ['small fries', 'a water'],
    total: '$3.28',
  },
  { said: ['Six nuggets.', "That's all."], lines: ['six piece chicken nuggets'], total: '$3.99' },
  {
    said: ['A coffee with cream and sugar.', 'Large.', "That's all, thank you."],
    lines: ['a large coffee, extra cream, extra sugar'],
    total: '$2.39',
  },
  { said: ['One burger with extra bacon.', 'Make it two.', "That's all."], lines: ['two hamburgers, extra bacon'], total: '$12.38' },
  {
    said: ['A cheeseburger and large fries.', 'A side salad instead of the fries.', "That's all."],
    lines: ['a cheeseburger', 'a salad'],
    total: '$9.98',
  },
  { said: ['Two large diet cokes.', 'Forget one of the diet cokes.', "That's all."], lines: ['a large diet cola'], total: '$2.29' },
  { said: ['A hotdog with relish.', 'Extra onions.', "That's it."], lines: ['a hot dog, extra relish, extra onions'], total: '$3.99' },
  {
    said: ['Large fries with no salt and a large coke with no ice please.', "That's everything, thanks."],
    lines: ['large fries, no salt', 'a large cola, no ice'],
    total: '$5.28',
  },
  {
    said: ['A small vanilla shake without whipped cream.', 'Actually make it large.', "That's all."],
    lines: ['a large vanilla shake, no whipped cream'],
    total: '$4.49',
  },
  {
    said: ['Umm, let me get a, uh, burger, and, uh, small fries.', "I don't want the fries after all.", "No that's it."],
    lines: ['a hamburger'],
    total: '$4.99',
  },
];
