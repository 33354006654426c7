import type * as z from 'zod';
import type { CardNumber } from '../../contract/card.ts';
import { UnfreezeError } from '../../contract/errors.ts';
import { seconds } from '../../contract/time.ts';
import { JsonCaller, Refusal } from '../../http/jsonCaller.ts';
import { fetchOverTls } from '../../http/tls/fetchOverTls.ts';
import {
  base,
  type HandedOverCard,
  posts,
  readiness,
  type Unfreezing,
  type UnfreezingAnswer,
} from './addresses.ts';

/** Where the bank's card system is; `patience` is how long one try waits for its answer, in milliseconds. */
export type CardSystemAddress = { url: string; token: string; patience?: number };

/**
 * The bank's card system over HTTP, as `docs/card-system.md` describes it. Every request may be sent again, three
 * times at most: those with an effect carry an Idempotency-Key.
 */
export class CardSystemClient {
  readonly #caller: JsonCaller;

  constructor({ url, token, patience = 3 * seconds }: CardSystemAddress) {
    // A bank's gateway may not speak TLS 1.3 yet.
    const fetch = fetchOverTls(undefined, 'TLSv1.2');
    this.#caller = new JsonCaller({ url, token, fetch, patience, name: 'the card system', tries: 3 });
  }

  async lookUp(cardNumber: CardNumber): Promise<HandedOverCard | null> {
    const { answers } = posts['card-look-ups'];
    return (await this.#post('card-look-ups', { cardNumber }, answers)).card;
  }

  unfreeze(key: string, change: z.input<typeof Unfreezing>): Promise<UnfreezingAnswer> {
    return this.#post('unfreezings', change, posts.unfreezings.answers, key);
  }

  async notePasswordCheck(key: string, cardNumber: CardNumber, matched: boolean): Promise<void> {
    const { answers } = posts['password-checks'];
    await this.#post('password-checks', { cardNumber, matched }, answers, key);
  }

  async verifyPassword(key: string, cardNumber: CardNumber, password: string): Promise<boolean> {
    const { answers } = posts['password-verifications'];
    return (await this.#post('password-verifications', { cardNumber, password }, answers, key)).matched;
  }

  ready(): Promise<void> {
    return this.#caller.ready(`${base}/${readiness}`);
  }

  async #post<Answer>(
    path: keyof typeof posts,
    message: object,
    answers: z.ZodType<Answer>,
    key?: string,
  ): Promise<Answer> {
    try {
      return await this.#caller.post(`${base}/${path}`, message, { answers, ...(key && { key }) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new UnfreezeError('internal', `the card system refused ${path} with ${error.status}`);
    }
  }
}
