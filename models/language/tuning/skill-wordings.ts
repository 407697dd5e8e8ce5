import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { type PhrasePiece, parsePhrase } from '../../../electron/conversation/skills/phrase-pattern.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import type { Skill } from '../../../electron/conversation/skills/skill.ts';

export interface SkillWordings {
  readonly name: string;
  /** The skill's own phrases: code understands them, so they are the smaller share. */
  readonly phrases: readonly (readonly PhrasePiece[])[];
  /** What people may say instead; only the model understands these. */
  readonly others: readonly (readonly PhrasePiece[])[];
  readonly parameters: ReadonlySet<string>;
}

const PARAMETERS = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() });

/** Every skill with its own phrases and the other wordings for it. @throws SyntaxError for a line that is none */
export function skillWordings(folder: string): readonly SkillWordings[] {
  const others = otherWordings(folder);
  const tools = toolDefinitions(builtInSkills);
  const unknown = [...others.keys()].filter((name) => !builtInSkills.some((skill) => skill.name === name));
  if (unknown.length > 0) throw new SyntaxError(`There are wordings for skills that do not exist: ${unknown.join(', ')}.`);
  return (
    builtInSkills
      // Danger, refusals, orders, deleting and telling others are read by code alone: no model is taught to call them.
      .filter((_, index) => tools[index]?.byPhraseOnly === false)
      .map((skill) => ({
        name: skill.name,
        phrases: skill.phrases.map(parsePhrase),
        others: others.get(skill.name) ?? [],
        parameters: parametersOf(skill),
      }))
      .filter(({ phrases, others: said }) => phrases.length + said.length > 0)
  );
}

function parametersOf(skill: Skill): ReadonlySet<string> {
  const { properties = {} } = PARAMETERS.parse(z.toJSONSchema(skill.parameters, { io: 'input' }));
  return new Set(Object.keys(properties));
}

function otherWordings(folder: string): ReadonlyMap<string, PhrasePiece[][]> {
  const wordings = new Map<string, PhrasePiece[][]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const [, name, phrase] = /^([\w.-]+): (.+)$/.exec(line) ?? [];
      if (name === undefined || phrase === undefined) throw new SyntaxError(`${file} has a line that is no wording: ${line}`);
      const pieces = parsePhrase(phrase.toLowerCase());
      wordings.set(name, [...(wordings.get(name) ?? []), [...pieces]]);
    }
  }
  return wordings;
}
