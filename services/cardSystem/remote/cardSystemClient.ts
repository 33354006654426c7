import type * as z from 'zod';
import { UnfreezeError } from '../../../kit/errors.ts';
import { JsonCaller, Refusal } from '../../../kit/http/jsonCaller.ts';
import { fetchOverTls } from '../../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../../kit/time.ts';
import type { CardNumber, LastFour } from '../../contract/card.ts';
import { NewFreezings } from '../../contract/freezeNotice.ts';
import type { FreezeReason } from '../../contract/freezeReason.ts';
import {
  cardSystemBase,
  cardSystemPosts,
  type HandedOverCard,
  readinessPath,
  type UnfreezingAnswer,
} from './addresses.ts';
import type { CardSystemConnection } from './connection.ts';

/**
 * The bank's card system over HTTP, as `docs/card-system.md` describes it. Every request may be sent again, three
 * times at most: those with an effect carry an Idempotency-Key.
 */
export class CardSystemClient {
  readonly #caller: JsonCaller;

  constructor({
    url,
    token,
    nextToken,
    onChange,
    certificates,
    patience = 3 * seconds,
  }: CardSystemConnection) {
    // A bank's gateway may not speak TLS 1.3 yet.
    const fetch = fetchOverTls(certificates, 'TLSv1.2');
    const shown = { token, nextToken, onChange };
    this.#caller = new JsonCaller({ url, ...shown, fetch, patience, name: 'the card system', tries: 3 });
  }

  /** What the card system calls a card from now on, where it names cards by tokens. */
  async tokenOf(cardNumber: CardNumber): Promise<string> {
    return (await this.#post('card-tokens', { cardNumber })).cardToken;
  }

  async lookUp(cardNumber: CardNumber): Promise<HandedOverCard | null> {
    return (await this.#post('card-look-ups', { cardNumber })).card;
  }

  /** None from a card system that has no such address: finding cards by phone is an offer, no demand. */
  search(phone: string, lastFour: LastFour): Promise<CardNumber[]> {
    return this.#search({ phone, lastFour }, [404]);
  }

  /** Finds active cards too, where the card system can. */
  searchAll(phone: string, lastFour: LastFour): Promise<CardNumber[]> {
    return this.#search({ phone, lastFour, activeToo: true }, [400, 404, 422]);
  }

  async #search(search: Taken<'card-searches'>, none: readonly number[]): Promise<CardNumber[]> {
    try {
      return (await this.#ask('card-searches', search)).cardNumbers;
    } catch (error) {
      if (error instanceof Refusal && none.includes(error.status)) return [];
      throw refused('card-searches', error);
    }
  }

  unfreeze(key: string, change: Taken<'unfreezings'>): Promise<UnfreezingAnswer> {
    return this.#post('unfreezings', change, key);
  }

  async freeze(key: string, cardNumber: CardNumber, reason: FreezeReason): Promise<void> {
    await this.#post('freezings', { cardNumber, reason }, key);
  }

  async notePasswordCheck(key: string, cardNumber: CardNumber, matched: boolean): Promise<void> {
    await this.#post('password-checks', { cardNumber, matched }, key);
  }

  async verifyPassword(key: string, cardNumber: CardNumber, password: string): Promise<boolean> {
    return (await this.#post('password-verifications', { cardNumber, password }, key)).matched;
  }

  /** Undefined from a card system that has no such address: telling of freezings is an offer, no demand. */
  async freezingsAfter(after: string | undefined): Promise<NewFreezings | undefined> {
    const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    try {
      return await this.#caller.get(`${cardSystemBase}/freezings${query}`, { answers: NewFreezings });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 404 || error.status === 405) return undefined;
      throw new UnfreezeError(
        'internal',
        `the card system refused to tell what it has frozen with ${error.status}`,
      );
    }
  }

  ready(): Promise<void> {
    return this.#caller.ready(`${cardSystemBase}/${readinessPath}`);
  }

  async #post<Path extends keyof Posts>(
    path: Path,
    message: Taken<Path>,
    key?: string,
  ): Promise<Answered<Path>> {
    try {
      return await this.#ask(path, message, key);
    } catch (error) {
      throw refused(path, error);
    }
  }

  /** @throws Refusal, beside what `JsonCaller.post` throws */
  #ask<Path extends keyof Posts>(path: Path, message: Taken<Path>, key?: string): Promise<Answered<Path>> {
    const answers = cardSystemPosts[path].answers as z.ZodType<Answered<Path>>;
    return this.#caller.post(`${cardSystemBase}/${path}`, message, { answers, ...(key && { key }) });
  }
}

type Posts = typeof cardSystemPosts;
type Taken<Path extends keyof Posts> = z.output<Posts[Path]['takes']>;
type Answered<Path extends keyof Posts> = z.output<Posts[Path]['answers']>;

function refused(path: keyof typeof cardSystemPosts, error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new UnfreezeError('internal', `the card system refused ${path} with ${error.status}`);
}
