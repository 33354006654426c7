import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { JsonCaller } from '../../kit/http/jsonCaller.ts';
import { fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../kit/time.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import type { Channel } from '../contract/channels.ts';

/** Where the bank decides; `patience` is how long it may take, in milliseconds. */
export type RiskDecisionsAddress = { url: string; token: string; patience?: number };

/** What the bank answers. The reason code is its own: it stands in the audit trail, and no customer hears it. */
const Decision = z.object({
  decision: z.enum(['allow', 'askMore', 'refuse']),
  reasonCode: z.string().regex(/^[\w.-]{1,64}$/),
});

/** What is asked about: before anything is asked of the customer, or before the card is unfrozen. */
export type RiskAsked = { step: 'request' | 'unfreezing'; channel: Channel; network: string | undefined };

/** A customer who waits for an answer is not kept longer by somebody who does not give one. */
const usualPatience = 2 * seconds;

/**
 * The bank's own risk decision on an unfreezing (docs/card-system.md). It is asked outside of every transaction, once; what is
 * no answer, or none that can be read, is silence, of which the policy says what comes of it.
 */
export class RiskDecisions {
  readonly #caller: JsonCaller;
  /** How often nothing was said that counts, since the start. */
  silences = 0;

  constructor({ url, token, patience = usualPatience }: RiskDecisionsAddress) {
    const fetch = fetchOverTls(undefined, 'TLSv1.2');
    this.#caller = new JsonCaller({
      url,
      token,
      fetch,
      patience,
      name: 'the bank’s risk decisions',
      tries: 1,
    });
  }

  /** The card as it was found, with what the bank says of unfreezing it. */
  async on(found: FoundCard, { step, channel, network }: RiskAsked): Promise<FoundCard> {
    const { lastFour, freezes } = found.card;
    const message = {
      ...{ step, channel, lastFour, freezes, phone: found.phone },
      networkAddress: network ?? null,
    };
    try {
      const asked = { answers: Decision, key: randomUUID() };
      const { decision, reasonCode } = await this.#caller.post('/v1/risk-decisions', message, asked);
      return { ...found, risk: { says: decision, reasonCode } };
    } catch {
      this.silences += 1;
      return { ...found, risk: { says: 'silent', reasonCode: null } };
    }
  }
}
