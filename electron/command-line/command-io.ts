/** What a command of `parley` prints through; it returns its exit code. */
export interface CommandIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Aborts on Ctrl+C. */
  readonly signal: AbortSignal;
}
