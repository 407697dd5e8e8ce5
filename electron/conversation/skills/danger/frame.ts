import type { Meaning } from './meaning-places.ts';
import type { EmergencyKind } from './sign.ts';

/** A danger made of meanings: all of them, in any order, in different words of one stretch. */
export interface Frame {
  readonly kind: EmergencyKind;
  readonly of: readonly Meaning[];
  /** Length of the stretch, words. */
  readonly within: number;
  /** What makes the same words harmless; over normalised words. */
  readonly unless?: RegExp;
}
