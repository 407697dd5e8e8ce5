import { z } from 'zod';

/** A character one talks to. Built-ins ship in `assets/personas/*.json`; everything in the file is shown to the user. */
export const personaSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(1).max(40),
  /** One sentence in the third person: "Nova is a warm, cheerful voice assistant." */
  character: z.string().min(1).max(400),
  greeting: z.string().min(1).max(200),
  /** What it says, in its own manner, when it cannot know something; ends by naming the way to a better model. */
  refusal: z.string().min(1).max(300),
  voice: z.strictObject({ voiceId: z.string(), rate: z.number().min(0.65).max(1.5), pitch: z.number().min(0.7).max(1.4) }),
  /** 1 = the usual endpointing; 1.5 waits half as long again. */
  patience: z.number().min(0.5).max(3),
  /** Accent colour of the avatar, one of the design's tokens. */
  tone: z.enum(['sea', 'amber', 'plum', 'moss']),
});

export type Persona = z.infer<typeof personaSchema>;
