/** Time zones by the city they are named after: "tokyo" -> Asia/Tokyo. */
const ZONES = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ').toLowerCase(), zone]),
);
/** Cities and countries of one zone that have none named after them. */
const OTHERS: Readonly<Record<string, string>> = {
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  california: 'America/Los_Angeles',
  boston: 'America/New_York',
  washington: 'America/New_York',
  miami: 'America/New_York',
  houston: 'America/Chicago',
  dallas: 'America/Chicago',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  'new delhi': 'Asia/Kolkata',
  india: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  japan: 'Asia/Tokyo',
  germany: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  france: 'Europe/Paris',
  england: 'Europe/London',
  britain: 'Europe/London',
  italy: 'Europe/Rome',
  spain: 'Europe/Madrid',
};

export const ZONE_PLACES: readonly string[] = [...Object.keys(OTHERS), ...ZONES.keys()];

/** IANA name of the time zone of a place; null when it is not known. */
export function zoneOfPlace(words: string): string | null {
  const place = words.toLowerCase().trim();
  return OTHERS[place] ?? ZONES.get(place) ?? null;
}
