import { describe, expect, it } from 'vitest';
import { readMeantSum } from '../../../electron/conversation/skills/meant/sum.ts';

const sumOf = (utterance: string, kind?: string) => readMeantSum({ utterance, isSure: true, spans: [], kind });

describe('a sum that is meant', () => {
  it.each([
    ['we burned four hundred and twenty gallons in twelve hours so how much is that an hour', 'times', '420 divided by 12'],
    ['we drove three hundred miles in five hours how many miles is that an hour', undefined, '300 divided by 5'],
    ['a dozen wings runs eighteen bucks work out the price of just one wing', 'times', '18 divided by 12'],
    ['eggs are three dollars for twelve eggs how much is one egg', 'divided', '3 divided by 12'],
  ])('is for one of them, whatever it sounds like: %s', (said, kind, expression) => {
    expect(sumOf(said, kind)).toEqual({ expression });
  });

  it.each([
    ['seventeen rows of leeks with twenty three in a row how many leeks is that altogether', 'plus', '17 times 23'],
    ['the choir sold two hundred and fifty tickets and what would twelve percent of that be', 'percent-off', '12 percent of 250'],
    ['i pay thirty one bucks for a case and sell it at fifty what is my profit', 'times', '50 minus 31'],
    ['greg worked three twelve hour shifts how many hours is that', 'times', '3 times 12'],
    ["compost is six pounds fifty a bag and i'm after eight bags what will it cost me", 'divided', '8 times 6.5'],
  ])('is what the words say themselves: %s', (said, kind, expression) => {
    expect(sumOf(said, kind)).toEqual({ expression });
  });

  it.each([
    ['i earn fifteen dollars an hour and work thirty hours how much is that a week', 'times', '15 times 30'],
    ['two tickets at nine pounds each how much is that', 'times', '2 times 9'],
    ['i bowled a hundred and eighty and then a hundred and sixty five give me my two game total', 'plus', '180 plus 165'],
    ['i scored four and six and nine what is my three round total', 'plus', '4 plus 6 plus 9'],
    ['i ran twenty two miles and then fifteen in a day how many is that', 'plus', '22 plus 15'],
    ['it was eighty pounds and they knocked fifteen percent of that off', 'percent-off', '15 percent off 80'],
  ])('is what its kind says elsewhere: %s', (said, kind, expression) => {
    expect(sumOf(said, kind)).toEqual({ expression });
  });
});
