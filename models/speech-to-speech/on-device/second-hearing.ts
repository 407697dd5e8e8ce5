import type { OtherReading, Transcript } from '../../speech-to-text/speech-to-text.ts';

/** How much less likely than the likeliest words a reading may be; of misheard requests found again half lay within 1.1, all within 3. */
const FURTHEST_NATS = 3;

/** Nothing known, or something; 'what is not there' names a thing that nobody sees: "cross out the note", and the list has milk; 'danger' may be a doubt of it. */
export type Asked = 'nothing' | 'what is not there' | 'something' | 'danger';

/** Surer of each token than this, the recogniser is believed: of 47 requests found again one was heard so surely, and talk need not wait. */
const SURE_NATS_A_TOKEN = -0.06;
const TELLS_OWN_NAME =
  /^(?:(?:hi|hello|hey|well|so|yes|no|and)\b[ ,.!]*)*(?:my (?:\w+ )?name(?:'s| is)|the name(?:'s| is)|i(?:'m| am) called|(?:you can |please )*call me)\b/i;
/** A false alarm frightens: danger is believed only in a reading about as likely as the likeliest; those found again were. */
const FURTHEST_DANGER_NATS = 0.5;

export interface SecondHearing {
  readonly askedIn: (text: string) => Asked;
  readonly readings: () => Promise<readonly OtherReading[]>;
}

/**
 * Where the likeliest words ask for nothing, the next likeliest may: "Rolla died" is "roll a die". A name that was put in stays: other
 * readings know no names.
 */
export async function secondHearing(transcript: Transcript, { askedIn, readings }: SecondHearing): Promise<Transcript> {
  const { text } = transcript;
  if (isSettled(transcript)) return transcript;
  const first = askedIn(text);
  if (first === 'something' || first === 'danger') return transcript;
  // Without other readings the first one stands.
  const others = (await readings().catch(() => [])).filter(({ behindNats }) => behindNats <= FURTHEST_NATS);
  let nearest: OtherReading | null = null;
  for (const other of others) {
    const asked = askedIn(other.text);
    if (asked === 'danger' && other.behindNats > FURTHEST_DANGER_NATS) continue;
    if (asked === 'something' || asked === 'danger') return { ...transcript, text: other.text, heardText: text };
    if (asked !== 'nothing') nearest ??= other;
  }
  return first === 'nothing' && nearest !== null ? { ...transcript, text: nearest.text, heardText: text } : transcript;
}

/** Who tells a name asks for nothing, and the search for names has taken its time already. */
function isSettled({ text, heardText, rejected, averageLogProbability }: Transcript): boolean {
  return rejected || heardText !== null || averageLogProbability > SURE_NATS_A_TOKEN || TELLS_OWN_NAME.test(text);
}
