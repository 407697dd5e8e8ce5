/** Electron's newest major version and when that was true. Renew both at every release (endoflife pages list them). */
export const NEWEST_ELECTRON = { major: 45, checkedOn: '2026-11-24' } as const;
/** The makers of Electron repair the newest three majors. */
export const SUPPORTED_MAJORS = 3;
