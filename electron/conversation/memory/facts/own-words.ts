import { isPlayed, isSaidForOthers, statementsOf } from './statements.ts';

/**
 * What a turn of the user says in the user's own words: without code, quoted lines, quotations and pasted text. Whatever
 * stands behind a colon, a mail's headers or an order to work on a text ("translate this") is somebody else's.
 */
export function ownWords(utterance: string): string {
  if (TEXT_TO_WORK_ON.test(utterance)) return '';
  const lines = visible(utterance)
    .replaceAll(/```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`]*`/g, '\n')
    .split('\n');
  const own: string[] = [];
  for (const line of lines) {
    if (PASTED_FROM_HERE.test(line)) break;
    if (QUOTED_LINE.test(line)) continue;
    const { before, cut } = untilColon(line);
    own.push(before);
    // A colon at the end of a line announces the lines that follow.
    if (cut) break;
  }
  return hasQuotation(own.join('\n')) ? '' : own.join('\n').trim();
}

/**
 * True when the words stand in the user's own words of the turn, letter by letter, capitals and signs aside: the test that
 * whatever is to be remembered must pass, whoever asks for it.
 */
export function standsInOwnWords(words: string, utterance: string): boolean {
  const wanted = lettersOf(words);
  return wanted !== '' && ` ${lettersOf(ownWords(utterance))} `.includes(` ${wanted} `);
}

/** True when the words are a statement that the user makes in this turn about themselves or what is theirs, and means. */
export function isOwnStatement(words: string, utterance: string): boolean {
  const own = ownWords(utterance);
  if (isPlayed(own) || !BEGINS_OWN.test(words) || !standsInOwnWords(words, utterance)) return false;
  const wanted = lettersOf(words);
  return statementsOf(own).some(
    (statement) => lettersOf(statement.words).includes(wanted) && !isSaidForOthers(statement.words) && !statement.words.endsWith('?'),
  );
}

const BEGINS_OWN = /^(?:i|i['’]m|im|i['’]ve|my|we|we['’]re|we['’]ve|our)\b/iu;

/** Orders to do something with a text: the text follows or stands before, and is not the user speaking about themselves. */
const TEXT_TO_WORK_ON =
  /\b(?:translat(?:e|ion)|summari[sz]e|paraphrase|rephrase|rewrite|proofread|spell-?check|correct (?:this|the following)|transcribe|(?:read|type|write) (?:this|the following|it) (?:out|down|aloud|back)|repeat after me|how (?:do|would|can|should) (?:you|i|we) say|say (?:this|it) in|what does .{0,200} mean|(?:write|draft|compose|answer|reply to|finish|continue|complete) (?:me )?(?:an?|the|this|my|that) (?:\p{L}+ ){0,3}(?:e-?mail|mail|letter|message|text|story|poem|song|essay|speech|post|tweet|scene|dialogue|dialog|joke|paragraph|sentence|application|bio|ad|review)|role-?play|act as|(?:the )?(?:following|forwarded|pasted|quoted|attached) (?:text|message|e-?mail|mail|file|document|article|page|words))\b/iu;
/** Where somebody else's letter, page or talk begins. */
const PASTED_FROM_HERE =
  /^\s*(?:(?:from|to|cc|bcc|subject|sent|date|reply-to|re|fwd?|fw)\s*:|-{3,}|={3,}|#{1,6} |\*{3,}|<\/?[a-z!]|on .{3,80} wrote\b|begin forwarded|dear \p{L}|(?:system|assistant|user|developer|tool|function)\s*[:>\]]|\[(?:system|assistant|user|inst|tool)|\{|\}|["']?\w+["']?\s*:\s*["{[]|https?:)/iu;
const QUOTED_LINE = /^\s*(?:>|\||\/\/|\/\*|\* |#|\d+[.)] |[-•–] )/u;

/** Words before a colon that is followed by more words. "At 5:30" has none. */
function untilColon(line: string): { readonly before: string; readonly cut: boolean } {
  const at = line.search(/[:：](?=\s|$|["'“])/u);
  if (at === -1) return { before: line, cut: false };
  // The clause that announces the quotation is not a statement of its own: "note to self: ...", "he wrote: ...".
  const before = line.slice(0, at);
  const lastStop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('? '));
  return { before: lastStop === -1 ? '' : before.slice(0, lastStop + 1), cut: true };
}

function hasQuotation(text: string): boolean {
  return /["“”„«»‹›「」『』]|(?:^|[\s(])['‘`](?=\p{L}).*\p{P}?['’`](?=$|[\s.,;!?)])/su.test(
    text.replaceAll(/['’](?:cause|til|em|bout|twas|tis)\b/giu, ''),
  );
}

/** Composed, without characters that show nothing and hide everything; line breaks stay. */
function visible(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '');
}

function lettersOf(text: string): string {
  return visible(text)
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
