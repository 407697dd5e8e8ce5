/** The day of a person's clock, ISO 8601 ("2026-11-24"). */
export function dayOf(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

/** A persona greets at most once a day. @param greetedOn the day it last did, null = never */
export function greetingDue(greetedOn: string | null, now: Date, timeZone: string): boolean {
  return greetedOn !== dayOf(now, timeZone);
}
