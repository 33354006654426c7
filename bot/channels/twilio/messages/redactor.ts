/** Blanks messages at the provider that they came from. */
export interface Redactor {
  /**
   * Resolves when text and pictures are gone, also where the whole message is gone.
   * @throws Error where it failed but may work later
   */
  redact(messageSid: string): Promise<void>;
}

/** The redactor of the demo bank, which has nothing to blank, because no message leaves this machine. */
export const demoRedactor: Redactor = { redact: async () => {} };
