/**
 * The words two successive partials agree on. What is only in the newest one may still change: a recogniser is unsure at
 * the cut edge.
 */
export function stablePrefix(previous: string, current: string): string {
  const before = previous.split(' ');
  const now = current.split(' ');
  let agreed = 0;
  while (agreed < before.length && agreed < now.length && before[agreed] === now[agreed]) agreed++;
  return now.slice(0, agreed).join(' ');
}
