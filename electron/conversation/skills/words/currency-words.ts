/** A currency as it is said after one, and after any other number. */
export interface Currency {
  readonly one: string;
  readonly many: string;
}

const CURRENCIES: readonly (readonly [one: string, many: string])[] = [
  ['dollar', 'dollars'],
  ['euro', 'euros'],
  ['pound', 'pounds'],
  ['yen', 'yen'],
  ['franc', 'francs'],
  ['rupee', 'rupees'],
  ['peso', 'pesos'],
  ['yuan', 'yuan'],
  ['ruble', 'rubles'],
  ['lira', 'liras'],
  ['zloty', 'zlotys'],
  ['krona', 'kronor'],
  ['krone', 'kroner'],
  ['crown', 'crowns'],
  ['forint', 'forints'],
  ['won', 'won'],
  ['rand', 'rand'],
  ['real', 'reais'],
  ['dirham', 'dirhams'],
  ['shekel', 'shekels'],
  ['shilling', 'shillings'],
  ['naira', 'naira'],
  ['cedi', 'cedis'],
  ['baht', 'baht'],
  ['dong', 'dong'],
  ['rupiah', 'rupiah'],
  ['ringgit', 'ringgit'],
  ['taka', 'taka'],
  ['dinar', 'dinars'],
  ['riyal', 'riyals'],
  ['leu', 'lei'],
  ['lev', 'leva'],
  ['hryvnia', 'hryvnias'],
  ['birr', 'birr'],
  ['kwacha', 'kwacha'],
  ['kuna', 'kuna'],
  ['dram', 'drams'],
  ['tenge', 'tenge'],
];
/** Where moneys of one name are told apart by their country. */
const COUNTRIES =
  'us american canadian australian new\\ zealand hong\\ kong singapore jamaican trinidadian barbadian bahamian bermudian belize guyanese ' +
  'fijian namibian liberian taiwanese british scottish egyptian syrian lebanese sudanese swiss japanese chinese indian pakistani ' +
  'nepalese sri\\ lankan mauritian mexican colombian chilean argentine argentinian cuban dominican uruguayan philippine filipino russian ' +
  'turkish polish swedish norwegian danish icelandic czech hungarian romanian bulgarian ukrainian korean south\\ african kenyan ugandan ' +
  'tanzanian somali nigerian ghanaian brazilian moroccan emirati saudi qatari omani kuwaiti bahraini jordanian iraqi algerian ' +
  'tunisian serbian israeli thai vietnamese indonesian malaysian bangladeshi';
const COUNTRY = new RegExp(`^(?:${COUNTRIES.split(/(?<!\\) /).join('|')})\\s+`);
/** What else they are called. */
const SLANG: Readonly<Record<string, string>> = { buck: 'dollar', bucks: 'dollars', quid: 'pounds' };

/** `dollars`, `swiss francs`, `bucks`; null for anything else. */
export function currencyNamed(text: string): Currency | null {
  const words = text.trim().toLowerCase();
  const country = COUNTRY.exec(words)?.[0] ?? '';
  const plain = words.slice(country.length);
  const found = CURRENCIES.find((names) => names.includes(SLANG[plain] ?? plain));
  if (found === undefined) return null;
  const where = country === 'us ' ? 'US ' : country.replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  return { one: `${where}${found[0]}`, many: `${where}${found[1]}` };
}
