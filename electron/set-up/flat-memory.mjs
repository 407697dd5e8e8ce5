/**
 * For glibc (other systems pay no attention): blocks of 16 kB and more go back to the system at once. Otherwise its
 * threshold grows with the tensors that are freed, and what lies between them is never given back: over 5 minutes of
 * sound that was 489 MB instead of 382 MB (measured), at the same speed. The state of the decoder grows by 1 kB a layer and
 * token, so most of it is smaller than the 64 kB that stood here before: it crept up for hours. And little space for what was
 * just made, in every thread: see `native/inference-worker`.
 */
export const FLAT_MEMORY = {
  MALLOC_MMAP_THRESHOLD_: '16384',
  MALLOC_TRIM_THRESHOLD_: '131072',
  NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --max-semi-space-size=2`.trim(),
};
