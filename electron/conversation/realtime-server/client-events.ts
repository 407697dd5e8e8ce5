import { z } from 'zod';
import { isDeeperThan } from '../../ipc/json-bounds.ts';
import { ProtocolError } from './protocol-error.ts';
import {
  formatSchema,
  instructionsSchema,
  modalitiesSchema,
  mostTokensSchema,
  sessionUpdateSchema,
  toolChoiceSchema,
  toolsSchema,
  voiceSchema,
} from './session-schema.ts';

const DEEPEST = 32;
/** Base64 of 15 MiB. */
const MOST_AUDIO = 20_971_520;

const id = z.string().min(1).max(200);
const audio = z.string().max(MOST_AUDIO);
const text = z.string().max(100_000);
const known = { id: id.optional(), object: z.literal('realtime.item').optional(), status: z.string().max(20).optional() };

const itemSchema = z.union([
  z.strictObject({
    ...known,
    type: z.literal('message'),
    role: z.literal('user'),
    content: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('input_text'), text }),
          z.strictObject({ type: z.literal('input_audio'), audio, transcript: text.nullish() }),
        ]),
      )
      .min(1)
      .max(16),
  }),
  z.strictObject({
    ...known,
    type: z.literal('message'),
    role: z.literal('system'),
    content: z
      .array(z.strictObject({ type: z.literal('input_text'), text }))
      .min(1)
      .max(16),
  }),
  z.strictObject({
    ...known,
    type: z.literal('message'),
    role: z.literal('assistant'),
    content: z
      .array(z.strictObject({ type: z.literal('output_text'), text }))
      .min(1)
      .max(16),
  }),
  z.strictObject({ ...known, type: z.literal('function_call'), name: z.string().max(64), call_id: id.optional(), arguments: text }),
  z.strictObject({ ...known, type: z.literal('function_call_output'), call_id: id, output: text }),
]);
export type ClientItem = z.output<typeof itemSchema>;

const responseSchema = z.strictObject({
  instructions: instructionsSchema.optional(),
  output_modalities: modalitiesSchema.optional(),
  audio: z
    .strictObject({ output: z.strictObject({ format: formatSchema.optional(), voice: voiceSchema.optional() }).optional() })
    .optional(),
  tools: toolsSchema.optional(),
  tool_choice: toolChoiceSchema.optional(),
  max_output_tokens: mostTokensSchema.optional(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
  conversation: z.enum(['auto', 'none']).optional(),
  input: z
    .array(z.union([itemSchema, z.strictObject({ type: z.literal('item_reference'), id })]))
    .max(200)
    .optional(),
  parallel_tool_calls: z.boolean().optional(),
  reasoning: z.strictObject({ effort: z.string().max(20) }).nullish(),
});
export type ResponseRequest = z.output<typeof responseSchema>;

const EVENTS = {
  'session.update': { session: sessionUpdateSchema },
  'input_audio_buffer.append': { audio },
  'input_audio_buffer.commit': {},
  'input_audio_buffer.clear': {},
  'conversation.item.create': { item: itemSchema, previous_item_id: id.nullish() },
  'conversation.item.retrieve': { item_id: id },
  'conversation.item.delete': { item_id: id },
  'conversation.item.truncate': { item_id: id, content_index: z.int().min(0).max(0), audio_end_ms: z.int().min(0) },
  'response.create': { response: responseSchema.optional() },
  'response.cancel': { response_id: id.optional() },
} as const;

type EventShapes = typeof EVENTS;
export type ClientEventOf<Type extends keyof EventShapes> = { readonly type: Type } & z.output<z.ZodObject<EventShapes[Type]>>;
export type ClientEvent = { [Type in keyof EventShapes]: ClientEventOf<Type> }[keyof EventShapes];

/** @returns the event's own id, for errors about it, and the event @throws ProtocolError */
export function readClientEvent(json: unknown): ClientEvent {
  const { type } = json as { type?: unknown };
  if (type === undefined) throw new ProtocolError('missing_required_parameter', 'The event has no type.', 'type');
  if (typeof type !== 'string' || !Object.hasOwn(EVENTS, type)) {
    const names = Object.keys(EVENTS).join(', ');
    throw new ProtocolError('invalid_value', `There is no event of type ${JSON.stringify(type)} here; it is one of ${names}.`, 'type');
  }
  const shape = EVENTS[type as keyof EventShapes];
  const read = z.strictObject({ type: z.literal(type), event_id: z.string().max(512).optional(), ...shape }).safeParse(json);
  if (read.success) return read.data as unknown as ClientEvent;
  throw problemOf(read.error.issues[0], json);
}

/** @throws ProtocolError for what is no JSON object, or one built to break its reader */
export function readObject(message: string): Record<string, unknown> {
  if (isDeeperThan(DEEPEST, message)) throw new ProtocolError('invalid_json', 'The message is nested too deeply.');
  let json: unknown;
  try {
    json = JSON.parse(message);
  } catch {
    throw new ProtocolError('invalid_json', 'The message is not JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new ProtocolError('invalid_json', 'The message is not a JSON object.');
  }
  return json as Record<string, unknown>;
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue | undefined, json: unknown, prefix: readonly PropertyKey[] = []): ProtocolError {
  if (issue === undefined) return new ProtocolError('invalid_value', 'The event cannot be read.');
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The reading that came furthest tells what is wrong.
    const furthest = issue.errors.toSorted((one, other) => depthOf(other) - depthOf(one))[0]?.[0];
    if (furthest !== undefined) return problemOf(furthest, json, path);
  }
  if (issue.code === 'unrecognized_keys') {
    const param = pathText([...path, issue.keys[0] ?? '']);
    return new ProtocolError('unknown_parameter', `There is no parameter ${param} here.`, param);
  }
  const param = pathText(path);
  if (valueAt(json, path) === undefined) {
    return new ProtocolError('missing_required_parameter', `The parameter ${param} is missing.`, param);
  }
  const code = issue.code === 'invalid_type' ? 'invalid_type' : 'invalid_value';
  return new ProtocolError(code, `The parameter ${param} does not fit: ${issue.message}.`, param);
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], json);
}

/** A literal that differs (the role, the type) says that another reading was meant. */
function depthOf(issues: readonly Issue[]): number {
  const wrongKind = issues.some(({ code, path }) => code === 'invalid_value' && ['type', 'role'].includes(String(path.at(-1))));
  return (wrongKind ? -100 : 0) + Math.max(0, ...issues.map(({ path }) => path.length));
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');
}
