import { alarmSkills } from './alarm-skills.ts';
import { calendarSkills } from './calendar-skills.ts';
import { canvasSkills } from './canvas/canvas-skills.ts';
import { chanceSkills } from './chance-skills.ts';
import { clockSkills } from './clock-skills.ts';
import { currencySkills } from './currency-skills.ts';
import { declineSkills } from './decline-skills.ts';
import { emergencySkills } from './emergency-skills.ts';
import { engineSkills } from './engine-skills.ts';
import { helpSkills } from './help-skills.ts';
import { countrySkills } from './knowledge/country-skills.ts';
import { elementSkills } from './knowledge/element-skills.ts';
import { planetSkills } from './knowledge/planet-skills.ts';
import { wordSkills } from './knowledge/word-skills.ts';
import { mathSkills } from './math-skills.ts';
import { memorySkills } from './memory-skills.ts';
import { orderSkills } from './order/order-skills.ts';
import { personaSkills } from './persona-skills.ts';
import { profileSkills } from './profile-skills.ts';
import type { Skill } from './skill.ts';
import { speechSkills } from './speech-skills.ts';
import { spellingSkills } from './spelling-skills.ts';
import { timerSkills } from './timer-skills.ts';
import { unitSkills } from './unit-skills.ts';
import { userSkills } from './user-skills.ts';

/** Everything the assistant can do by itself; emergencies first, because the first of equals wins. */
export const builtInSkills: readonly Skill[] = [
  ...emergencySkills,
  ...speechSkills,
  ...timerSkills,
  ...alarmSkills,
  ...clockSkills,
  ...calendarSkills,
  ...mathSkills,
  ...unitSkills,
  ...currencySkills,
  ...chanceSkills,
  ...spellingSkills,
  ...countrySkills,
  ...elementSkills,
  ...planetSkills,
  ...wordSkills,
  ...userSkills,
  ...memorySkills,
  ...profileSkills,
  ...engineSkills,
  ...personaSkills,
  ...helpSkills(() => builtInSkills),
  ...orderSkills,
  ...canvasSkills,
  ...declineSkills,
];
