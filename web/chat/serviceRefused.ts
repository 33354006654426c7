/** The service answered, and not with what was asked for. */
export class ServiceRefused extends Error {
  readonly status: number;
  /** The work that the service asks for before it answers; null where it asks for none. */
  readonly challenge: string | null;

  constructor(status: number, challenge: string | null = null) {
    super(`refused with ${status}`);
    this.status = status;
    this.challenge = challenge;
  }

  /** Whether the conversation or the right to it is gone for good: nothing is won by trying again. */
  get isFinal(): boolean {
    return [401, 403, 404].includes(this.status);
  }
}
