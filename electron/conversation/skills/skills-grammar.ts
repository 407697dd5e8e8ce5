import { z } from 'zod';
import type { Skill } from './skill.ts';

/** What a grammar needs to know of one parameter. Skills take words and choices; nothing else is in their schemas. */
const parameterSchema = z.looseObject({ type: z.literal('string'), enum: z.array(z.string()).optional() });
const objectSchema = z.looseObject({
  type: z.literal('object'),
  properties: z.record(z.string(), parameterSchema),
  required: z.array(z.string()).optional(),
});

/** Longer arguments than a spoken sentence has are a model running away. */
const LONGEST_ARGUMENT = 200;

/**
 * GBNF for engines whose model may write nothing but a choice of skill: one line of JSON, either
 * `{"skill": "timer.set", "arguments": {"duration": "five minutes"}}` or `{"skill": "none"}`.
 * @throws ZodError when a skill has parameters other than strings: the grammar must be taught them first
 */
export function grammarFor(skills: readonly Skill[]): string {
  const rules = skills.map((skill) => [ruleName(skill.name), callRule(skill)] as const);
  return [
    `root ::= ${['none', ...rules.map(([name]) => name)].join(' | ')}`,
    `none ::= ${literal('{"skill": "none"}')}`,
    ...rules.map(([name, body]) => `${name} ::= ${body}`),
    `text ::= ${literal('"')} character{1,${LONGEST_ARGUMENT}} ${literal('"')}`,
    'character ::= [^"\\\\\\x00-\\x1F] | "\\\\" ["\\\\/]',
    '',
  ].join('\n');
}

function callRule(skill: Skill): string {
  const { properties, required = [] } = objectSchema.parse(z.toJSONSchema(skill.parameters, { io: 'input' }));
  const members = Object.entries(properties).map(([name, schema]) => ({
    required: required.includes(name),
    rule: `${literal(`${JSON.stringify(name)}: `)} ${valueRule(schema)}`,
  }));
  const sorted = [...members.filter((member) => member.required), ...members.filter((member) => !member.required)];
  const head = literal(`{"skill": ${JSON.stringify(skill.name)}, "arguments": {`);
  return [head, memberRules(sorted, true), literal('}}')].filter(Boolean).join(' ');
}

/** Members in order, the optional ones last: every one after the first brings its own comma. */
function memberRules(members: readonly { readonly required: boolean; readonly rule: string }[], first: boolean): string {
  const [member, ...rest] = members;
  if (member === undefined) return '';
  const own = `${first ? '' : `${literal(', ')} `}${member.rule}`;
  const taken = `${own} ${memberRules(rest, false)}`.trim();
  if (member.required) return taken;
  const skipped = memberRules(rest, first);
  return first && skipped !== '' ? `(${taken} | ${skipped})?` : `(${own})? ${skipped}`.trim();
}

function valueRule({ enum: choices }: z.infer<typeof parameterSchema>): string {
  return choices === undefined ? 'text' : `(${choices.map((choice) => literal(JSON.stringify(choice))).join(' | ')})`;
}

/** `timer.set` as a rule name; rule names know letters, digits and hyphens only. */
function ruleName(skill: string): string {
  return `call-${skill.replaceAll(/[^a-z0-9]/g, '-')}`;
}

function literal(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
