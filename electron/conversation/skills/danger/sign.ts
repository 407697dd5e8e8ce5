export type EmergencyKind = 'medical' | 'breathing' | 'poisoning' | 'self-harm' | 'fire' | 'gas' | 'violence';

export interface Sign {
  readonly kind: EmergencyKind;
  /** Over normalised words: lower case, contractions opened, no punctuation. */
  readonly said: RegExp;
  /** What makes the same words harmless. */
  readonly unless?: RegExp;
}

/** Who it happens to. A sign needs a person: "the car won't start breathing" is none. */
export const WHO =
  '(?:i|he|she|we|they|you|it|someone|somebody|dad|daddy|mom|mum|mommy|mummy|grandma|grandpa|(?:a|my|our|his|her|the|this) (?:\\w+ ){0,2}\\w+)';
export const FIGURATIVE =
  /\b(?:laughing|laughed|of laughter|of embarrassment|of boredom|from embarrassment|figuratively|game|movie|film|song|book|novel|story|episode|joke)\b/;
