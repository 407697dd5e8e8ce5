import type { SpokenRow } from './spoken-for-skills.ts';

/** What is asked about countries, elements and planets. */
export const knowledge: readonly SpokenRow[] = [
  ['What is the capital of Portugal?', 'know.capital', { country: 'portugal' }],
  ['the capital of the Netherlands, please', 'know.capital'],
  ['Which city is the capital of Australia?', 'know.capital', { country: 'australia' }],
  ['how many people live in Brazil', 'know.population', { country: 'brazil' }],
  ['What is the currency of Japan?', 'know.currency', { country: 'japan' }],
  ['what do they speak in Brazil', 'know.language'],
  ['Which continent is Egypt in?', 'know.continent'],
  ["What's the atomic number of iron?", 'know.element', { element: 'iron' }],
  ["what's the chemical symbol A U", 'know.element'],
  ['How big is Jupiter?', 'know.planet', { planet: 'jupiter' }],
  ['Which planet is the biggest?', 'know.planets', { most: 'biggest' }],
  ['How many planets are there?', 'know.planets'],
  ['What does suicidal mean?', 'know.meaning', { word: 'suicidal' }],
  ['define photosynthesis', 'know.meaning', { word: 'photosynthesis' }],
  ["What's the meaning of the word fragile?", 'know.meaning', { word: 'fragile' }],
  ['can you tell me what ambivalent means', 'know.meaning', { word: 'ambivalent' }],
  ['Give me another word for happy.', 'know.synonym', { word: 'happy' }],
  ['do you have a synonym for big', 'know.synonym', { word: 'big' }],
  ["What's the opposite of generous?", 'know.opposite', { word: 'generous' }],
];
