import type { Persona, PersonaDraft } from '../../electron/ipc/persona-schema.ts';
import { personaDraftSchema } from '../../electron/ipc/persona-schema.ts';
import { sentences } from '../sentences.ts';

/** A persona to start from: calm, plain, knowing nothing about the user. */
export function newDraft(): PersonaDraft {
  const { starts } = sentences.personas;
  return {
    id: null,
    name: '',
    roles: [],
    character: '',
    about: '',
    greeting: starts.greeting,
    refusal: starts.refusal,
    manner: { notices: starts.notices, mostSentences: 2, ending: starts.ending },
    voice: { voiceId: 'piper-en-us-joe-medium', rate: 1, pitch: 1, formant: 1 },
    hostedVoices: {},
    patience: 1,
    language: 'en-US',
    tone: 'sea',
    avatar: 'leaf',
    skills: null,
    knowsAboutMe: false,
    limits: [],
  };
}

export function draftOf({ version: _, ...persona }: Persona): PersonaDraft {
  return persona;
}

/** What is shown beside a field that cannot be taken as it is, by the field's name; empty when all can. */
export function draftProblems(draft: PersonaDraft): Readonly<Record<string, string>> {
  const read = personaDraftSchema.safeParse(draft);
  if (read.success) return {};
  const problems: Record<string, string> = {};
  for (const issue of read.error.issues) {
    const field = issue.path.slice(0, 2).join('.');
    const place = field.startsWith('manner.') || field.startsWith('voice.') ? field : String(issue.path[0] ?? '');
    problems[place] ??=
      issue.code === 'too_small'
        ? sentences.personas.problems.empty
        : issue.code === 'too_big'
          ? sentences.personas.problems.tooLong
          : sentences.personas.problems.other;
  }
  return problems;
}

/** "teacher, tutor" as one writes it, and back. */
export function rolesFrom(text: string): string[] {
  const roles = text
    .split(',')
    .map((role) => role.trim().toLowerCase())
    .filter((role) => role !== '');
  return [...new Set(roles)].slice(0, 6);
}
