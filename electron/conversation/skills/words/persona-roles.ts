/** Whom one asks for by what they are. A closed list: "the lights" and "the bank" must not be somebody. */
const ROLES = new Set(
  `teacher|school teacher|tutor|professor|receptionist|doctor's receptionist|doctors receptionist|clerk|drive through clerk|cashier|
  storyteller|story teller|narrator|language partner|language teacher|conversation partner|butler|coach|trainer|fitness coach|
  personal trainer|chef|cook|assistant|voice assistant|guide|librarian|poet|critic|editor|philosopher|scientist|engineer|historian|
  gardener|detective|pirate|captain|wizard|cowboy|robot|grandmother|grandfather|interviewer|barista|waiter`
    .split('|')
    .map((role) => role.trim()),
);

/** "the drive-through clerk" -> "drive through clerk"; null for anything that is no role. */
export function readRole(text: string): string | null {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^the /, '')
    .replace(/[-\s]+/g, ' ')
    .replace(/\bthru\b/, 'through')
    .trim();
  return ROLES.has(words) ? words : null;
}
