import type { CustomCascade } from '../../electron/ipc/engine-schema.ts';
import { sentences } from '../sentences.ts';

const words = sentences.cascade;

/** In the order in which a turn passes them. */
export const ROLES = ['speechToText', 'language', 'textToSpeech'] as const;
export type Role = (typeof ROLES)[number];

/** What a person has written about one role so far. */
export interface DraftRole {
  readonly where: 'here' | 'endpoint';
  readonly url: string;
  readonly model: string;
  readonly voice: string;
  /** In the page until it is saved, then no more. */
  readonly key: string;
}

export interface CascadeDraft {
  readonly label: string;
  readonly roles: Readonly<Record<Role, DraftRole>>;
}

const HERE: DraftRole = { where: 'here', url: '', model: '', voice: '', key: '' };

/** Most people want a better mind first. */
export const EMPTY_CASCADE: CascadeDraft = {
  label: '',
  roles: { speechToText: HERE, language: { ...HERE, where: 'endpoint' }, textToSpeech: HERE },
};

export interface RoleProblems {
  readonly url: string | null;
  readonly model: string | null;
  readonly voice: string | null;
}

export interface CascadeProblems {
  readonly label: string | null;
  readonly nothing: string | null;
  readonly roles: Readonly<Record<Role, RoleProblems>>;
}

/** What cannot be taken as it is, in sentences beside the fields. */
export function problemsOf({ label, roles }: CascadeDraft): CascadeProblems {
  const each = (role: Role) => roleProblems(role, roles[role]);
  return {
    label: label.trim() === '' ? sentences.endpoint.noName : null,
    nothing: ROLES.every((role) => roles[role].where === 'here') ? words.nothing : null,
    roles: { speechToText: each('speechToText'), language: each('language'), textToSpeech: each('textToSpeech') },
  };
}

export function isSound({ label, nothing, roles }: CascadeProblems): boolean {
  return [label, nothing, ...ROLES.flatMap((role) => Object.values(roles[role]))].every((problem) => problem === null);
}

/** The name under which a role's key is kept. */
export function serviceOf(id: string, role: Role): string {
  return `${id}-${role}`;
}

/** What is to be kept before the cascade names it. */
export function keysOf(id: string, { roles }: CascadeDraft): (readonly [service: string, key: string])[] {
  return ROLES.filter((role) => hasKey(roles[role])).map((role) => [serviceOf(id, role), roles[role].key.trim()]);
}

export function cascadeOf(id: string, { label, roles }: CascadeDraft): CustomCascade {
  const { speechToText, language, textToSpeech } = roles;
  const endpoint = (role: Role) => {
    const { url, model } = roles[role];
    return { url: url.trim(), model: model.trim(), key: hasKey(roles[role]) ? `kept:${serviceOf(id, role)}` : null, metered: null };
  };
  const isElsewhere = ({ where }: DraftRole) => where === 'endpoint';
  return {
    id,
    label: label.trim(),
    roles: {
      speechToText: isElsewhere(speechToText) ? { ...endpoint('speechToText'), language: 'en' } : null,
      language: isElsewhere(language) ? { ...endpoint('language'), mostTokens: 400, temperature: null } : null,
      textToSpeech: isElsewhere(textToSpeech)
        ? { ...endpoint('textToSpeech'), voice: textToSpeech.voice.trim(), format: 'pcm', rateHz: 24_000, mostCharacters: null }
        : null,
    },
  };
}

function hasKey({ where, key }: DraftRole): boolean {
  return where === 'endpoint' && key.trim() !== '';
}

function roleProblems(role: Role, { where, url, model, voice }: DraftRole): RoleProblems {
  if (where === 'here') return { url: null, model: null, voice: null };
  return {
    url: addressProblem(url.trim()),
    model: model.trim() === '' ? words.noModel : null,
    voice: role === 'textToSpeech' && voice.trim() === '' ? words.noVoice : null,
  };
}

/** A key in an address would be shown and logged with it. */
function addressProblem(address: string): string | null {
  if (!/^https?:\/\/[^\s/]/.test(address) || !URL.canParse(address)) return words.noAddress;
  const { username, password, search } = new URL(address);
  return username !== '' || password !== '' || search !== '' ? words.keyInAddress : null;
}
