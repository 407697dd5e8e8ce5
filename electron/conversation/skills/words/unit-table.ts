import { type ExactNumber, fraction } from './exact-number.ts';

type Dimension = 'length' | 'mass' | 'temperature' | 'volume' | 'speed' | 'time' | 'data' | 'area';

/** base = value * scale + offset; bases are metre, gram, kelvin, litre, metre per second, second, byte, square metre. */
export interface Unit {
  readonly dimension: Dimension;
  readonly singular: string;
  readonly plural: string;
  readonly scale: ExactNumber;
  readonly offset: ExactNumber;
}

interface UnitRow {
  readonly dimension: Dimension;
  /** Written as a fraction: `1609.344` is 1609344/1000. */
  readonly scale: readonly [numerator: bigint, denominator?: bigint];
  readonly offset?: readonly [numerator: bigint, denominator: bigint];
  readonly names: string;
}

/** names: singular, plural, then further words for it ("leaders" is what recognisers write for litres). Definitions: international yard and pound, US customary, SI, IEC. */
const ROWS: readonly UnitRow[] = [
  { dimension: 'length', scale: [1n, 1000n], names: 'millimeter, millimeters, millimetre, millimetres, mm' },
  { dimension: 'length', scale: [1n, 100n], names: 'centimeter, centimeters, centimetre, centimetres, cm' },
  { dimension: 'length', scale: [1n], names: 'meter, meters, metre, metres, m' },
  { dimension: 'length', scale: [1000n], names: 'kilometer, kilometers, kilometre, kilometres, km, kms, k m, klicks' },
  { dimension: 'length', scale: [254n, 10_000n], names: 'inch, inches, in' },
  { dimension: 'length', scale: [3048n, 10_000n], names: 'foot, feet, ft' },
  { dimension: 'length', scale: [9144n, 10_000n], names: 'yard, yards, yd, yds' },
  { dimension: 'length', scale: [1_609_344n, 1000n], names: 'mile, miles, mi' },
  { dimension: 'length', scale: [1852n], names: 'nautical mile, nautical miles' },
  { dimension: 'length', scale: [18_288n, 10_000n], names: 'fathom, fathoms' },
  { dimension: 'length', scale: [201_168n, 1000n], names: 'furlong, furlongs' },
  { dimension: 'area', scale: [1n], names: 'square meter, square meters, square metre, square metres' },
  { dimension: 'area', scale: [1_000_000n], names: 'square kilometer, square kilometers, square kilometre, square kilometres' },
  { dimension: 'area', scale: [9_290_304n, 100_000_000n], names: 'square foot, square feet' },
  { dimension: 'area', scale: [40_468_564_224n, 10_000_000n], names: 'acre, acres' },
  { dimension: 'area', scale: [10_000n], names: 'hectare, hectares' },
  { dimension: 'mass', scale: [1n, 1000n], names: 'milligram, milligrams, mg' },
  { dimension: 'mass', scale: [1n], names: 'gram, grams, gramme, grammes, g' },
  { dimension: 'mass', scale: [1000n], names: 'kilogram, kilograms, kilo, kilos, kg, kgs, kilogramme, kilogrammes' },
  { dimension: 'mass', scale: [1_000_000n], names: 'tonne, tonnes, metric ton, metric tons' },
  { dimension: 'mass', scale: [90_718_474n, 100n], names: 'ton, tons, short ton, short tons' },
  { dimension: 'mass', scale: [28_349_523_125n, 1_000_000_000n], names: 'ounce, ounces, oz' },
  { dimension: 'mass', scale: [45_359_237n, 100_000n], names: 'pound, pounds, lb, lbs' },
  { dimension: 'mass', scale: [635_029_318n, 100_000n], names: 'stone, stones' },
  { dimension: 'temperature', scale: [1n], names: 'kelvin, kelvin, degrees kelvin' },
  {
    dimension: 'temperature',
    scale: [1n],
    offset: [27_315n, 100n],
    names: 'degree Celsius, degrees Celsius, celsius, degree celsius, degrees celsius, centigrade, degrees centigrade, degrees c',
  },
  {
    dimension: 'temperature',
    scale: [5n, 9n],
    offset: [45_967n, 180n],
    names: 'degree Fahrenheit, degrees Fahrenheit, fahrenheit, degree fahrenheit, degrees fahrenheit, degrees f',
  },
  { dimension: 'volume', scale: [1n, 1000n], names: 'milliliter, milliliters, millilitre, millilitres, ml' },
  { dimension: 'volume', scale: [1n, 100n], names: 'centiliter, centiliters, centilitre, centilitres, cl' },
  { dimension: 'volume', scale: [1n, 10n], names: 'deciliter, deciliters, decilitre, decilitres, dl' },
  { dimension: 'volume', scale: [1n], names: 'liter, liters, litre, litres, l, leader, leaders' },
  { dimension: 'volume', scale: [1000n], names: 'cubic meter, cubic meters, cubic metre, cubic metres' },
  { dimension: 'volume', scale: [492_892_159_375n, 100_000_000_000_000n], names: 'teaspoon, teaspoons, tsp' },
  { dimension: 'volume', scale: [1_478_676_478_125n, 100_000_000_000_000n], names: 'tablespoon, tablespoons, tbsp' },
  { dimension: 'volume', scale: [295_735_295_625n, 10_000_000_000_000n], names: 'fluid ounce, fluid ounces, ounce, ounces, oz' },
  { dimension: 'volume', scale: [2_365_882_365n, 10_000_000_000n], names: 'cup, cups' },
  { dimension: 'volume', scale: [473_176_473n, 1_000_000_000n], names: 'pint, pints' },
  { dimension: 'volume', scale: [946_352_946n, 1_000_000_000n], names: 'quart, quarts' },
  { dimension: 'volume', scale: [3_785_411_784n, 1_000_000_000n], names: 'gallon, gallons' },
  { dimension: 'volume', scale: [56_826_125n, 100_000_000n], names: 'imperial pint, imperial pints' },
  { dimension: 'volume', scale: [454_609n, 100_000n], names: 'imperial gallon, imperial gallons' },
  { dimension: 'speed', scale: [1n], names: 'meter per second, meters per second, metre per second, metres per second' },
  {
    dimension: 'speed',
    scale: [5n, 18n],
    names:
      'kilometer per hour, kilometers per hour, kilometre per hour, kilometres per hour, km per h, kmh, kph, k p h, km per hour, kilometers an hour, kilometres an hour, km an hour',
  },
  { dimension: 'speed', scale: [44_704n, 100_000n], names: 'mile per hour, miles per hour, mph, m p h, miles an hour, mile an hour' },
  { dimension: 'speed', scale: [1852n, 3600n], names: 'knot, knots' },
  { dimension: 'time', scale: [1n, 1000n], names: 'millisecond, milliseconds, ms' },
  { dimension: 'time', scale: [1n], names: 'second, seconds, sec, secs' },
  { dimension: 'time', scale: [60n], names: 'minute, minutes, min, mins' },
  { dimension: 'time', scale: [3600n], names: 'hour, hours, hr, hrs' },
  { dimension: 'time', scale: [86_400n], names: 'day, days' },
  { dimension: 'time', scale: [604_800n], names: 'week, weeks' },
  { dimension: 'time', scale: [31_536_000n], names: 'year, years' },
  { dimension: 'data', scale: [1n, 8n], names: 'bit, bits' },
  { dimension: 'data', scale: [1n], names: 'byte, bytes' },
  { dimension: 'data', scale: [1000n], names: 'kilobyte, kilobytes, kb' },
  { dimension: 'data', scale: [1_000_000n], names: 'megabyte, megabytes, mb, megs' },
  { dimension: 'data', scale: [1_000_000_000n], names: 'gigabyte, gigabytes, gb, gigs' },
  { dimension: 'data', scale: [1_000_000_000_000n], names: 'terabyte, terabytes, tb' },
  { dimension: 'data', scale: [1024n], names: 'kibibyte, kibibytes' },
  { dimension: 'data', scale: [1_048_576n], names: 'mebibyte, mebibytes' },
  { dimension: 'data', scale: [1_073_741_824n], names: 'gibibyte, gibibytes' },
];

const UNITS_BY_NAME = new Map<string, Unit[]>();
for (const row of ROWS) {
  const names = row.names.split(', ');
  const unit: Unit = {
    dimension: row.dimension,
    singular: names[0] ?? '',
    plural: names[1] ?? '',
    scale: fraction(...row.scale),
    offset: row.offset === undefined ? fraction(0n) : fraction(...row.offset),
  };
  for (const name of new Set(names)) UNITS_BY_NAME.set(name, [...(UNITS_BY_NAME.get(name) ?? []), unit]);
}

export const UNIT_NAMES: readonly string[] = [...UNITS_BY_NAME.keys()];

/** No unit has a name of more words ("kilometers per hour"). */
export const LONGEST_UNIT_NAME = 3;

/** Everything these words may mean: an ounce is a mass and a volume. Empty when they name no unit. */
export function unitsNamed(words: readonly string[]): readonly Unit[] {
  return UNITS_BY_NAME.get(words.join(' ')) ?? [];
}
