import type { OtherReading, Transcript } from '../../speech-to-text/speech-to-text.ts';

/** How much less likely than the likeliest words a reading may be; of misheard requests found again half lay within 1.1, all within 3. */
const FURTHEST_NATS = 3;

/**
 * Nothing known, or something; 'what is not there' names a thing that nobody sees: "cross out the note", and the list has milk;
 * 'danger' may be a doubt of it.
 */
export type Asked = 'nothing' | 'what is not there' | 'something' | 'danger';

/** Surer of each token than this, the recogniser is believed: of 47 requests found again one was heard so surely, and talk need not wait. */
const SURE_NATS_A_TOKEN = -0.06;
const TELLS_OWN_NAME =
  /^(?:(?:hi|hello|hey|well|so|yes|no|and)\b[ ,.!]*)*(?:my (?:\w+ )?name(?:'s| is)|the name(?:'s| is)|i(?:'m| am) called|(?:you can |please )*call me)\b/i;
/** A false alarm frightens: danger is believed only in a reading about as likely as the likeliest; those found again were. */
const FURTHEST_DANGER_NATS = 0.5;

/** Of another request with a shown thing, where the likeliest words are a request as well: none of 516 that were not said is so near. */
const FURTHEST_INSTEAD_NATS = 4;

export interface SecondHearing {
  readonly askedIn: (text: string) => Promise<Asked>;
  readonly readings: () => Promise<readonly OtherReading[]>;
}

/**
 * Where something is shown that sounds like words heard, a request that names it is what was said: "put socks after the jails", and
 * the list has gels. Where the likeliest words ask for nothing, the next likeliest may: "Rolla died" is "roll a die". A name that was put in
 * stays: other readings know no names.
 */
export async function secondHearing(transcript: Transcript, hearing: SecondHearing): Promise<Transcript> {
  const { text, heardText, rejected } = transcript;
  if (rejected || heardText !== null) return transcript;
  const first = await hearing.askedIn(text);
  if (first === 'danger') return transcript;
  const other =
    (await namingShown(transcript, first, hearing)) ?? (first === 'something' || isSure(transcript) ? null : await asking(first, hearing));
  return other === null ? transcript : { ...transcript, text: other.text, heardText: text };
}

async function namingShown({ shown = [] }: Transcript, first: Asked, { askedIn }: SecondHearing): Promise<OtherReading | null> {
  const near = first === 'something' ? shown.filter(({ behindNats }) => behindNats <= FURTHEST_INSTEAD_NATS) : shown;
  for (const other of near) if ((await askedIn(other.text)) === 'something') return other;
  return null;
}

/** @param first what the likeliest words ask for; without other readings they stand */
async function asking(first: Asked, { askedIn, readings }: SecondHearing): Promise<OtherReading | null> {
  const others = (await readings().catch(() => [])).filter(({ behindNats }) => behindNats <= FURTHEST_NATS);
  let nearest: OtherReading | null = null;
  for (const other of others) {
    const asked = await askedIn(other.text);
    if (asked === 'something' || (asked === 'danger' && other.behindNats <= FURTHEST_DANGER_NATS)) return other;
    if (asked === 'what is not there') nearest ??= other;
  }
  return first === 'nothing' ? nearest : null;
}

/** Who tells a name asks for nothing, and the search for names has taken its time already. */
function isSure({ text, averageLogProbability }: Transcript): boolean {
  return averageLogProbability > SURE_NATS_A_TOKEN || TELLS_OWN_NAME.test(text);
}
