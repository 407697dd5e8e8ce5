export type DownloadErrorKind =
  | 'offline'
  | 'not-a-model'
  | 'wrong-size'
  | 'wrong-hash'
  | 'stalled'
  | 'no-space'
  | 'no-client'
  | 'refused'
  | 'in-progress'
  | 'not-writable';

/** Why a model is not here, in one sentence; the next source may still have it. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  readonly kind: DownloadErrorKind;

  constructor(kind: DownloadErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The errors of a disk, in words. */
export function diskError(failure: unknown, path: string): unknown {
  const code = (failure as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC')
    return new DownloadError('no-space', `The disk is full at ${path}; what was received so far is kept. Make room and try again.`, {
      cause: failure,
    });
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new DownloadError(
      'not-writable',
      `${path} cannot be written (${code}). Allow writing there, or set PARLEY_MODELS to another folder.`,
      { cause: failure },
    );
  }
  return failure;
}
