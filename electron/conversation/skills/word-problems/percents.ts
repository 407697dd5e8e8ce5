import { asks, fits, type Problem } from './fitting.ts';
import { TAKEN } from './goings.ts';
import { type Quantity, TIMES } from './quantity.ts';

const OFF =
  /\b(?:off|discount|reduction|cheaper|reduced|knocked|half price|half the price|in the sale|gone down|went down|goes down|going down|down by|drops|dropped|fallen|fell|cut|percent less)\b/;
const UP =
  /\b(?:go|goes|going|gone|went|put|putting|up) up\b|\bup by\b|\b(?:rise|raise|increase|increased|increases|rising|plus|vat|tax|service charge|interest|pay rise|percent more)\b/;
const TIP = /\b(?:tip|tips|tipping|gratuity|leaving)\b/;

/** Percent and parts: off, more, a tip, or a share of something. */
export function readShare(problem: Problem): string | null {
  const { quantities, words, text, told } = problem;
  const shares = quantities.filter(({ kind }) => kind !== 'amount');
  const [amount, ...others] = quantities.filter(({ kind }) => kind === 'amount');
  const [share] = shares;
  if (share === undefined || shares.length > 1 || amount === undefined || others.length > 0 || !isBase(problem, amount)) return null;
  const said = [OFF, UP, TIP].filter((sign) => sign.test(text));
  const signs = said.length === 0 && /\badd(?:ed|ing|s)?\b/.test(text) ? [UP] : said;
  if (words[share.end] === 'of') return signs.length === 0 ? partOf(problem, share, amount) : null;
  const [sign] = signs;
  if (/\b(?:without|includ|exclud)/.test(told)) return null;
  const isAsked = asks(problem, 'price', 'result', 'total', 'tip', 'saving') || /^what is a?\b/.test(text);
  if (sign === undefined || signs.length > 1 || !isAsked) return null;
  if (sign === TIP) return tipOn(problem, share, amount);
  return isPriceAfter(problem, amount) ? null : changed(problem, share, amount, sign === OFF);
}

function isBase({ question }: Problem, { per, shares, ...amount }: Quantity): boolean {
  if (shares || question.each !== null || !fits(question, { ...amount, per, shares })) return false;
  return (per === null || TIMES.has(per)) && (question.time === null || question.time === per);
}

/** "I paid forty, what was the price?", "it went up to forty": the change is in the amount already. */
function isPriceAfter(problem: Problem, amount: Quantity): boolean {
  const asked = problem.text.slice(problem.told.length);
  return (
    /\bpaid\b|\bto$/.test(problem.words.slice(0, amount.start).join(' ')) ||
    /\bpaid\b/.test(problem.told) ||
    /\b(?:was|were|did)\b/.test(asked)
  );
}

function changed(problem: Problem, share: Quantity, amount: Quantity, isOff: boolean): string | null {
  const of = `${share.text} of ${amount.text}`;
  const isSaving = asks(problem, 'saving');
  if (!isOff) return isSaving || asks(problem, 'left') ? null : `${amount.text} plus ${share.kind === 'percent' ? share.text : of}`;
  if (isSaving || share.text === 'half') return of;
  return share.kind === 'percent' ? `${share.text} off ${amount.text}` : `${amount.text} minus ${of}`;
}

/** The tip itself, or the bill with it. */
function tipOn(problem: Problem, share: Quantity, amount: Quantity): string | null {
  if (asks(problem, 'saving', 'left')) return null;
  const asked = problem.text.slice(problem.told.length).trim();
  const isTip = /^what is a\b/.test(asked) || (/\bthe tip\b/.test(asked) && !/\b(?:total|with the tip)\b/.test(asked));
  return asks(problem, 'total', 'price') && !isTip ? `${amount.text} plus ${share.text}` : `${share.text} of ${amount.text}`;
}

/** "A quarter of the eighty tickets", and "of it" where there is one thing only. */
function partOf(problem: Problem, share: Quantity, amount: Quantity): string | null {
  const isIt = /^(?:it|them|that)$/.test(problem.words[share.end + 1] ?? '');
  if (isIt ? amount.start > share.start : amount.start < share.end || amount.start - share.end > 3) return null;
  const of = `${share.text} of ${amount.text}`;
  if (asks(problem, 'left')) return TAKEN.test(problem.told) ? `${amount.text} minus ${of}` : null;
  return asks(problem, 'result') || problem.told === '' ? of : null;
}
