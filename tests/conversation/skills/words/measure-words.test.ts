import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalForm, fraction, toNumber } from '../../../../electron/conversation/skills/words/exact-number.ts';
import { convert, readMeasure, readUnit, sayMeasure } from '../../../../electron/conversation/skills/words/measure-words.ts';
import { unitsNamed } from '../../../../electron/conversation/skills/words/unit-table.ts';

function converted(measure: string, unit: string): string | null {
  const read = readMeasure(measure);
  const result = read && convert(read, readUnit(unit));
  return result && decimalForm(result.count, 4, 2).text;
}

describe('measures', () => {
  it.each([
    ['ten kilometers', 'miles', '6.21'],
    ['ten km', 'miles', '6.21'],
    ['one mile', 'kilometers', '1.61'],
    ['a foot', 'inches', '12'],
    ['six feet two inches', 'centimeters', '187.96'],
    ['five foot eleven', 'centimeters', '180.34'],
    ['eleven stone four', 'kilograms', '71.67'],
    ['half a mile', 'feet', '2640'],
    ['100 fahrenheit', 'celsius', '37.78'],
    ['37 degrees celsius', 'fahrenheit', '98.6'],
    ['minus forty celsius', 'fahrenheit', '-40'],
    ['zero celsius', 'kelvin', '273.15'],
    ['150 pounds', 'kilos', '68.04'],
    ['a pound', 'ounces', '16'],
    ['a cup', 'ounces', '8'],
    ['3 cups', 'milliliters', '709.76'],
    ['a gallon', 'liters', '3.79'],
    ['an imperial gallon', 'liters', '4.55'],
    ['a tablespoon', 'teaspoons', '3'],
    ['sixty miles per hour', 'kilometers per hour', '96.56'],
    ['100 km/h', 'mph', '62.14'],
    ['a day', 'seconds', '86400'],
    ['two gigabytes', 'megabytes', '2000'],
    ['one kibibyte', 'bytes', '1024'],
    ['an acre', 'square feet', '43560'],
  ])('%s in %s is %s', (measure, unit, expected) => {
    expect(converted(measure, unit)).toBe(expected);
  });

  it('converts nothing into something of another kind', () => {
    expect(converted('ten kilometers', 'pounds')).toBeNull();
  });

  it.each(['', 'ten', 'miles', 'ten bananas', 'ten miles to kilometers', 'two inches six feet', 'ten kilometers five pounds'])(
    'reads no measure in "%s"',
    (text) => {
      expect(readMeasure(text)).toBeNull();
    },
  );

  it('says measures with the right number of the unit', () => {
    const [foot] = unitsNamed(['feet']);
    const [celsius] = unitsNamed(['celsius']);
    if (foot === undefined || celsius === undefined) throw new Error('Units are missing.');
    expect(sayMeasure([{ count: fraction(1n), unit: foot }])).toBe('one foot');
    expect(sayMeasure([{ count: fraction(-1n), unit: celsius }])).toBe('minus one degree Celsius');
    expect(sayMeasure([{ count: fraction(10n, 3n), unit: foot }])).toBe('about three point three three feet');
  });

  it('comes back to the same number after going to another unit and back', () => {
    const pairs = fc.constantFrom(
      ['miles', 'kilometers'],
      ['celsius', 'fahrenheit'],
      ['pounds', 'grams'],
      ['gallons', 'teaspoons'],
      ['knots', 'mph'],
    );
    fc.assert(
      fc.property(pairs, fc.integer({ min: -1000, max: 1000 }), ([from = '', to = ''], count) => {
        const there = convert([{ count: fraction(BigInt(count)), units: readUnit(from) }], readUnit(to));
        const back = there && convert([{ count: there.count, units: [there.unit] }], readUnit(from));
        expect(back && toNumber(back.count)).toBe(count);
      }),
    );
  });
});
