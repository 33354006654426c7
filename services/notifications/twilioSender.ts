import type { Twilio } from 'twilio';
import { type MessageSender, NotTaken, type ShortMessage, Undeliverable } from './messageSender.ts';

/**
 * Twilio's codes for what no second try will mend (Twilio's error dictionary): no such number, not a mobile one, the
 * customer has said STOP, the account may not send there.
 */
const forGood = new Set([21211, 21214, 21265, 21408, 21610, 21612, 21614, 30003, 30005, 30006]);

/** Sends through Twilio's REST API. It has no idempotency key, so a message whose answer was lost can arrive twice. */
export class TwilioSender implements MessageSender {
  readonly #client: Twilio;
  readonly #from: string;

  /** @param parts `from` is a number of the account's or the SID of a messaging service, `MG…` */
  constructor({ client, from }: { client: Twilio; from: string }) {
    this.#client = client;
    this.#from = from;
  }

  async send({ to, body, reportTo }: ShortMessage): Promise<{ providerId: string }> {
    const sender = this.#from.startsWith('MG') ? { messagingServiceSid: this.#from } : { from: this.#from };
    try {
      const reports = reportTo === undefined ? {} : { statusCallback: reportTo };
      const { sid } = await this.#client.messages.create({ to, body, ...sender, ...reports });
      return { providerId: sid };
    } catch (error) {
      // The error of the client holds numbers and texts: only its code goes on.
      const { code } = Object(error) as { code?: unknown };
      if (typeof code === 'number' && forGood.has(code)) throw new Undeliverable(String(code));
      throw new NotTaken(typeof code === 'number' || typeof code === 'string' ? String(code) : 'no code');
    }
  }
}
