import type { Twilio } from 'twilio';
import type { Redactor } from './redactor.ts';

/** Twilio's error code for "not found". */
const notFound = 20404;

/** More pictures than any message has. */
const mostMedia = 100;

/**
 * Blanks messages through Twilio's REST API ("redact a message"): an empty body replaces the text, and pictures are
 * deleted without being read. Twilio refuses while it is still working on the message; then it must be tried again.
 */
export class TwilioRedactor implements Redactor {
  readonly #client: Twilio;

  constructor({ client }: { client: Twilio }) {
    this.#client = client;
  }

  async redact(messageSid: string): Promise<void> {
    try {
      const message = this.#client.messages(messageSid);
      await message.update({ body: '' });
      for (const { sid } of await message.media.list({ limit: mostMedia })) await message.media(sid).remove();
    } catch (error) {
      // Only the code of the client's error is passed on, since the error holds the request.
      const { code } = Object(error) as { code?: unknown };
      if (code === notFound) return;
      throw new Error(
        `the provider did not blank it: ${typeof code === 'number' || typeof code === 'string' ? code : 'no code'}`,
      );
    }
  }
}
