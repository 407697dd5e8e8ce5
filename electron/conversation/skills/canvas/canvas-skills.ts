import { columnSkills } from './column-skills.ts';
import { doneSkills } from './done-skills.ts';
import { filterSkills } from './filter-skills.ts';
import { lookUpSkills } from './look-up-skills.ts';
import { makeSkills } from './make-skills.ts';
import { placeSkills } from './place-skills.ts';
import { putBackSkills } from './put-back-skills.ts';
import { rowSkills } from './row-skills.ts';
import { severalChanges } from './several-changes.ts';
import { tellRowSkills } from './tell-row-skills.ts';
import { viewSkills } from './view-skills.ts';

const single = [
  ...makeSkills,
  ...columnSkills,
  ...viewSkills,
  ...filterSkills,
  ...lookUpSkills,
  ...doneSkills,
  ...putBackSkills,
  ...placeSkills,
  ...tellRowSkills,
  ...rowSkills,
];

/** Everything that can be done to what is shown while one speaks; columns before rows, because the first of equals wins. */
export const canvasSkills = [...single, severalChanges(single)];
