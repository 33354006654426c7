import type { Twilio } from 'twilio';
import { CallOver, type CallsAtCarrier } from './toldCalls.ts';

/** Twilio's codes for a call that has ended, and for one that it does not know. */
const over = new Set([21220, 20404]);

/** Calls through Twilio's REST API: "update a call in progress". */
export class TwilioCalls implements CallsAtCarrier {
  readonly #client: () => Promise<Twilio>;

  constructor({ client }: { client: () => Promise<Twilio> }) {
    this.#client = client;
  }

  async redirect(callSid: string, address: string): Promise<void> {
    try {
      await (await this.#client()).calls(callSid).update({ url: address, method: 'POST' });
    } catch (error) {
      // The error of the client holds the request: only its code goes on.
      const { code } = Object(error) as { code?: unknown };
      if (typeof code === 'number' && over.has(code)) throw new CallOver();
      throw new Error(
        `the provider did not take the call back: ${typeof code === 'number' ? code : 'no code'}`,
      );
    }
  }
}
