/** A piece of a turn that may say something of its own. */
export interface Clause {
  /** One line; a question keeps its mark, all else has no mark at its end. */
  readonly text: string;
  /** Clauses of one sentence share it: what "he said" covers ends with the sentence. */
  readonly sentence: number;
}

/** Full stops behind these end no sentence. */
const ABBREVIATED = String.raw`(?<!(?<!\p{L})(?:dr|mr|mrs|ms|prof|st|\p{L}))`;
const SENTENCE_END = new RegExp(String.raw`${ABBREVIATED}[.;:!]+\s+|(?<=\?)[?!]*\s+`, 'iu');
/** Behind these a new statement begins: "... and my sister's name is Ana". */
const NEW_STATEMENT = new RegExp(
  [
    `,? (?:and|but) (?=(?:my|our|i'm|i am|i|he|she|his|her|you|what|please|call me|just call)\\b)`,
    `, (?=(?:my|our) \\p{L}+(?:'s name|'s called| is called| is named))`,
    `, (?=(?:i (?:\\p{L}{2,})|i've|what|what's|who|how|where|why|(?:can|could|would|will|do) you|tell|show|play|give|sing|read|write|start|set|let's)\\b)`,
    `,(?: and| but)? (?=(?:it's |it is |its |that's )?pronounced\\b)`,
    ` and (?=(?:it's |it is )pronounced\\b)`,
    // Typed and heard without a comma: "only the bank calls me Margaret just call me Maggie".
    String.raw`(?<!\b(?:i|you|they|he|she|we|who|people|friends|everyone|everybody|all|to|and|or|can|could|would|will|may|should|might|do|did|not|said|says|saying))(?: so (?=(?:please |just |you can |you may )*call me \p{L})| (?=(?:please |just )+call me \p{L}))`,
  ].join('|'),
  'iu',
);

/** One to three words between quotation marks name something; more of them are somebody's words. */
export const SHORT_QUOTE = /["“„«](\p{L}[\p{L}'-]*(?: \p{L}[\p{L}'-]*){0,2}[.,]?)["”“»]/gu;

/** Cuts a turn into sentences and these into statements. At most 40 of them: longer ones are no corrections. */
export function clausesOf(utterance: string): readonly Clause[] {
  return oneLine(utterance)
    .split(SENTENCE_END)
    .flatMap((sentence, index) => sentence.split(NEW_STATEMENT).map((text) => ({ text: withoutMarks(text), sentence: index })))
    .filter(({ text }) => text !== '')
    .slice(0, 40);
}

/** Straight quotes and no fillers. */
function oneLine(utterance: string): string {
  return (
    utterance
      .normalize('NFC')
      .replaceAll(/[‘’`´ʼ]/g, "'")
      // A recogniser quotes a word that is spoken of: it is pronounced "seer sha".
      .replaceAll(SHORT_QUOTE, '$1')
      .replaceAll(/[–—…]|\.{2,}|\s-\s/g, ', ')
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
      .replaceAll(/(?<![\p{L}-])(?:um+|uh+|uhm|erm|er|hm+)(?![\p{L}-])[,.]?/giu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?,[ ,]*/g, ', ')
      .trim()
  );
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s,.;:!?-]+/u, '').replace(/[.,;:!\s]+$/u, '');
}
