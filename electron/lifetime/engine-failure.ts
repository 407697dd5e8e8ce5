export type FailureKind =
  | 'model-missing'
  | 'model-damaged'
  | 'out-of-memory'
  | 'worker-died'
  | 'network'
  | 'refused'
  | 'bad-input'
  | 'internal';

/** Where on the way to a host something went wrong; 'line' = an open connection died. */
export type NetworkLayer = 'dns' | 'tcp' | 'tls' | 'proxy' | 'http' | 'protocol' | 'line';

/** Something the engine could not do, in words a person can act on. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  readonly kind: FailureKind;
  readonly retryable: boolean;
  readonly whatToDo: string;
  /** Null when no network was in the way. */
  readonly layer: NetworkLayer | null;
  /** The host asked to be left alone for this long; null = it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    options: { retryable: boolean; whatToDo: string; cause?: unknown; layer?: NetworkLayer; retryAfterMs?: number | null },
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryable = options.retryable;
    this.whatToDo = options.whatToDo;
    this.layer = options.layer ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
