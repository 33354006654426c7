import type { Twilio } from 'twilio';
import { channelIds } from './messageChannels.ts';
import { type OutgoingText, TextRefused, type TextSender } from './unaskedMessages.ts';

/**
 * Twilio's codes for what no second try will mend (Twilio's error dictionary): no such number, not a mobile one, STOP, not
 * allowed to send there, and on WhatsApp more than 24 hours since the customer wrote.
 */
const forGood = new Set([21211, 21214, 21265, 21408, 21610, 21612, 21614, 30003, 30005, 30006, 63016]);

type TwilioTextsDependencies = {
  client: () => Promise<Twilio>;
  /** A number of the account's or the SID of a messaging service, `MG…`. */
  from: string;
  /** The address at which the carrier reports what has become of a text. */
  statusUrl: () => string;
};

/** Texts through Twilio's REST API, which knows no idempotency key: where one is in doubt, the account's own list is asked. */
export class TwilioTexts implements TextSender {
  readonly #parts: TwilioTextsDependencies;

  constructor(parts: TwilioTextsDependencies) {
    this.#parts = parts;
  }

  async send(text: OutgoingText): Promise<void> {
    const { client, from, statusUrl } = this.#parts;
    const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from: onChannel(text, from) };
    const to = onChannel(text, text.to);
    await this.#asks(async () =>
      (await client()).messages.create({ to, body: text.body, ...sender, statusCallback: statusUrl() }),
    );
  }

  async hasSent(text: OutgoingText, since: Date): Promise<boolean> {
    const to = onChannel(text, text.to);
    const { client } = this.#parts;
    const sent = await this.#asks(async () =>
      (await client()).messages.list({ to, dateSentAfter: since, limit: 50 }),
    );
    return sent.some(({ body, direction }) => body === text.body && direction !== 'inbound');
  }

  /** The error of the client holds numbers and texts: only its code goes on. */
  async #asks<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      const { code } = Object(error) as { code?: unknown };
      const named = typeof code === 'number' || typeof code === 'string' ? String(code) : 'no code';
      if (typeof code === 'number' && forGood.has(code)) throw new TextRefused(named);
      throw new Error(`the provider refused: ${named}`);
    }
  }
}

function onChannel({ channelId }: OutgoingText, number: string): string {
  return channelId === channelIds.whatsApp ? `whatsapp:${number}` : number;
}
