import type { OtherReading, Transcript } from '../../speech-to-text/speech-to-text.ts';

/** How much less likely than the likeliest words a reading may be; of misheard requests found again half lay within 1.1, all within 3. */
const FURTHEST_NATS = 3;

export interface SecondHearing {
  /** True for words that ask for something known. */
  readonly isRequest: (text: string) => boolean;
  readonly readings: () => Promise<readonly OtherReading[]>;
}

/**
 * Where the likeliest words ask for nothing, the next likeliest may: "Rolla died" is "roll a die". A name that was put in stays: other
 * readings know no names.
 */
export async function secondHearing(transcript: Transcript, { isRequest, readings }: SecondHearing): Promise<Transcript> {
  const { text, heardText, rejected } = transcript;
  if (rejected || heardText !== null || isRequest(text)) return transcript;
  // Without other readings the first one stands.
  const others = await readings().catch(() => []);
  const asked = others.find((reading) => reading.behindNats <= FURTHEST_NATS && isRequest(reading.text));
  return asked === undefined ? transcript : { ...transcript, text: asked.text, heardText: text };
}
