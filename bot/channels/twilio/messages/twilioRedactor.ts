import type { Twilio } from 'twilio';
import type { Redactor } from './redactor.ts';

/** Twilio's code for what is not there. */
const notFound = 20404;

/** More than any message has. */
const mostMedia = 100;

/**
 * Blanks messages through Twilio's REST API ("redact a message"): an empty body is written over the text, and pictures
 * are deleted, unseen. Twilio refuses that while the message is still on its way; it is there to be asked again.
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
      // The error of the client holds the request: only its code goes on.
      const { code } = Object(error) as { code?: unknown };
      if (code === notFound) return;
      throw new Error(
        `the provider did not blank it: ${typeof code === 'number' || typeof code === 'string' ? code : 'no code'}`,
      );
    }
  }
}
