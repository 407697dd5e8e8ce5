import { z } from 'zod';

/**
 * One contract per boundary, written once as data. Both sides, the window's types and the tests' doubles are derived
 * from it. Requests are answered; events tell what happened.
 */
export interface IpcContract {
  readonly requests: Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

export type RequestName<C extends IpcContract> = keyof C['requests'] & string;
export type EventName<C extends IpcContract> = keyof C['events'] & string;
export type RequestInput<C extends IpcContract, N extends RequestName<C>> = z.input<C['requests'][N]['input']>;
export type RequestOutput<C extends IpcContract, N extends RequestName<C>> = z.output<C['requests'][N]['output']>;
export type EventPayload<C extends IpcContract, N extends EventName<C>> = z.output<C['events'][N]>;

/** What the answering side provides: one function per request. */
export type IpcHandlers<C extends IpcContract> = {
  readonly [N in RequestName<C>]: (input: z.output<C['requests'][N]['input']>) => Answer<RequestOutput<C, N>>;
};

/** A request without an output is answered by just returning. */
type Answer<Output> = [Output] extends [undefined] ? void | Promise<void> : Output | Promise<Output>;

/** What the asking side gets: one method per request, and a typed subscription that returns its own undoing. */
export type IpcClient<C extends IpcContract> = {
  readonly [N in RequestName<C>]: (input: RequestInput<C, N>) => Promise<RequestOutput<C, N>>;
} & {
  readonly on: <N extends EventName<C>>(name: N, listener: (payload: EventPayload<C, N>) => void) => () => void;
};

/** One clear sentence that crosses a boundary: what happened, why, what to do. */
export const problemSchema = z.strictObject({ id: z.string(), message: z.string(), whatToDo: z.string() });
export type Problem = z.infer<typeof problemSchema>;

/** An expected failure that is shown to the user as it stands. Anything else becomes the problem 'internal'. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

const messageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), id: z.number().int(), name: z.string().max(60), input: z.unknown() }),
  z.strictObject({ kind: z.literal('answer'), id: z.number().int(), output: z.unknown() }),
  z.strictObject({ kind: z.literal('problem'), id: z.number().int(), problem: problemSchema }),
  z.strictObject({ kind: z.literal('event'), name: z.string().max(60), payload: z.unknown() }),
]);

/** What any channel must offer to carry a contract: a MessagePort, a utility process's parent port, ipcRenderer. */
export interface MessageChannelEnd {
  post(message: unknown): void;
  /** Returns its own undoing. */
  listen(receive: (message: unknown) => void): () => void;
}

/** Answers requests of the contract on a channel. Input outside the schema never reaches a handler. */
export function serveIpc<C extends IpcContract>(
  contract: C,
  channel: MessageChannelEnd,
  handlers: IpcHandlers<C>,
): { readonly emit: <N extends EventName<C>>(name: N, payload: EventPayload<C, N>) => void; readonly close: () => void } {
  const close = channel.listen((raw) => {
    const message = messageSchema.safeParse(raw);
    if (!message.success || message.data.kind !== 'request') return;
    const { id, name, input } = message.data;
    void answer(contract, handlers, name, input).then(
      (output) => channel.post({ kind: 'answer', id, output }),
      (failure: unknown) => channel.post({ kind: 'problem', id, problem: problemOf(failure) }),
    );
  });
  return { emit: (name, payload) => channel.post({ kind: 'event', name, payload }), close };
}

/** Runs one request through its schema and handler. @throws ProblemError 'bad-request' for anything outside the contract */
export async function answer<C extends IpcContract>(contract: C, handlers: IpcHandlers<C>, name: string, input: unknown): Promise<unknown> {
  const request = Object.hasOwn(contract.requests, name) ? contract.requests[name] : undefined;
  if (request === undefined) throw badRequest(`There is no request named ${JSON.stringify(name)}.`);
  const parsed = request.input.safeParse(input);
  if (!parsed.success)
    throw badRequest(`The request ${name} does not fit its schema at ${parsed.error.issues[0]?.path.join('.') || 'its top'}.`);
  const handler = handlers[name as RequestName<C>] as (input: unknown) => unknown;
  return request.output.parse(await handler(parsed.data));
}

/** Makes the asking side of a contract. Events outside the schema are dropped. */
export function connectIpc<C extends IpcContract>(
  contract: C,
  channel: MessageChannelEnd,
): { readonly client: IpcClient<C>; readonly close: () => void } {
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (problem: ProblemError) => void }>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let nextId = 1;
  const stop = channel.listen((raw) => {
    const message = messageSchema.safeParse(raw);
    if (!message.success) return;
    if (message.data.kind === 'event') return deliver(contract, listeners, message.data.name, message.data.payload);
    if (message.data.kind === 'request') return;
    const waiter = waiting.get(message.data.id);
    waiting.delete(message.data.id);
    if (message.data.kind === 'answer') waiter?.resolve(message.data.output);
    else waiter?.reject(new ProblemError(message.data.problem));
  });
  const methods = Object.keys(contract.requests).map((name) => [
    name,
    (input: unknown) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        channel.post({ kind: 'request', id, name, input });
      }),
  ]);
  const on = (name: string, listener: (payload: unknown) => void) => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => void set.delete(listener);
  };
  const close = () => {
    stop();
    for (const waiter of waiting.values()) waiter.reject(new ProblemError(closedProblem));
    waiting.clear();
  };
  return { client: { ...Object.fromEntries(methods), on } as IpcClient<C>, close };
}

const closedProblem: Problem = {
  id: 'closed',
  message: 'The assistant stopped before it could answer.',
  whatToDo: 'It starts again by itself; then try once more.',
};

function deliver(contract: IpcContract, listeners: Map<string, Set<(payload: unknown) => void>>, name: string, payload: unknown): void {
  const schema = Object.hasOwn(contract.events, name) ? contract.events[name] : undefined;
  const parsed = schema?.safeParse(payload);
  if (parsed?.success) for (const listener of listeners.get(name) ?? []) listener(parsed.data);
}

function badRequest(message: string): ProblemError {
  return new ProblemError({ id: 'bad-request', message, whatToDo: 'This is a fault of the program; please report it.' });
}

/** The user's form of any failure. Unexpected ones keep their details out of the window. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof ProblemError) return failure.problem;
  return {
    id: 'internal',
    message: 'Something inside Parley failed.',
    whatToDo: 'Try again; if it happens again, look at the log in Settings.',
  };
}
