/**
 * What cannot be seen must not be in a text that is shown as a whole: zero-width and bidirectional signs, control
 * characters, tags (U+E0000), selectors that carry bytes, halves of pairs. Joiners stay where writing needs them: between
 * letters of scripts that join (Persian, Indic) or pictographs (families of emoji), and one selector after a pictograph.
 */
const JOINING = 'Arabic Syriac Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam Sinhala Khmer'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const HIDDEN = new RegExp(
  [
    `(?<![${JOINING}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\u{FE0F}])[\\u{200C}\\u{200D}]`,
    `[\\u{200C}\\u{200D}](?![${JOINING}\\p{Extended_Pictographic}])`,
    '(?<![\\p{Extended_Pictographic}#*0-9])\\u{FE0F}',
    '[\\u{AD}\\u{34F}\\u{61C}\\u{115F}\\u{1160}\\u{17B4}\\u{17B5}\\u{180B}-\\u{180F}\\u{200B}\\u{200E}\\u{200F}\\u{202A}-\\u{202E}\\u{2060}-\\u{206F}]',
    '[\\u{3164}\\u{FE00}-\\u{FE0E}\\u{FEFF}\\u{FFA0}\\u{FFF0}-\\u{FFFB}]',
    '[\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}]',
    '\\p{Cs}',
  ].join('|'),
  'gu',
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = / *[\u0000-\u001F\u007F-\u009F\u2028\u2029]+ */g;

/** @returns the text as it can be seen, in one line, and how many hidden signs were taken out */
export function plainText(text: string): { readonly text: string; readonly hidden: number } {
  let hidden = 0;
  let plain = text;
  // Taking one out can bring two others together that hide something again.
  for (let found = true; found; ) {
    found = false;
    plain = plain.replace(HIDDEN, () => {
      hidden += 1;
      found = true;
      return '';
    });
  }
  const line = plain.replace(CONTROL, (signs) => {
    if (/[^ \t\n\r\u2028\u2029]/.test(signs)) hidden += 1;
    return ' ';
  });
  return { text: line.normalize('NFC').trim(), hidden };
}
