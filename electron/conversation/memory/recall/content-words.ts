/** Words that every sentence has; a match of them means nothing. */
const COMMON = new Set(
  `i me my mine myself we us our you your a an the is are am was were be been being do does did have has had having what when where who
  which why how to of in on at for with and or but so as by from about into if not no it its that this these those there here tell know
  remember remind please can could will would should say said told much many any some s m re ve d ll t don doesn didn isn aren just really
  very also still now already ever then than too up out ok okay yes hey well get got go one thing things anything something everything
  call called name named nova think like`.split(/\s+/),
);

/** Several words for the same; the last stands for all. A small table, made by hand; no model is behind it. */
const SAME = pairs(
  `mom mother|mum mother|mama mother|mommy mother|mummy mother|dad father|papa father|daddy father|grandma grandmother|granny grandmother|
  grandpa grandfather|kid child|manager boss|job work|occupation work|profession work|career work|employer company|vehicle car|auto car|
  bicycle bike|residence home|address live|movie film|meal food|born birthday|birth birthday|birthdate birthday|telephone phone|mobile phone|
  cellphone phone|mail email|physician doctor|puppy dog|kitten cat|vacation holiday|allergy allergic|intolerance allergic|wed married|
  marry married|weigh weight|detest hate|loathe hate|dislike hate|adore love|fly flight|passcode password|favourite favorite|colour color|
  grey gray|couch sofa|soccer football|flatmate roommate|biscuit cookie|aubergine eggplant|courgette zucchini`,
);
/** Words and what they are a kind of, or have to do with: enough to find, not enough to answer. */
const NEAR = pairs(
  `sister sibling|brother sibling|sibling family|mother parent|father parent|parent family|daughter child|son child|child family|wife spouse|
  husband spouse|spouse married|girlfriend partner|boyfriend partner|house home|apartment home|flat home|home live|city live|town live|
  country live|moved live|dog pet|cat pet|rabbit pet|hamster pet|horse pet|eat food|dish food|cuisine food|restaurant food|cook food|dinner food|
  lunch food|recipe food|vegetarian food|vegan food|allergic food|drink beverage|coffee beverage|tea beverage|old age|tall height|heavy weight|
  speak language|guitar instrument|piano instrument|violin instrument|drum instrument|cello instrument|football sport|tennis sport|
  basketball sport|swim sport|running sport|gym sport|university school|college school|study school|trip holiday|travel holiday|holiday flight|
  plane flight|wedding married|wifi internet|colleague work|boss work|office work|company work|music jazz|song music|band music|
  concert music|party birthday|present birthday|gift birthday|anniversary married|drive car|park car`,
);

/** Words that carry meaning, without their endings: "birthdays" -> "birthday", "parked" -> "park". Each once, in order. */
export function contentWords(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/['’]s\b/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !COMMON.has(word)).map(stem))];
}

/** The same, and what each word may also be called or has to do with. For finding, not for telling apart. */
export function ideas(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).flatMap((word) => [word, same(word), NEAR.get(same(word)) ?? same(word)]));
}

/** "Mum" and "mother". */
export function isSameWord(one: string, other: string): boolean {
  return same(one) === same(other);
}

/** True when what is known by the first word answers for the second: a sister is a sibling, a sibling need not be a sister. */
export function isKindOf(known: string, asked: string): boolean {
  return isSameWord(known, asked) || NEAR.get(same(known)) === same(asked);
}

function same(word: string): string {
  return SAME.get(word) ?? word;
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split('|').map((pair) => pair.trim().split(' ').map(stem) as [string, string]));
}

/** Cuts the commonest English endings; enough for one language and short words, far from a full stemmer. */
function stem(word: string): string {
  if (word === 'children') return 'child';
  if (word.length <= 3 || /ss$/.test(word)) return word;
  const cut = word
    .replace(/ies$/, 'y')
    .replace(/(?<=ch|sh|x|s|z)es$/, '')
    .replace(/(?<![su])s$/, '');
  if (cut.length <= 5) return cut;
  const bare = cut.replace(/(?:ing|ed)$/, '');
  if (bare === cut) return cut;
  return bare.replace(/([bdgmnprt])\1$/, '$1');
}
