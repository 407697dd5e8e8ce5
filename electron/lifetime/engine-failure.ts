export type FailureKind =
  | 'model-missing'
  | 'model-damaged'
  | 'out-of-memory'
  | 'worker-died'
  | 'network'
  | 'refused'
  | 'bad-input'
  | 'internal';

/** Something the engine could not do, in words a person can act on. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  readonly kind: FailureKind;
  readonly retryable: boolean;
  readonly whatToDo: string;

  constructor(kind: FailureKind, message: string, options: { retryable: boolean; whatToDo: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryable = options.retryable;
    this.whatToDo = options.whatToDo;
  }
}
