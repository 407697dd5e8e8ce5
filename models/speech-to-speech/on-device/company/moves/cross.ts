import type { Moves } from './lines.ts';

/** What a listener says to what annoys. */
export const CROSS: Moves = {
  /** Noise, neighbours, flatmates who take, leave or disturb. */
  'noisy-neighbours': ['That would drive anybody mad.', 'Oh, how annoying. Does it happen a lot?', "I don't blame you for being fed up."],
  /** Boss, meetings, colleagues, customers, pupils annoy. */
  'work-moan': ['That sounds maddening.', "I don't blame you. What a day.", 'Oh, the joys of work. I hope tomorrow is better.'],
  /** Hold music, call centres, forms, offices, deliveries, builders who do not come. */
  'waiting-on-them': [
    'How maddening. Did you get anywhere in the end?',
    "Hours of your life, gone. I'm sorry.",
    "That would test anybody's patience.",
  ],
  /** Trains, buses, traffic, parking, flights, roads. */
  transport: [
    'What a way to spend your time.',
    'Oh no. I hope you got there in the end.',
    "That's wearing, I know. At least you've got it off your chest.",
  ],
  /** Computer, phone, internet, printer, app does not work. */
  devices: [
    "Typical, isn't it? It always picks its moment.",
    'Oh no. Machines, eh? And I should know.',
    'How annoying. Is it working again?',
  ],
  /** Boiler, leak, car, washing machine, fridge broken. */
  'house-broken': [
    "Oh no. That's the last thing you need.",
    'What a nuisance. Can somebody come and fix it?',
    'It never happens at a good time, does it?',
  ],
  /** Rain, cold, heat, wind, dark as a complaint. */
  'weather-moan': [
    "It does get to you, doesn't it?",
    'I hope it turns soon. Are you at least keeping comfortable?',
    'Not much to love about that.',
  ],
  /** Partner, parent, sibling, child, friend does something annoying. */
  'family-annoys': [
    'I can see why that annoys you.',
    'Oh, that would get on my nerves too, if I had any.',
    "That's not on. Did you say anything?",
  ],
  /** Rude strangers, bad manners, bad service. */
  rude: ["How rude! I'd be cross as well.", "Some people! I'm sorry you had that.", 'That was uncalled for.'],
  /** Blamed, cheated, overcharged, treated unfairly, prices. */
  unfair: ["That isn't fair. No wonder you're cross.", "I'd be annoyed as well.", "That's not right. Can anything be done about it?"],
  /** One's team or side lost or is bad. */
  'team-lost': [
    "Oh no. It's hard to be a faithful supporter.",
    "That hurts. There's always next time.",
    'Oh dear. Was it at least a good game?',
  ],
  /** Something to clean up, spilled, dirty, pests. */
  mess: ['Oh dear. What a thing to have to clean up.', 'Oh no. As if you had nothing else to do.', "Yuck. I don't envy you."],
  /** Plans cancelled, somebody did not come or let one down, a shop was out of it. */
  letdown: ["What a letdown. I'm sorry.", "Oh, that's disappointing.", "That's a shame. You were looking forward to it, I imagine."],
  /** Trying to give up sugar, smoking, drink; dieting; training hard. */
  'giving-up': [
    "That's hard going. Well done for sticking with it.",
    "The beginning is the worst of it, people say. You're doing well.",
    'Good for you. Nobody would blame you for grumbling.',
  ],
};
