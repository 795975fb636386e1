/** Why a request to somebody else's server brought nothing. */
export class OutgoingError extends Error {
  constructor(
    /** `refused`: it may not be sent, or not read. `failed`: no answer came, and one may come later. */
    readonly kind: 'refused' | 'failed',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'OutgoingError';
  }
}
