import type { Moves } from './lines.ts';

/** What a listener says to fear and waiting. */
export const WORRIED: Moves = {
  /** Waits for a result, a call, an answer. */
  waiting: [
    'Waiting is the hardest part. When will you know?',
    "I'll keep my fingers crossed for you.",
    "Not knowing is wearing. I hope you hear soon, and that it's good.",
  ],
  /** Nervous before an interview, exam, speech, first day, date, flight. */
  nervous: [
    "It's natural to be nervous. You can do this.",
    "I'll keep my fingers crossed for you.",
    'Butterflies only mean that it matters to you. Good luck!',
  ],
  /** Somebody close is ill, in hospital, hurt, has an operation. */
  'ill-other': [
    "I'm sorry to hear that. How are they doing?",
    "That must be worrying. I hope they're better soon.",
    "I'm sorry. And how are you holding up in all this?",
  ],
  /** A pet is ill, lost, old, at the vet. */
  'pet-ill': [
    "Poor thing. I hope it's nothing serious.",
    "Oh no. I hope all's well again soon.",
    "That's worrying. They can't tell us what's wrong, can they?",
  ],
  /** Bills, rent, debts, prices are hard to bear. */
  'money-worry': [
    "Money worries are heavy. I'm sorry.",
    "That's a lot to juggle.",
    "I'm sorry it's so tight. Is there somebody you could ask for advice?",
  ],
  /** A deadline, too much to do, not prepared, late. */
  behind: [
    "That's a squeeze. What's the smallest first step?",
    'Take a breath. One thing at a time.',
    'Oh dear. What has to be done first?',
  ],
  /** Cannot decide, in two minds, a big choice. */
  deciding: [
    "That's a big decision. What does your gut say?",
    "It's hard when both have something for them.",
    "There's no hurry to decide it with me. What pulls you most?",
  ],
  /** Worried about one's own body, a symptom, a lump, an operation to come. */
  'health-own': [
    "That's worrying. Have you been able to ask a doctor about it?",
    "I understand that it's on your mind. I hope it turns out to be nothing.",
    "I'm sorry. It's good to have it looked at.",
  ],
  /** Not good enough, out of place, compares oneself, afraid what others think. */
  insecure: [
    "You're harder on yourself than others would be, I think.",
    'A lot of people feel that way and hide it well.',
    "I don't hear anything there to be ashamed of.",
  ],
  /** Frightened of or thrown by a great change: a baby, a move, moving in together. */
  'big-change': [
    "That's a big change. It's all right to be scared of it.",
    "It's a lot at once. What's the scariest part?",
    'Even good changes take some getting used to.',
  ],
  /** Afraid of noises, the dark, the news, the world, something vague. */
  uneasy: [
    "I understand. It's hard to put that out of your mind.",
    "That's an uneasy feeling. Is somebody with you?",
    "It's all right to be frightened sometimes.",
  ],
};
