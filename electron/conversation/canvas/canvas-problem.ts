/** Why a canvas did not change: one sentence that can be spoken and shown. */
export class CanvasProblem extends Error {
  override readonly name = 'CanvasProblem';
}
