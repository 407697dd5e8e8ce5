import type { FailureKind } from '../../electron/lifetime/engine-failure.ts';

/** Main thread -> worker. */
export interface ToWorker {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}

/** Worker -> main thread; id -1 is the loading of the model. */
export type FromWorker =
  | { readonly kind: 'part'; readonly id: number; readonly part: unknown }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly failureKind: FailureKind;
      readonly message: string;
      readonly whatToDo: string | null;
    };
