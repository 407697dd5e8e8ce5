/** What a turn says about a name. Names are written as they should be stored; `not` is what the name is not written as. */
export type Correction =
  /** The user's own ("my name is Igor", "call me Kate"), or with `whose: 'last'` the one spoken of last ("it's Igor, not Ivan"). */
  | { readonly kind: 'name'; readonly whose: 'me' | 'last'; readonly written: string; readonly not: readonly string[] }
  /** Somebody of the user's: "my sister's name is Ana". */
  | { readonly kind: 'person'; readonly relation: string; readonly written: string; readonly not: readonly string[] }
  /** Any word that was heard wrong: "it's Kubernetes, not Cooper Netties". */
  | { readonly kind: 'word'; readonly written: string; readonly not: readonly string[] }
  /** How a name is written; `of` is the name as it was heard, null = the one spoken of last. */
  | { readonly kind: 'spelling'; readonly written: string; readonly of: string | null }
  /** How a name is said, in plain letters: "EE-gor"; `of` as above. */
  | { readonly kind: 'pronunciation'; readonly respelling: string; readonly of: string | null };

/** A correction with how sure it is: an unsure one is asked about, and nothing of it is stored before the answer. */
export type HeardCorrection = Correction & { readonly unsure?: true };

/** What was said before, as far as it decides what a few words mean. */
export interface CorrectionContext {
  /** Typed words may be all lower case; a recogniser writes names with capitals. */
  readonly typed: boolean;
  /** The words before the recogniser's names were put in, where they differ: both must tell the name, or one asks. */
  readonly heardText?: string | null;
  /** Names that are known, and what they were heard as. */
  readonly knownNames: readonly string[];
  /** The name the last turns were about (told, or used by the assistant); null when they were about none. */
  readonly lastNamed: string | null;
  /** The assistant's own names: "Nova, call me Kate". */
  readonly assistantNames: readonly string[];
  /** Whom the last turn was about ("sister", see `relationIn`), for "her name is Ana". Absent or null: nobody. */
  readonly lastRelation?: string | null;
  /** The assistant has just asked for the user's name: "Igor.", "it's Igor" and "I'm Igor" answer it. */
  readonly nameAsked?: boolean;
}

export const NO_CONTEXT: CorrectionContext = { typed: false, knownNames: [], lastNamed: null, assistantNames: [] };
