/** Who blanks a message where it came from. */
export interface Redactor {
  /**
   * Resolves when text and pictures are gone, also where the whole message is.
   * @throws Error where it may be gone later: it is tried again
   */
  redact(messageSid: string): Promise<void>;
}

/** With the demo bank nothing leaves this machine, and nothing lies anywhere else. */
export const demoRedactor: Redactor = { redact: async () => {} };
