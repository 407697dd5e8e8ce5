import { z } from 'zod';

/** What is remembered about the user: name cards, facts, and the notes a turn carries about them. */

/** Characters; longer is no name but a mistake. */
export const LONGEST_NAME = 60;
export const LONGEST_FACT = 500;
/** Own recordings of a name: 16 kHz, mono, 16 bits, as WAV in base64. */
export const RECORDING_RATE_HZ = 16_000;
export const RECORDING_LENGTH_MS = 3000;
const LONGEST_RECORDING = 150_000;
/** Characters of a file of name cards. */
export const LONGEST_IMPORT = 1_000_000;

/** Counted in characters as people count them, not in halves of an emoji. */
const nameText = z
  .string()
  .min(1)
  .refine((text) => [...text].length <= LONGEST_NAME);

/** How one name is written, heard and said. `me`: the user's own; `word`: any word that is heard or said wrong. */
export const nameCardSchema = z.strictObject({
  id: z.string().max(80),
  owner: z.enum(['me', 'person', 'word']),
  written: nameText,
  /** How a person stands to the user ("sister", "boss"). */
  relation: z.string().max(40).nullable(),
  /** What the recogniser wrote instead, learned from corrections. */
  heardAs: z.array(nameText).max(20),
  /** What it is not, in the user's own words ("not Ivan"). */
  notWritten: z.array(nameText).max(20),
  /** Plain respelling: "EE-gor". */
  respelling: z.string().max(80).nullable(),
  ipa: z.string().max(80).nullable(),
  /** The turn it was learned from; null when it was made by hand. */
  sourceTurnId: z.string().nullable(),
  /** ISO 8601, UTC. */
  at: z.string(),
});
export type NameCard = z.infer<typeof nameCardSchema>;

/** A card as it is made by hand; `id` null makes a new one, the id of a removed one makes that one again (undo). */
export const nameCardDraftSchema = nameCardSchema
  .pick({ owner: true, relation: true, heardAs: true, notWritten: true, respelling: true, ipa: true })
  .extend({ id: z.string().max(80).nullable(), written: z.string().max(400) });
export type NameCardDraft = z.infer<typeof nameCardDraftSchema>;

/** Everybody may know it; otherwise the scope is the id of the one persona that does. */
export const ABOUT_ME = 'about-me';

export const factSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['preference', 'person', 'place', 'date', 'plan', 'about', 'note']),
  /** In the user's own words, first person: "I live in Berlin". */
  words: z.string().min(1).max(LONGEST_FACT),
  /** What it answers ("live in"): a new fact of the same slot and scope replaces this one. Null replaces nothing. */
  slot: z.string().max(120).nullable(),
  scope: z.string().max(80),
  /** 1 = asked to remember; less where it was only said in passing. */
  confidence: z.number().min(0).max(1),
  /** The user's turn it comes from; null when it was written by hand. */
  sourceTurnId: z.string().nullable(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** What it was before, oldest first. */
  earlier: z.array(z.strictObject({ words: z.string(), at: z.string(), sourceTurnId: z.string().nullable() })),
});
export type Fact = z.infer<typeof factSchema>;

/** A chip under a turn. `learned` and `corrected` stand under the user's turn, `used` and `quoted` under the reply. */
export const memoryNoteSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['learned', 'corrected', 'used', 'quoted']),
  /** Short and complete: "Your name is Igor, not Ivan". */
  label: z.string(),
  /** 'possible' shows Undo. */
  undo: z.enum(['possible', 'done', 'none']),
  /** For `quoted`: the word of a recording that it leads to. */
  place: z.strictObject({ recordingId: z.string(), startMs: z.number().nonnegative() }).optional(),
});
export type MemoryNote = z.infer<typeof memoryNoteSchema>;

const knownBySchema = z.strictObject({ factId: z.string(), personaIds: z.array(z.string()), exceptIds: z.array(z.string()) });
export type KnownBy = z.infer<typeof knownBySchema>;

const nothing = z.undefined();
const idInput = z.strictObject({ id: z.string().max(80) });

/** The part of the conversation's contract that is about memory; spread into it. */
export const memoryRequests = {
  /** Own card first, then people, then words, each by name. */
  listNameCards: { input: nothing, output: z.array(nameCardSchema) },
  saveNameCard: { input: z.strictObject({ card: nameCardDraftSchema }), output: nameCardSchema },
  /** Gone for good. */
  removeNameCard: { input: idInput, output: nothing },
  /**
   * How the voice of this computer will say it: the IPA it is given, null when it reads the written form as it stands. A
   * respelling or IPA that cannot be said gives the reason as a problem, one sentence.
   */
  readNameSound: {
    input: nameCardSchema.pick({ respelling: true, ipa: true }),
    output: z.strictObject({ ipa: z.string().nullable(), problem: z.string().nullable() }),
  },
  /** Says the name as the card would have it said, in a persona's voice (the running one when null). */
  hearName: { input: z.strictObject({ card: nameCardDraftSchema, personaId: z.string().max(80).nullable() }), output: nothing },
  /** The user's own recording of a name, beside its card and gone with it; null = there is none. */
  readNameRecording: { input: idInput, output: z.strictObject({ wav: z.base64().max(LONGEST_RECORDING).nullable() }) },
  saveNameRecording: {
    input: idInput.extend({ wav: z.base64().max(LONGEST_RECORDING).nullable() }),
    output: nothing,
  },
  /** `changed`: there was a card of that name, and it took over what the file says of it. */
  importNameCards: {
    input: z.strictObject({ csv: z.string().max(LONGEST_IMPORT) }),
    output: z.strictObject({ added: z.number().int(), changed: z.number().int(), problems: z.array(z.string()) }),
  },
  exportNameCards: { input: nothing, output: z.strictObject({ csv: z.string() }) },
  /** Newest first; with a query the best match first. At most 500; `total` is how many there are (with a query: that fit it). */
  listFacts: {
    input: z.strictObject({ query: z.string().max(200) }),
    output: z.strictObject({ facts: z.array(factSchema).max(500), total: z.number().int() }),
  },
  saveFact: {
    input: z.strictObject({
      id: z.string().max(80).nullable(),
      words: z.string().trim().min(1).max(LONGEST_FACT),
      scope: z.string().max(80),
    }),
    output: factSchema,
  },
  /** The other one goes for good; the kept one takes over its history. */
  mergeFacts: { input: z.strictObject({ keptId: z.string().max(80), otherId: z.string().max(80) }), output: factSchema },
  /** Gone for good, also from the turns it was said in. */
  forgetFact: { input: idInput, output: nothing },
  exportMemory: { input: z.strictObject({ format: z.enum(['json', 'markdown']) }), output: z.strictObject({ text: z.string() }) },
  undoMemory: { input: z.strictObject({ noteId: z.string().max(80) }), output: nothing },
  /** Which personas know what is about the user. */
  listWalls: { input: nothing, output: z.array(z.strictObject({ personaId: z.string(), knowsAboutMe: z.boolean() })) },
  /** The grid for these facts: which personas know each, and for whom that is an exception of this fact alone. */
  readKnownBy: {
    input: z.strictObject({ factIds: z.array(z.string().max(80)).max(500) }),
    output: z.array(knownBySchema),
  },
  /** Decides for one fact and one persona, whatever the rest of its wall says. */
  setFactWall: {
    input: z.strictObject({ factId: z.string().max(80), personaId: z.string().max(80), knows: z.boolean() }),
    output: knownBySchema,
  },
  setWall: { input: z.strictObject({ personaId: z.string().max(80), knowsAboutMe: z.boolean() }), output: nothing },
} as const;

/** The same as a contract of its own, for the types of its two sides. */
export type MemoryContract = { readonly requests: typeof memoryRequests; readonly events: Readonly<Record<never, never>> };
