import type { ReactNode } from 'react';
import type { AvatarDrawing } from '../../electron/ipc/persona-schema.ts';

/** Our own drawings, lines of one weight on a field of 24 by 24; the colour comes from where they stand. */
export const DRAWINGS: Readonly<Record<AvatarDrawing, ReactNode>> = {
  wave: <path d="M4 12c2-5 4-5 5.3 0s3.4 5 5.4 0S18 7 20 12" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18M18 6l-1.4 1.4M7.4 16.6 6 18" />
    </>
  ),
  bell: <path d="M5 16h14M6.5 16a5.5 5.5 0 0 1 11 0M12 10.5V8M10 8h4M4.5 18.5h15" />,
  book: <path d="M12 7.5C10 6 7 5.5 4.5 6v11.5c2.5-.5 5.5 0 7.5 1.5 2-1.5 5-2 7.5-1.5V6C17 5.5 14 6 12 7.5zM12 7.5V19" />,
  door: (
    <>
      <path d="M7 20V5.5A1.5 1.5 0 0 1 8.5 4h7A1.5 1.5 0 0 1 17 5.5V20M4.5 20h15" />
      <path d="M12 8.5v4M10 10.5h4" />
    </>
  ),
  arrow: <path d="M4 8.5h6M4 12h11M4 15.5h6M13.5 7l5.5 5-5.5 5" />,
  moon: (
    <>
      <path d="M17.5 14.5A7 7 0 0 1 9.5 5a7 7 0 1 0 8 9.5z" />
      <path d="M17 5v3M15.5 6.5h3" />
    </>
  ),
  bubbles: (
    <>
      <path d="M4.5 5.5h9v6h-5L6 14v-2.5H4.5z" />
      <path d="M10.5 14v1.5h5L18 18v-2.5h1.5v-6h-3.5" />
    </>
  ),
  stride: (
    <>
      <circle cx="13.5" cy="5.5" r="1.7" />
      <path d="M7.5 11l3.5-2 2.5 1.5 1.5 2 2.5.5M11 9.5l-1 4 3 2.5 1 4M10 13.5l-1.5 3L5 18" />
    </>
  ),
  pot: (
    <>
      <path d="M5.5 11h13v5.5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2zM3 12.5h2.5M18.5 12.5H21" />
      <path d="M9.5 8.5c-1-1 1-2 0-3.5M14.5 8.5c-1-1 1-2 0-3.5" />
    </>
  ),
  leaf: <path d="M5 19c0-8 4-13 14-14 0 10-5 14-11 13M5 19c2-5 5-8 9-9.5" />,
};
