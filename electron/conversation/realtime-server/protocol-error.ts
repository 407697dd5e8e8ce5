/** The client asked for something that cannot be done; told as an `error` event, the session goes on. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  /** For programs: `unknown_parameter`. */
  readonly code: string;
  /** Path of the field that is meant: `session.audio.input.format`. */
  readonly param: string | null;

  constructor(code: string, message: string, param: string | null = null) {
    super(message);
    this.code = code;
    this.param = param;
  }
}
