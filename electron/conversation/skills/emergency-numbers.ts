interface EmergencyNumbers {
  /** Spelled digit by digit for the ear. */
  readonly ambulance: string;
  readonly fire: string;
  readonly police: string;
  /** ", in the United States at nine eight eight"; empty where none is known here. */
  readonly crisisLine: string;
}

/** One number for all three services, or ambulance, fire, police. General knowledge, not checked against a source here. */
const NUMBERS: Readonly<Record<string, readonly [string] | readonly [ambulance: string, fire: string, police: string]>> = {
  US: ['911'],
  CA: ['911'],
  MX: ['911'],
  PR: ['911'],
  PH: ['911'],
  AR: ['911'],
  GB: ['999'],
  IE: ['112'],
  AU: ['000'],
  NZ: ['111'],
  IN: ['112'],
  IL: ['101', '102', '100'],
  JP: ['119', '119', '110'],
  KR: ['119', '119', '112'],
  CN: ['120', '119', '110'],
  TW: ['119', '119', '110'],
  HK: ['999'],
  SG: ['995', '995', '999'],
  MY: ['999'],
  BR: ['192', '193', '190'],
  CL: ['131', '132', '133'],
  CH: ['144', '118', '117'],
  NO: ['113', '110', '112'],
  ZA: ['112'],
  NG: ['112'],
  KE: ['112'],
  AE: ['998', '997', '999'],
  UA: ['112'],
  TR: ['112'],
  GU: ['911'],
  VI: ['911'],
  AS: ['911'],
  MP: ['911'],
  CR: ['911'],
  DO: ['911'],
  EC: ['911'],
  JO: ['911'],
  PA: ['911'],
  PY: ['911'],
  UY: ['911'],
  CO: ['123'],
  RU: ['112'],
  GE: ['112'],
  MD: ['112'],
  KW: ['112'],
  GH: ['112'],
  AD: ['112'],
  MC: ['112'],
  SM: ['112'],
  VA: ['112'],
  GI: ['112'],
  GG: ['999'],
  JE: ['999'],
  IM: ['999'],
  BD: ['999'],
  BH: ['999'],
  QA: ['999'],
  EG: ['123', '180', '122'],
  RS: ['194', '193', '192'],
  BA: ['124', '123', '122'],
  TH: ['1669', '199', '191'],
  VN: ['115', '114', '113'],
};
const EUROPEAN_UNION = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK IS LI'.split(' '));
const CRISIS_LINES: Readonly<Record<string, string>> = {
  US: ', in the United States at nine eight eight',
  CA: ', in Canada at nine eight eight',
  GB: ', in the United Kingdom at one one six one two three',
  IE: ', in Ireland at one one six one two three',
};
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The emergency numbers where people with this locale live; where none is known, words that say so. */
export function emergencyNumbers(locale: string): EmergencyNumbers {
  const region = regionOf(locale);
  const known = NUMBERS[region] ?? (EUROPEAN_UNION.has(region) ? (['112'] as const) : null);
  const [ambulance, fire = ambulance, police = ambulance] = known?.map(spell) ?? ['your local emergency number'];
  const everywhere = 'your local emergency number';
  return {
    ambulance: ambulance ?? everywhere,
    fire: fire ?? everywhere,
    police: police ?? everywhere,
    crisisLine: CRISIS_LINES[region] ?? '',
  };
}

/** A language alone names no country: "en" is spoken in many. */
function regionOf(locale: string): string {
  try {
    return new Intl.Locale(locale).region ?? '';
  } catch {
    return '';
  }
}

function spell(number: string): string {
  return [...number].map((digit) => DIGITS[Number(digit)]).join(' ');
}
