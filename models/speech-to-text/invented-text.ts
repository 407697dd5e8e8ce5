/** What the net says to music, hum and breath: credits and note signs it was trained on. */
const CREDITS = /©|\btranscript(ion|s)?\s+(by|emily)|\bsubtitles?\s+by\b/i;
/** One lone "You" is what it hears in chimes and noise; nobody says just that. */
const LONE_WORD_OF_NOISE = /^you[.!?]?$/i;

/**
 * True for text that no voice produced. Log-probability does not tell (a chime scores -0.10, clear speech -0.02..-0.30),
 * these rules do: measured on silence, chime, noise, breath, hum and clicks.
 * @param hitTheCap the search ran to its token limit without an end
 */
export function isInvented(text: string, hitTheCap: boolean): boolean {
  const trimmed = text.trim();
  if (hitTheCap || LONE_WORD_OF_NOISE.test(trimmed) || CREDITS.test(trimmed)) return true;
  return !/[\p{L}\p{N}]/u.test(trimmed);
}
