/**
 * A short message to a telephone number, `+` and digits (E.164). `id` is ours; `reportTo` the address to which the
 * provider reports what has become of it, where somebody waits for that.
 */
export type ShortMessage = { id: string; to: string; body: string; reportTo?: string };

/** A way to send messages to telephones. */
export interface MessageSender {
  /**
   * Resolves when the message was taken to be sent.
   * @returns what the provider calls the message
   * @throws Undeliverable where it never will be; any other error may pass, and it is sent again later
   */
  send(message: ShortMessage): Promise<{ providerId: string }>;
}

/** This message will never reach that number. `reason` is the provider's code, never a number or a text. */
export class Undeliverable extends Error {
  readonly reason: string;

  constructor(reason: string, options?: { cause?: unknown }) {
    super(`undeliverable: ${reason}`, options);
    this.reason = reason;
  }
}

/** The provider did not take it this time. `reason` is its code, never a number or a text. */
export class NotTaken extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`the provider refused: ${reason}`);
    this.reason = reason;
  }
}
