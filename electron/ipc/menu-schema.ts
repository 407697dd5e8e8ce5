import { z } from 'zod';

/** What can be ordered: names, sizes, options and prices, as a file that a user can write and import. */

export const MENU_FORMAT = 'parley-menu';
/** Raised when a field changes its meaning; an older Parley refuses a newer file in one sentence. */
export const MENU_VERSION = 1;
export const LARGEST_MENU_FILE_BYTES = 1_000_000;

const word = z.string().trim().min(1).max(60);
/** Cents, or whatever the smallest coin is: sums of money stay whole numbers. */
const cents = z.number().int().min(0).max(10_000_000);
/** Other ways to say it: "coke", "soft drink". */
const synonyms = z.array(word).max(20).default([]);

const menuItemSchema = z.strictObject({
  name: word,
  synonyms,
  /** Without sizes. With sizes each has its own price and this is left out. */
  priceCents: cents.optional(),
  sizes: z
    .array(z.strictObject({ name: word, synonyms, priceCents: cents }))
    .max(8)
    .default([]),
  /** What can be left out ("no onions") or had more of ("extra cheese"); extra costs this much. */
  options: z
    .array(z.strictObject({ name: word, synonyms, extraCents: cents.default(0) }))
    .max(30)
    .default([]),
});

export const menuSchema = z
  .strictObject({
    format: z.literal(MENU_FORMAT),
    version: z.literal(MENU_VERSION),
    name: word,
    /** Written before a price. */
    currency: z.string().min(1).max(3).default('$'),
    items: z.array(menuItemSchema).min(1).max(300),
  })
  .superRefine(({ items }, context) => {
    for (const { name, priceCents, sizes } of items) {
      if ((priceCents === undefined) !== sizes.length > 0) context.addIssue(`${name} needs either a price or sizes with prices`);
    }
    const names = items.map(({ name }) => name.toLowerCase());
    const twin = names.find((name, place) => names.indexOf(name) !== place);
    if (twin !== undefined) context.addIssue(`${twin} is there twice`);
  });
export type Menu = z.output<typeof menuSchema>;
export type MenuItem = Menu['items'][number];
