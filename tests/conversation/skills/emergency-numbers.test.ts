import { describe, expect, it } from 'vitest';
import { emergencyNumbers } from '../../../electron/conversation/skills/emergency-numbers.ts';

/** Where English is spoken by many, and where many people live: a number is expected there. */
const EXPECTED =
  'US CA GB IE AU NZ IN SG MY HK PH ZA NG KE GH AE QA KW BH DE FR ES IT NL PL SE FI DK NO CH AT BE PT GR CZ RO HU UA TR RU BR MX AR CL CO JP KR CN TW TH VN BD EG IL';

describe('emergency numbers', () => {
  it.each(EXPECTED.split(' '))('are known for %s, spelled digit by digit', (region) => {
    const { ambulance, fire, police } = emergencyNumbers(`en-${region}`);
    for (const number of [ambulance, fire, police])
      expect(number).toMatch(/^(?:zero|one|two|three|four|five|six|seven|eight|nine)(?: \w+){2,3}$/);
  });

  it('are not guessed: a language alone and a region without an entry get words', () => {
    for (const locale of ['en', 'en-AQ', 'not a locale']) {
      expect(emergencyNumbers(locale)).toMatchObject({ ambulance: 'your local emergency number', crisisLine: '' });
    }
  });
});
