import type { Moves } from './lines.ts';

/** What a listener says to loss and hurt. */
export const SAD: Moves = {
  /** Somebody died, a funeral. */
  death: [
    "I'm so sorry. Would you like to tell me about them?",
    "I'm very sorry. What were they like?",
    "I'm so sorry for your loss. I'm here if you want to talk.",
  ],
  /** A pet died or must be put down. */
  'pet-death': [
    "I'm so sorry. They leave such a gap.",
    "Oh, I'm so sorry. What a hard goodbye.",
    "I'm very sorry. You must miss that company so much.",
  ],
  /** Misses somebody who died, an anniversary, their empty place, their things. */
  'missing-dead': [
    'Of course you miss them. What comes to mind most?',
    "Days and places like that bring it all back. I'm sorry.",
    "That love doesn't go away. I'm glad you told me.",
  ],
  /** A separation, divorce, a partner left or cheated. */
  breakup: [
    "I'm so sorry. That hurts. How are you holding up?",
    "Oh, I'm sorry. That's a lot to carry.",
    "I'm sorry. Be gentle with yourself.",
  ],
  /** Alone, nobody to talk to, wants to hear a voice. */
  lonely: [
    "I'm glad you're talking to me. I'm listening for as long as you like.",
    "Being alone like that is hard. I'm glad you said it.",
    "I'm here. Tell me whatever you like.",
  ],
  /** Not invited, forgotten, ignored, no answer to a message, stood up, a friend drifts away. */
  'left-out': ["That stings. I'm sorry.", "I'm sorry. Nobody likes to be left out.", 'That hurts, and no wonder.'],
  /** Misses home, country, the old place, new somewhere and not at home yet. */
  homesick: [
    'It takes time to feel at home. What do you miss most?',
    "That's a real ache, missing a place.",
    "It's hard to be new somewhere. I hope it gets easier soon.",
  ],
  /** Misses somebody living: a child who moved out, a partner or friend far away. */
  'missing-living': [
    "It's hard when somebody you love is far away.",
    'You must miss them a lot.',
    'The house must feel different. I hope you talk soon.',
  ],
  /** Failed, was refused, lost, did not get it; it went badly. */
  failed: [
    "I'm sorry. That's a blow after all that effort.",
    "Oh, I'm sorry. That's hard to take.",
    "That's a real disappointment. Give yourself a little time.",
  ],
  /** Lost a job or fears to, a business closes, shifts cut. */
  'job-lost': [
    "I'm so sorry. What a blow.",
    "I'm sorry. That's a lot to take in. How are you doing with it?",
    "That's rough. I'm sorry it happened to you.",
  ],
  /** Must leave a home, it is sold, demolished, damaged. */
  'home-lost': [
    "That's a lot to take in. How are you feeling about it?",
    "I'm sorry. A home is more than walls.",
    "Oh no. Do you know yet what you'll do?",
  ],
  /** A quarrel, tension, silence with somebody close. */
  quarrel: [
    "I'm sorry. It hurts most with somebody close.",
    "That's hard. I hope you two can talk when it has cooled.",
    "I'm sorry to hear it. How did you leave it?",
  ],
  /** Wishes it had gone otherwise, a road not taken, time has passed. */
  regret: [
    "It's natural to wonder about it.",
    'Looking back can be heavy. What would you tell yourself now?',
    'I understand. You did what you could with what you knew.',
  ],
  /** Feeling low, empty, crying, a bad day, without a clear cause. */
  low: [
    "I'm sorry it's like that today. I'm listening.",
    'That sounds heavy. Do you want to tell me about it?',
    "You don't have to be cheerful with me.",
  ],
  /** Somebody was cruel, mocking, unkind, looked down on me or mine; bullied. */
  'hurt-by': [
    "That's a hurtful thing. You didn't deserve it.",
    "I'm sorry. Words like that stay with a person.",
    "That was unkind. I'm glad you told me.",
  ],
  /** Something dear was lost, broken, stolen. */
  'broken-treasure': [
    "Oh no, I'm sorry. That was dear to you.",
    'What a shame. Is there any hope of getting it back?',
    "I'm sorry. It's more than just a thing.",
  ],
  /** Somebody's age, memory or strength fails, one's own too. */
  'getting-old': [
    'That must be hard to watch.',
    "It's not easy, is it? How do you manage day to day?",
    "I'm sorry. Some days must be harder than others.",
  ],
  /** One's child or young relative is sad, ill, in trouble, bullied, out late. */
  'child-trouble': [
    "That's hard for anybody who loves a child. How are things now?",
    'You must be worried. I hope it comes right soon.',
    "It's hard to watch and not be able to fix it.",
  ],
  /** A birthday or holiday alone, forgotten or gone wrong. */
  'not-invited-birthday': [
    "I'm sorry it's a lonely one. I'm glad you told me.",
    "That's not how a day like that should be. I'm here, at least.",
    "I'm sorry. You deserve to be celebrated.",
  ],
};
