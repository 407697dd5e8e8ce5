/**
 * Sounds of English, coarse: one letter each, so that names can be compared with what was heard. Consonants
 * `p b t d k g f v T D s z S Z C J m n N l r w y h` (C = tʃ, J = dʒ, N = ŋ, T D = th), vowels `i I e E a A O o U u V @`
 * and diphthongs `Y W X` (aɪ aʊ ɔɪ).
 */

const FROM_IPA: readonly (readonly [string, string])[] = [
  ['tʃ', 'C'], ['dʒ', 'J'], ['ts', 'ts'], ['aɪ', 'Y'], ['aʊ', 'W'], ['ɔɪ', 'X'], ['eɪ', 'e'], ['oʊ', 'o'], ['əʊ', 'o'], ['ɑːɹ', 'Ar'], ['ɔːɹ', 'Or'], ['ɛɹ', 'Er'],
  ['ɪɹ', 'ir'], ['iː', 'i'], ['uː', 'u'], ['ɑː', 'A'], ['ɔː', 'O'], ['ɜːɹ', '@r'], ['ɜː', '@r'], ['ɚ', '@r'], ['ə', '@'], ['ɐ', '@'], ['ɪ', 'I'], ['ᵻ', 'I'], ['ɨ', 'I'], ['ɛ', 'E'], ['æ', 'a'],
  ['a', 'A'], ['ʌ', 'V'], ['ʊ', 'U'], ['ɒ', 'A'], ['ɑ', 'A'], ['ɔ', 'O'], ['e', 'e'], ['i', 'i'], ['o', 'o'], ['u', 'u'], ['y', 'u'], ['ø', '@'], ['œ', '@'], ['ɯ', 'u'],
  ['ʃ', 'S'], ['ɕ', 'S'], ['ʂ', 'S'], ['ʒ', 'Z'], ['ʑ', 'Z'], ['ʐ', 'Z'], ['θ', 'T'], ['ð', 'D'], ['ŋ', 'N'], ['ɲ', 'ny'], ['ʎ', 'ly'], ['ɬ', 'l'], ['ɫ', 'l'], ['ɹ', 'r'], ['ɾ', 'r'],
  ['ʁ', 'r'], ['ʀ', 'r'], ['ɻ', 'r'], ['x', 'h'], ['χ', 'h'], ['ħ', 'h'], ['ç', 'h'], ['ɣ', 'g'], ['ɡ', 'g'], ['g', 'g'], ['j', 'y'], ['r', 'r'], ['β', 'v'], ['ʋ', 'v'], ['c', 'k'], ['q', 'k'],
]; // biome-ignore format: a table

/** Spellings of English, the first that fits from the left; `^` and `$` are the ends of a word, `V` any vowel letter. */
const FROM_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'], [/^wr/, 'r'], [/^ps/, 's'], [/^x/, 'z'], [/^mc/, 'mVk'],
  [/tion/, 'S@n'], [/sion/, 'Z@n'], [/tch/, 'C'], [/sch(?=[aeiou])/, 'S'], [/ch(?=[rl])/, 'k'], [/ch/, 'C'], [/sh/, 'S'], [/zh/, 'Z'], [/th/, 'T'], [/ph/, 'f'], [/gh(?=[aeiou])/, 'g'],
  [/igh/, 'Y'], [/eigh/, 'e'], [/ough$/, 'o'], [/augh/, 'O'], [/gh/, ''], [/ck/, 'k'], [/qu/, 'kw'], [/wh/, 'w'], [/kh/, 'k'], [/dge?/, 'J'], [/dj/, 'J'], [/ng(?![aeiou])/, 'N'], [/nk/, 'Nk'],
  [/cc(?=[eiy])/, 'ks'], [/sc(?=[eiy])/, 's'], [/c(?=[eiy])/, 's'], [/ge$/, 'J'], [/g(?=[ey])/, 'J'], [/gu(?=[ei])/, 'g'], [/mb$/, 'm'], [/lk$/, 'lk'],
  [/^a$/, '@'], [/a$/, '@'], [/ah(?![aeiou])/, 'A'], [/air|are$|aer/, 'Er'], [/arr/, 'ar'], [/ar/, 'Ar'], [/aw|au|augh/, 'O'], [/ay|ai|ei(?!n)|ey(?=.)/, 'e'], [/ae/, 'e'],
  [/eer|ere$|ier$|ear$/, 'ir'], [/ee|ea|ie(?=.)|ei/, 'i'], [/ey$|ie$/, 'i'], [/ew|eu/, 'u'], [/er|ir|ur|yr/, '@r'], [/e(?=s$)/, ''], [/oor|our$|ore$|or/, 'Or'], [/oo/, 'u'], [/oa|oe$|ow$|oh/, 'o'],
  [/ou|ow/, 'W'], [/oi|oy/, 'X'], [/o$/, 'o'], [/ue$/, 'u'], [/ui/, 'u'], [/u$/, 'u'], [/i$/, 'i'], [/y$/, 'i'],
  [/a(?=[bcdfgklmnpstvz]e$)/, 'e'], [/e(?=[bcdfgklmnpstvz]e$)/, 'i'], [/[iy](?=[bcdfgklmnpstvz]e$)/, 'Y'], [/o(?=[bcdfgklmnpstvz]e$)/, 'o'], [/u(?=[bcdfgklmnpstvz]e$)/, 'u'],
  [/e$/, ''], [/y(?=[aeiou])/, 'y'], [/a/, 'a'], [/e/, 'E'], [/[iy]/, 'I'], [/o/, 'A'], [/u/, 'V'],
  [/c/, 'k'], [/q/, 'k'], [/x/, 'ks'], [/j/, 'J'], [/(.)/, '$1'],
]; // biome-ignore format: a table
/** Short words that their letters do not tell: `word=sounds`. */
const SHORT_WORDS = table(
  `the=D@ one=wVn to=tu two=tu too=tu of=Vv was=wVz is=Iz his=hIz has=haz as=az me=mi he=hi she=Si we=wi be=bi no=no so=so go=go you=yu your=yOr do=du
  who=hu i=Y my=mY by=bY why=wY are=Ar or=Or they=De that=Dat this=DIs there=DEr their=DEr then=DEn than=Dan eye=Y eyes=Yz said=sEd says=sEz some=sVm
  come=kVm love=lVv with=wID without=wIDWt have=hav been=bIn were=w@r what=wVt where=wEr here=hir hi=hY see=si saw=sO say=se ok=oke four=fOr won=wVn
  use=yuz how=hW now=nW our=Wr out=Wt girl=g@rl put=pUt done=dVn`,
);
/** Common names that their letters do not tell either, as eSpeak NG 1.51 says them in American English: `name=sounds`. */
const COMMON_NAMES = table(
  `juan=hwAn jorge=horhe louis=luIs jose=hoze louise=luiz sean=SOn javier=hAvier anita=@nit@ michael=mYk@l isaac=Yz@k noah=no@ lucia=luS@ peter=pit@r
  ryan=rY@n aaron=Er@n samuel=samyu@l matthew=maTyu zoe=zoi lucas=luk@s susan=suz@n elias=@lY@s sarah=sEr@ natalie=nat@li andre=Andre hugo=hyugo ian=i@n
  ethan=iT@n nicholas=nIk@l@s julian=Juli@n julia=Juli@ ruth=ruT chloe=kloi jacob=Jek@b jason=Jes@n nathan=neT@n james=Jemz simon=sYm@n diego=diego
  joseph=Jos@f brian=brY@n stephen=stiv@n liam=li@m`,
);

function table(entries: string): ReadonlyMap<string, string> {
  return new Map(entries.split(/\s+/).map((entry) => entry.split('=') as [string, string]));
}

/** @param ipa as dictionaries or eSpeak write it; stress, length and unknown signs are left out */
export function soundsOfIpa(ipa: string): string {
  const signs = ipa
    .normalize('NFC')
    .replaceAll('ç', 'h')
    .replaceAll(/[ˈˌ.'‿\s]/gu, '');
  let sounds = '';
  for (let at = 0; at < signs.length; ) {
    const rest = signs.slice(at);
    const [sign, sound] = FROM_IPA.find(([sign]) => rest.startsWith(sign)) ?? [
      rest[0] ?? '',
      /[pbtdkfvszmnlwh]/.test(rest[0] ?? '') ? (rest[0] ?? '') : '',
    ];
    sounds += sound;
    at += sign.length;
  }
  return sounds;
}

/** The sounds an English reader would give to written words, one after the other. */
export function soundsOfWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’](?=s\b)/gu, '')
    .split(/[^a-z]+/)
    .map(soundsOfWord)
    .join('');
}

function soundsOfWord(word: string): string {
  const known = SHORT_WORDS.get(word) ?? COMMON_NAMES.get(word);
  if (known !== undefined) return known;
  let sounds = '';
  for (let at = 0; at < word.length; ) {
    // A doubled consonant sounds once.
    if (at > 0 && word[at] === word[at - 1] && /[^aeiou]/.test(word[at] ?? '')) {
      at++;
      continue;
    }
    const [taken, sound] = ruleAt(word, at);
    sounds += sound;
    at += Math.max(1, taken);
  }
  return sounds;
}

function ruleAt(word: string, at: number): readonly [number, string] {
  const rest = word.slice(at);
  for (const [spelling, sound] of FROM_LETTERS) {
    if (spelling.source.startsWith('^') && at > 0) continue;
    const match = spelling.exec(rest);
    if (match?.index === 0) return [match[0].length, sound === '$1' ? match[0] : sound];
  }
  return [1, ''];
}

/** Vowels on a plane: how open (0-3), how far back (0-2), and where a diphthong goes. */
const VOWELS: Readonly<Record<string, readonly [number, number]>> = {
  i: [0, 0], I: [0.6, 0.3], e: [0.9, 0], E: [1.6, 0.2], a: [2.5, 0.3], A: [2.8, 1.5], O: [2, 2], o: [1.1, 2], U: [0.6, 1.6], u: [0, 2], V: [2, 1.3], '@': [1.6, 1],
  Y: [2, 0.6], W: [2, 1.6], X: [1.3, 1.3],
}; // biome-ignore format: a table
/** Consonants that are easily taken for each other, and how easily: 0 = the same. */
const CLOSE: Readonly<Record<string, number>> = {
  pb: 0.3, td: 0.3, kg: 0.3, fv: 0.3, TD: 0.2, sz: 0.2, SZ: 0.25, CJ: 0.3, mn: 0.4, nN: 0.3, lr: 0.6, wv: 0.4, vb: 0.5, fT: 0.3, sT: 0.4, SC: 0.35, ZJ: 0.3, sS: 0.4, zZ: 0.4, tC: 0.5, dJ: 0.5,
  Dd: 0.4, Tt: 0.4, vD: 0.4, dr: 0.6, tk: 0.6, pk: 0.6, pt: 0.6, bd: 0.6, dg: 0.6, yJ: 0.5, yi: 0.3, yI: 0.35, wu: 0.3, wU: 0.35, wo: 0.5, zS: 0.5, fp: 0.5, kh: 0.5, wl: 0.6, yZ: 0.6, wr: 0.6,
  DZ: 0.6, gJ: 0.5, kC: 0.7, gk: 0.3, hf: 0.6, nl: 0.6, nd: 0.6, mb: 0.6, zD: 0.4, lo: 0.5, lU: 0.4, lu: 0.5,
}; // biome-ignore format: a table
/** What a sound costs that is there on one side only. */
const ALONE: Readonly<Record<string, number>> = {
  '@': 0.4,
  h: 0.4,
  I: 0.5,
  V: 0.5,
  y: 0.5,
  w: 0.6,
  r: 0.55,
  t: 0.7,
  d: 0.7,
  N: 0.8,
  E: 0.6,
};

/** How unlike two strings of sounds are: 0 = the same, 1 = nothing in common. Weighted edit distance over the longer one. */
export function soundDistance(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : 1;
  let row = costsOfNothing(other);
  let next = new Float64Array(row.length);
  for (let line = 0; line < one.length; line++) {
    addSound(one.charCodeAt(line), other, row, next);
    [row, next] = [next, row];
  }
  return Math.min(1, (row[other.length] ?? 0) / Math.max(one.length, other.length));
}

/** The first row of an edit distance: what it costs that the beginnings of `heard` are there on one side only. */
export function costsOfNothing(heard: string): Float64Array<ArrayBuffer> {
  const row = new Float64Array(heard.length + 1);
  for (let column = 0; column < heard.length; column++) row[column + 1] = (row[column] ?? 0) + cost(COSTS.alone, heard.charCodeAt(column));
  return row;
}

/**
 * The row of an edit distance to `heard` for one sound more on the other side.
 * @returns the least in it: with further sounds it can only become more
 */
export function addSound(sound: number, heard: string, row: Float64Array, next: Float64Array): number {
  const missing = cost(COSTS.alone, sound);
  let before = (row[0] ?? 0) + missing;
  let least = before;
  next[0] = before;
  for (let column = 0; column < heard.length; column++) {
    const right = heard.charCodeAt(column);
    const exchange = (row[column] ?? 0) + cost(COSTS.exchanged, (sound - FIRST_SOUND) * SOUNDS + right);
    before = Math.min(exchange, (row[column + 1] ?? 0) + missing, before + cost(COSTS.alone, right));
    next[column + 1] = before;
    if (before < least) least = before;
  }
  return least;
}

const FIRST_SOUND = '@'.charCodeAt(0);
const SOUNDS = 'z'.charCodeAt(0) - FIRST_SOUND + 1;
/** Looked up some ten thousand times a sentence. */
const COSTS = {
  alone: Float64Array.from({ length: SOUNDS }, (_, index) => alone(String.fromCharCode(FIRST_SOUND + index))),
  exchanged: Float64Array.from({ length: SOUNDS * SOUNDS }, (_, index) =>
    exchanged(String.fromCharCode(FIRST_SOUND + Math.floor(index / SOUNDS)), String.fromCharCode(FIRST_SOUND + (index % SOUNDS))),
  ),
};

function cost(costs: Float64Array, sound: number): number {
  return costs[sound - FIRST_SOUND] ?? 1;
}

function alone(sound: string): number {
  return ALONE[sound] ?? (sound in VOWELS ? 0.7 : 0.9);
}

function exchanged(left: string, right: string): number {
  if (left === right) return 0;
  const [first, second] = [VOWELS[left], VOWELS[right]];
  if (first !== undefined && second !== undefined)
    return Math.min(0.8, 0.12 + Math.hypot(first[0] - second[0], first[1] - second[1]) * 0.22);
  return CLOSE[left + right] ?? CLOSE[right + left] ?? 1;
}
