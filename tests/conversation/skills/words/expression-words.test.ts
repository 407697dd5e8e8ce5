import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalForm } from '../../../../electron/conversation/skills/words/exact-number.ts';
import { sayExpression, workOut } from '../../../../electron/conversation/skills/words/expression-value.ts';
import { readExpression } from '../../../../electron/conversation/skills/words/expression-words.ts';

function result(text: string): string | null {
  const expression = readExpression(text);
  if (expression === null) return null;
  const value = workOut(expression);
  return value.kind === 'value' ? decimalForm(value.value, 10, 3).text : value.sentence;
}

describe('sums', () => {
  it.each([
    ['two plus three', '5'],
    ['two plus three times four', '14'],
    ['(2 + 3) * 4', '20'],
    ['ten minus three minus two', '5'],
    ['20 divided by 2 divided by 5', '2'],
    ['0.1 + 0.2', '0.3'],
    ['seven point two five times four', '29'],
    ['twenty percent of fifty', '10'],
    ['50 plus 10 percent', '55'],
    ['80 minus 25%', '60'],
    ['ten percent off eighty', '72'],
    ['18 as a percentage of 25', '72'],
    ['half of nine', '4.5'],
    ['two thirds of ninety', '60'],
    ['nine squared', '81'],
    ['two cubed plus one', '9'],
    ['2^10', '1024'],
    ['two to the power of minus two', '0.25'],
    ['five to the third power', '125'],
    ['square root of 81', '9'],
    ['the square root of two', '1.414'],
    ['the cube root of 27', '3'],
    ['ten divided by three', '3.333'],
    ['one divided by eight', '0.125'],
    ['divide ninety six by eight', '12'],
    ['subtract three from ten', '7'],
    ['add one, two', null],
    ['add twenty to three', '23'],
    ['the product of six and seven', '42'],
    ['the difference between ten and four', '6'],
    ['twice seven', '14'],
    ['seventeen modulo five', '2'],
    ['minus five plus three', '-2'],
    ['for times for', '16'],
    ['6 x 7', '42'],
    ['a hundred and two minus twenty-five', '77'],
    ['ten divided by zero', 'Nothing can be divided by zero.'],
    ['one over two minus two', '-1.5'],
    ['five modulo zero', 'Nothing can be divided by zero.'],
    ['zero to the power of minus one', 'Nothing can be divided by zero.'],
    ['the square root of minus four', 'A negative number has no square root among the ordinary numbers.'],
    ['ten to the power of 900', 'That number is too long to say aloud.'],
    ['nine to the power of nine to the power of nine', 'That number is too long to say aloud.'],
  ])('"%s" is %s', (text, expected) => {
    expect(result(text)).toBe(expected);
  });

  it.each([
    'five',
    'minus five',
    'twenty percent',
    '',
    'plus',
    'two plus',
    'plus two',
    'two plus two is four',
    'half of the moon',
    'times',
  ])('reads no sum in "%s"', (text) => {
    expect(readExpression(text)).toBeNull();
  });

  it('reads sums back as they were said', () => {
    const said = (text: string) => {
      const expression = readExpression(text);
      return expression && sayExpression(expression);
    };
    expect(said('17 x 4')).toBe('seventeen times four');
    expect(said('20% of 50')).toBe('twenty percent of fifty');
    expect(said('divide 96 by 8')).toBe('ninety-six divided by eight');
    expect(said('half of nine')).toBe('half of nine');
    expect(said('the square root of 81')).toBe('the square root of eighty-one');
    expect(said('ten percent off eighty')).toBe('ten percent off eighty');
    expect(said('3 squared')).toBe('three squared');
  });

  it('agrees with the arithmetic of whole numbers, precedence included', () => {
    const operator = fc.constantFrom('+', '-', '*');
    const small = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(small, operator, small, operator, small, (a, first, b, second, c) => {
        const product = (left: number, sign: string, right: number) =>
          sign === '*' ? left * right : sign === '+' ? left + right : left - right;
        const expected = second === '*' && first !== '*' ? product(a, first, b * c) : product(product(a, first, b), second, c);
        expect(result(`${a} ${first} ${b} ${second} ${c}`)).toBe(String(expected));
      }),
    );
  });
});
