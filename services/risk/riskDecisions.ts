import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { JsonCaller } from '../../kit/http/jsonCaller.ts';
import { fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../kit/time.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import { RiskDecision, type RiskQuestion } from '../contract/bankCalls.ts';
import type { Channel } from '../contract/channels.ts';

/** The address of the bank's risk service. `patience` is the longest wait for an answer, in milliseconds. */
export type RiskDecisionsAddress = { url: string; token: string; patience?: number };

/**
 * The moment of the question: `request` before the customer is asked for anything, `unfreezing` before the card is
 * unfrozen.
 */
export type RiskAsked = { step: 'request' | 'unfreezing'; channel: Channel; network: string | undefined };

/** The wait for the bank's answer is short, because the customer waits too. */
const usualPatience = 2 * seconds;

/**
 * Asks the bank for its own risk decision on an unfreezing (docs/card-system.md), once, and outside of every
 * transaction. No answer, or an unreadable one, counts as silence, and the policy decides what silence means.
 */
export class RiskDecisions {
  readonly #caller: JsonCaller;
  /** The questions since the start that got no usable answer. */
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

  /** Adds the bank's risk decision to a card. */
  async on(found: FoundCard, { step, channel, network }: RiskAsked): Promise<FoundCard> {
    const { lastFour, freezes } = found.card;
    const message: z.infer<typeof RiskQuestion> = {
      ...{ step, channel, lastFour, freezes, phone: found.phone },
      networkAddress: network ?? null,
    };
    try {
      const asked = { answers: RiskDecision, key: randomUUID() };
      const { decision, reasonCode } = await this.#caller.post('/v1/risk-decisions', message, asked);
      return { ...found, risk: { says: decision, reasonCode } };
    } catch {
      this.silences += 1;
      return { ...found, risk: { says: 'silent', reasonCode: null } };
    }
  }
}
