import type { OtherReading, Transcript } from '../../speech-to-text/speech-to-text.ts';

/** How much less likely than the likeliest words a reading may be; of misheard requests found again half lay within 1.1, all within 3. */
const FURTHEST_NATS = 3;

/** Nothing known, or something; 'what is not there' names a thing that nobody sees: "cross out the note", and the list has milk. */
export type Asked = 'nothing' | 'what is not there' | 'something';

export interface SecondHearing {
  readonly askedIn: (text: string) => Asked;
  readonly readings: () => Promise<readonly OtherReading[]>;
}

/**
 * Where the likeliest words ask for nothing, the next likeliest may: "Rolla died" is "roll a die". A name that was put in stays: other
 * readings know no names.
 */
export async function secondHearing(transcript: Transcript, { askedIn, readings }: SecondHearing): Promise<Transcript> {
  const { text, heardText, rejected } = transcript;
  if (rejected || heardText !== null) return transcript;
  const first = askedIn(text);
  if (first === 'something') return transcript;
  // Without other readings the first one stands.
  const others = (await readings().catch(() => [])).filter(({ behindNats }) => behindNats <= FURTHEST_NATS);
  let nearest: OtherReading | null = null;
  for (const other of others) {
    const asked = askedIn(other.text);
    if (asked === 'something') return { ...transcript, text: other.text, heardText: text };
    if (asked !== 'nothing') nearest ??= other;
  }
  return first === 'nothing' && nearest !== null ? { ...transcript, text: nearest.text, heardText: text } : transcript;
}
