/** Why the server cannot start, in words for whoever starts it. Not a bug: no stack is shown. */
export class StartFailure extends Error {
  /** Stable and kebab-case, for the desktop that started the server. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartFailure';
    this.code = code;
  }
}
