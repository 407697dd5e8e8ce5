/** How somebody who tells something feels about it. */
export type Mood = 'glad' | 'sad' | 'plain';

/**
 * What people tell about, and what may be said to it. The lines claim nothing, neither about the world nor about the
 * person; the first of a mood may ask, a later one lets it rest. `{They}` and `{them}` stand for who was told of.
 */
export interface Topic {
  readonly name: string;
  /** In what was said: lower case, straight apostrophes, no other marks. */
  readonly said: RegExp;
  /** Whatever the words sound like: a nice funeral is a funeral. */
  readonly mood?: Mood;
  readonly glad?: readonly string[];
  readonly sad?: readonly string[];
  /** Also for the moods that have no lines of their own. */
  readonly plain?: readonly string[];
}
