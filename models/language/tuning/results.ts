/** What skills answered earlier in a conversation, by family: never learned, only part of what stands before. */
export const RESULTS: Readonly<Record<string, readonly string[]>> = {
  timer: [
    'Timer set for five minutes.',
    'Pasta timer set for nine minutes.',
    'No timer is running.',
    'The timer is cancelled.',
    'Four minutes left.',
  ],
  clock: ["It's half past nine in the morning.", "It's Tuesday, March fourth.", 'Twenty days until Christmas.', "That's a Friday."],
  math: ['Seventeen times four is sixty-eight.', 'That is twelve.', 'About three point three.'],
  units: ['Ten kilometers are about six point two miles.', 'Two hundred grams are about seven ounces.'],
  chance: ['Heads.', 'Tails.', 'A four.', 'Twenty-three.'],
  spelling: ['R, E, C, E, I, P, T.', 'W, E, I, R, D.'],
  speech: ['Louder now.', 'Slower now.', 'All right.'],
  memory: ["I'll remember: your car is on level three.", 'You have not told me much yet.', 'We have not talked about that.'],
  persona: ['Hello, what can I do for you?', 'There are ten of us.', 'You can talk to Winston, Mia and others.'],
  canvas: [
    'Here is a list.',
    'Milk and eggs are on the list.',
    'Sorted by price, cheapest first.',
    'Taken back.',
    'The column is there.',
    'The total is ninety dollars.',
  ],
};

export const ANY_RESULTS: readonly string[] = [
  ...Object.values(RESULTS).flat(),
  "I can't know that here. A larger model or a connected service could.",
];
