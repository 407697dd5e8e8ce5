/** `01:02:03,004` with the given sign before the milliseconds. */
export function timeCode(ms: number, sign: ',' | '.'): string {
  const whole = Math.max(0, Math.round(ms));
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1000) % 60].map(two).join(':');
  return `${clock}${sign}${String(whole % 1000).padStart(3, '0')}`;
}

/** `1:02:03` or `2:03`, for people. */
export function shortTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = `${Math.floor(seconds / 60) % 60}`;
  const end = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${rest}:${end}` : `${hours}:${rest.padStart(2, '0')}:${end}`;
}
