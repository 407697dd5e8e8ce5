import { z } from 'zod';
import { MOST_PICTURE_SIDE_PIXELS, pictureSize } from './picture-size.ts';

/** Whom one talks to: the persona itself, its file, and what the page may ask about personas. */

export const PERSONA_FORMAT = 'parley-persona';
/** Raised when a field changes its meaning; an older Parley refuses a newer file in one sentence. */
export const PERSONA_VERSION = 1;
/** More is no persona but a mistake, or an attack on memory. */
export const LARGEST_PERSONA_FILE_BYTES = 1_000_000;
export const LARGEST_PICTURE_BYTES = 200_000;

/** Parley's own drawings, by name (`renderer/personas/drawings.tsx`). */
export const avatarDrawingSchema = z.enum(['wave', 'sun', 'bell', 'book', 'door', 'arrow', 'moon', 'bubbles', 'stride', 'pot', 'leaf']);
export type AvatarDrawing = z.infer<typeof avatarDrawingSchema>;

const PICTURE = /^data:image\/(?:png|webp);base64,[A-Za-z0-9+/]+={0,2}$/;
const base64Bytes = (url: string) => Math.floor(((url.length - url.indexOf(',') - 1) * 3) / 4);

/** A picture that came with an imported persona: PNG or WebP by its own first bytes, small on disk and on the screen. */
const pictureSchema = z
  .string()
  .regex(PICTURE, 'it is no PNG or WebP picture')
  .refine((url) => base64Bytes(url) <= LARGEST_PICTURE_BYTES, 'the picture is larger than 200 kB')
  .refine((url) => {
    const size = pictureSize(url);
    return size !== null && Math.max(size.width, size.height) <= MOST_PICTURE_SIDE_PIXELS;
  }, `the picture is damaged, or larger than ${MOST_PICTURE_SIDE_PIXELS} pixels`);

export const toneSchema = z.enum(['sea', 'amber', 'plum', 'moss']);

/** Subjects in which a persona knows its limits. */
export const limitTopicSchema = z.enum(['health', 'law', 'money']);
export type LimitTopic = z.infer<typeof limitTopicSchema>;

const line = (most: number) => z.string().trim().min(1).max(most);
const rate = z.number().min(0.65).max(1.5);
const factor = z.number().min(0.7).max(1.4);

const personaVoiceSchema = z.strictObject({
  voiceId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** 1 = the voice's own pace. */
  rate,
  /** 1 = the voice's own pitch. */
  pitch: factor,
  /** 1 = the voice's own size of throat and mouth; equal to `pitch` both move together, which costs no time. */
  formant: factor,
});

const mannerSchema = z.strictObject({
  /** What it pays attention to, shown to the user and given to engines that follow instructions. */
  notices: line(300),
  /** How long it speaks; the engine of this computer stops after this many sentences. */
  mostSentences: z.number().int().min(1).max(12),
  /** How it ends a turn. */
  ending: line(300),
});

const courtesy = z.array(line(120)).min(1).max(6).optional();

/** What it answers to plain courtesies, in its own words and in this order. */
const courtesiesSchema = z.strictObject({
  hello: courtesy,
  howAreYou: courtesy,
  thanks: courtesy,
  goodbye: courtesy,
  goodNight: courtesy,
  /** How it takes good news, and bad, before it says more. */
  glad: courtesy,
  sad: courtesy,
});

/** A character one talks to. Built-ins ship in `assets/personas/*.json`; everything in it is shown to the user. */
export const personaSchema = z.strictObject({
  version: z.literal(PERSONA_VERSION),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: line(40),
  /** What it is, in words one switches by: "teacher", "tutor". */
  roles: z.array(z.string().regex(/^[\p{L}][\p{L}' -]{1,30}$/u)).max(6),
  /** One sentence in the third person: "Nova is a warm, cheerful voice assistant." */
  character: line(400),
  /** A short paragraph for the user. */
  about: line(1000),
  /** Said at most once a day. */
  greeting: line(200),
  /** What it says, in its own manner, when it cannot know something; ends by naming the way to a better model. */
  refusal: line(300),
  manner: mannerSchema,
  /** Left out: its engine answers those, too. */
  courtesies: courtesiesSchema.optional(),
  voice: personaVoiceSchema,
  /** Dialect of a hosted engine -> its name of a voice. */
  hostedVoices: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), z.string().regex(/^[\w .:-]{1,60}$/)),
  /** 1 = the usual endpointing; 1.5 waits half as long again. */
  patience: z.number().min(0.5).max(3),
  /** BCP 47: the language it speaks. */
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/),
  /** Accent colour of the avatar, one of the design's tokens. */
  tone: toneSchema,
  avatar: z.union([avatarDrawingSchema, pictureSchema]),
  /** Families of skills it may use ("clock", "timer"); null = all. Emergencies and leaving it are always possible. */
  skills: z
    .array(z.string().regex(/^[a-z][a-z-]{0,30}$/))
    .max(40)
    .nullable(),
  /** Whether it knows what is known about the user until the user decides otherwise. */
  knowsAboutMe: z.boolean(),
  /** What it always says to a subject it must not judge; recognised in code, whatever the engine. */
  limits: z.array(z.strictObject({ topic: limitTopicSchema, sentence: line(300) })).max(3),
});
export type Persona = z.infer<typeof personaSchema>;

/** The file of a persona: its format first, then the persona. */
export const personaFileSchema = personaSchema.extend({ format: z.literal(PERSONA_FORMAT) });

/** What the window shows of the persona that speaks; sent with every change of state, so it is small. */
export const personaSummarySchema = z.strictObject({ id: z.string(), name: z.string(), character: z.string(), tone: z.string() });
export type PersonaSummary = z.infer<typeof personaSummarySchema>;

/** One persona in a list to choose from. */
export const personaCardSchema = personaSummarySchema.extend({
  roles: z.array(z.string()),
  about: z.string(),
  avatar: z.string(),
  builtIn: z.boolean(),
  knowsAboutMe: z.boolean(),
  /** Subjects that are kept from it, in the user's own words. */
  exceptAbout: z.array(z.string()),
});
export type PersonaCard = z.infer<typeof personaCardSchema>;

/** A persona as it is edited; `id` null makes a new one. */
export const personaDraftSchema = personaSchema.omit({ version: true }).extend({ id: z.string().max(80).nullable() });
export type PersonaDraft = z.infer<typeof personaDraftSchema>;

const nothing = z.undefined();
const idInput = z.strictObject({ id: z.string().max(80) });

/** The part of the conversation's contract that is about personas; spread into it. */
export const personaRequests = {
  /** Built-in ones first, then the user's own, each by name. */
  listPersonas: { input: nothing, output: z.array(personaCardSchema) },
  readPersona: { input: idInput, output: personaSchema },
  switchPersona: { input: idInput, output: nothing },
  savePersona: { input: z.strictObject({ draft: personaDraftSchema }), output: personaSchema },
  copyPersona: { input: idInput, output: personaSchema },
  /** Gone for good; built-in ones cannot be removed. */
  removePersona: { input: idInput, output: nothing },
  importPersona: {
    /** A little more than a file may hold, so that a file that is too large is told so and not called a fault. */
    input: z.strictObject({ text: z.string().max(2 * LARGEST_PERSONA_FILE_BYTES) }),
    output: z.strictObject({ persona: personaSchema, warnings: z.array(z.string()) }),
  },
  /** The voices of this computer, the one that comes with Parley first. */
  listVoices: { input: nothing, output: z.array(z.strictObject({ id: z.string(), label: z.string() })) },
  exportPersona: { input: idInput, output: z.strictObject({ fileName: z.string(), text: z.string() }) },
  /** What must not be told to it, all of it. */
  keepSubjectsFrom: {
    input: z.strictObject({ id: z.string().max(80), subjects: z.array(z.string().trim().min(1).max(120)).max(500) }),
    output: nothing,
  },
  /** Says the draft's greeting in the draft's voice. */
  tryPersona: { input: z.strictObject({ draft: personaDraftSchema }), output: nothing },
} as const;

/** The same as a contract of its own, for the types of its two sides. */
export type PersonaContract = { readonly requests: typeof personaRequests; readonly events: Readonly<Record<never, never>> };
